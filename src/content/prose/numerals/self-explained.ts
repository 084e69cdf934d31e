import { dateWords, NOTHING } from './date-words.ts';
import { intlWords } from './intl-words.ts';
import { anyOf } from './numeral-value.ts';

/** A word is not a part of another; scripts without spaces or with joined particles know no such thing. */
const WORD_START = '(?<![\\p{Ll}\\p{Lu}])';
const WORD_END = '(?![\\p{Ll}\\p{Lu}])';
const ALONE = '(?<![\\d.,٬٫])';
const END = '(?!\\d|[.,٬٫]\\d)';
const DASH = '\\s?[–—〜～~-]\\s?';

/** Between a month and its year. */
const OF_YEAR = "(?:(?:of|del?|d[’']|dell?[’']|do|van|ya|wa|عام|سنة|لعام|سال|ساڵی)\\s)?";

const word = (alternatives: string): string => `${WORD_START}(?:${alternatives})${WORD_END}`;

interface Pieces {
  readonly day: string;
  readonly days: string;
  readonly month: string;
  readonly year: string;
  readonly years: string;
  readonly era: string;
  readonly words: ReturnType<typeof dateWords>;
  readonly to: string;
}

function piecesOf(locale: string): Pieces {
  const { months, eras } = intlWords(locale);
  const words = dateWords(locale);
  const day = `(?:0?[1-9]|[12]\\d|3[01])(?:${words.ordinal}|[ºª°.]|-?[\\p{L}]{1,2}${WORD_END})?(?!\\d)`;
  const to = `(?:${DASH}|,\\s|\\s(?:${words.to})\\s|\\s?و\\s?)`;
  const days = `${day}(?:${to}${day})*`;
  const year = '(?:[12]\\d{3}|0\\d{3})';
  return {
    day,
    days,
    month: `(?:${anyOf(months.keys())})(?:\\.|[’']\\p{Ll}{1,4}|\\p{Lo}{1,2})?${WORD_END}`,
    year,
    years: `${year}(?:${DASH}(?:[12]\\d{3}|\\d\\d)|/\\d\\d|\\s(?:${words.to})\\s${year})?`,
    era: `(?:${anyOf(eras)}|${words.eras})`,
    words,
    to,
  };
}

const LICENCES = [
  'CC(?:0|[ -]BY(?:-[A-Z]{2})*| [A-Z]{2})(?:[ -]\\d\\.\\d)?',
  '(?:A|L)?GPL(?:v|-|,? (?:version |v)?)\\d(?:\\.\\d)?(?:\\+|-or-later|-only)?',
  '(?:Apache|MPL|EUPL|GFDL|OFL|ODbL|ODC-(?:By|BY)|PDDL|OGL|BSL|EPL|ECL|Artistic|Etalab|Licence Ouverte|Open Licence|NLOD|KOGL|DL-DE[/-]\\p{L}+)(?: Licen[cs]e)?(?:,? [Vv]ersion|,? v| v\\.)?[ -]?\\d(?:[.-]\\d)?',
  'dl-de/[\\p{Ll}-]+\\d[.-]\\d',
  'Creative Commons(?:[ -]\\p{L}+){0,4}[ -]\\d\\.\\d',
  'BSD[ -]\\d(?:-[Cc]lause)?',
  '\\d-[Cc]lause BSD',
];

/** Names with figures in them: licences, versions, routes and lines, models, ordinals before a name. */
function nameSources(locale: string): readonly string[] {
  const { ordinal, label } = dateWords(locale);
  return [
    `${WORD_START}(?:${LICENCES.join('|')})(?![\\d.]\\d)`,
    `${WORD_START}[Vv]\\d+(?:\\.\\d+)*${WORD_END}`,
    `§{1,2}\\s?\\d+(?:${DASH}\\d+)?`,
    `(?<![\\d.,])\\d+(?:\\.\\d+){3,}(?![\\d.])`,
    `${WORD_START}(?:${label})(?:\\s?(?:no|nr|n[ºo°]|№|#)\\.?)?\\s?\\d{1,4}(?:\\.\\d+)*\\p{Lu}?(?:(?:${DASH}|,\\s|/|\\s(?:and|und|et|y|e)\\s)\\d{1,4})*(?![\\p{Ll}\\p{Lu}\\d])`,
    // M5, RN7, A-7, MH370, COP26; Covid-19.
    `(?<![\\p{Lu}\\p{Ll}\\d])\\p{Lu}{1,4}-?\\d{1,3}\\p{Lu}?(?![\\p{Lu}\\p{Ll}\\d]|[.,]\\d)`,
    `(?<![\\p{Lu}\\p{Ll}\\d])\\p{Lu}\\p{L}+-\\d{1,3}(?![\\p{L}\\d]|[.,]\\d)`,
    `(?<![\\p{Lu}\\p{Ll}\\d])(?:US|SR)\\s\\d{1,3}(?![\\p{L}\\d]|[.,]\\d)`,
    `${ALONE}\\d{1,4}(?:${ordinal})(?=\\s\\p{Lu}\\p{L})(?<!\\d\\.)`,
    // In German every noun has a capital, as has every sentence: after an article none begins.
    ...(locale.startsWith('de') ? [`${WORD_START}[Dd](?:ie|er|as|es|em|en)\\s\\d{1,3}\\.(?=\\s\\p{Lu}\\p{L})`] : []),
  ];
}

/** Times of day and offsets between clocks. */
function clockSources(locale: string): readonly string[] {
  const { dayPeriods } = intlWords(locale);
  const { clock, at, hours, to } = dateWords(locale);
  const hour = '(?:[01]?\\d|2[0-4])';
  const half = `(?:${[anyOf(dayPeriods), clock].filter((words) => words !== '').join('|')})${WORD_END}`;
  const before = dayPeriods.filter((name) => !/[\p{Ll}\p{Lu}]/u.test(name));
  const time = `${hour}(?:[.:][0-5]\\d)?(?![\\d.,]\\d|\\d)`;
  return [
    `${ALONE}${hour}[:：][0-5]\\d(?:[:：][0-5]\\d)?(?:\\s?${half})?(?![\\d:])`,
    // "Between 5 and 6 p.m.": before the second hour is taken away.
    `${ALONE}${hour}(?:[.:][0-5]\\d)?\\s(?=(?:${to})\\s${hour}(?:[.:][0-5]\\d)?\\s?${half})`,
    `${ALONE}${hour}(?:\\.[0-5]\\d)?(?:${DASH}${hour}(?:\\.[0-5]\\d)?)?\\s?${half}(?:\\s?[0-5]\\d(?!\\d))?`,
    `${WORD_START}(?:[Hh]al[bf]|[Hh]alf past|[Qq]uarter (?:past|to)|[Vv]iertel (?:vor|nach)|[Kk]wart (?:over|voor))\\s${time}`,
    `(?<!\\d)${hour}\\s?[時时点點시]\\s?[0-5]?\\d\\s?[分분]`,
    ...(before.length === 0 ? [] : [`(?:${anyOf(before)})\\s?${time}`]),
    `${ALONE}${hour}\\s?h\\s?[0-5]\\d(?!\\d)`,
    `${WORD_START}(?:${at})\\s${hour}(?:[.:][0-5]\\d)?\\s?(?:${hours})${WORD_END}`,
    ...(hours === NOTHING ? [`${WORD_START}(?:${at})\\s${time}`] : []),
    `${ALONE}(?:[01]\\d|2[0-3])[0-5]\\d\\s?(?:hours|hrs|h|GMT|UTC|Z)${WORD_END}`,
    `(?:UTC|GMT)\\s?[+−-]\\s?\\d{1,2}(?::\\d\\d)?(?!\\d)`,
  ];
}

/** Days, with their month and year. */
function dateSources(locale: string): readonly string[] {
  const { days, month, year, era } = piecesOf(locale);
  const { isMonthFirst } = intlWords(locale);
  const filler = '(?:[,،]?\\s(?:[\\p{L}]{1,3}\\.?\\s)?\\p{Lo}?|\\s?)';
  const shortYear = `\\d{1,3}(?=\\s*(?:$|[.,;:!?)\\]»”"–—]))`;
  const anyYear = `(?:[,،]?\\s${OF_YEAR}(?:\\d{1,4}\\s?${era}|${year}${END}|${shortYear}))?`;
  return [
    '(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)',
    `${ALONE}\\d{1,2}\\s?([./-])\\s?\\d{1,2}\\s?\\1\\s?(?:\\d{4}|\\d{2})${END}`,
    `${ALONE}\\d{4}([./])\\d{1,2}\\1\\d{1,2}${END}`,
    `${ALONE}\\d{1,2}\\.\\s?\\d{1,2}\\.(?!\\d)`,
    `${ALONE}${days}${filler}${month}${anyYear}`,
    // "In June 14 people" counts people.
    ...(isMonthFirst ? [`(?<![Ii]n\\s)${WORD_START}${month}[,،]?\\s${days}${END}${anyYear}`] : []),
    `${ALONE}${year}[,،]?\\s${month}`,
    `${WORD_START}${month}[,،]?\\s${OF_YEAR}${year}${END}`,
  ];
}

/** Years, decades, centuries and what a language counts by words of its own. */
function yearSources(locale: string): readonly string[] {
  const { years, year, era, words, to } = piecesOf(locale);
  const { counters } = intlWords(locale);
  const some = `\\d{1,4}(?:${DASH}\\d{1,4})?`;
  const count = `\\d{1,2}(?:${words.ordinal})?`;
  // "In 2019 people fled" names a year, "some 2019 people" does not.
  const uncounted = `(?!\\s(?:${words.counted})(?![\\p{L}]))`;
  const since = `${WORD_START}(?:[Ii]n|[Ss]ince|[Uu]ntil)\\s${years}${END}`;
  return [
    `${ALONE}${count}(?:${to}${count})*[\\s-]?(?:\\p{Ll}{1,3}\\s)?(?:${words.century})${WORD_END}(?:\\s?${era})?`,
    `${WORD_START}(?:${words.century})${WORD_END}\\s?(?:\\p{L}{1,2}-?)?\\s?${count}(?:${to}${count})*(?:\\s?${era})?(?!\\d)`,
    `${ALONE}\\d{1,4}s?(?:${words.ordinal})?(?:${DASH}\\d{1,4})?\\s?(?:\\p{L}{1,5}\\.?\\s)?${era}(?![\\p{Ll}\\p{Lu}])`,
    `${WORD_START}${era}\\s?${some}(?:\\s?${era})?${END}`,
    `${ALONE}[’']?(?:[12]\\d{2}|[1-9])0(?:${words.decadeEnd})${WORD_END}`,
    `${WORD_START}(?:${words.decade})\\s?(?:\\p{L}{1,2}-)?(?:[12]\\d{2}|[1-9])0(?:${words.decadeEnd})?(?:${to}(?:[12]\\d{2}|[1-9])0)*(?![\\d%])`,
    `${word(words.seasons)}(?:\\s(?:${words.when}|\\p{L}{1,3}))?\\s(?:${years}|[’']\\d\\d)${END}`,
    `${WORD_START}(?:${words.year})\\s(?:\\p{L}{1,2}\\s)?\\d{1,4}(?:${DASH}\\d{1,4})?${END}`,
    `${ALONE}\\d{1,4}(?:-[\\p{L}]{1,3})?\\s(?:${words.yearAfter})${WORD_END}`,
    ...counters.map((counter) => {
      const [before = '', after = ''] = counter.split('#').map((part) => anyOf([part]));
      return `${before === '' ? ALONE : before}\\d{1,4}(?:${DASH}\\d{1,4})?${after}${/\s/.test(after) ? WORD_END : ''}`;
    }),
    `${ALONE}(?:19\\d\\d|20\\d\\d|2100)(?:${DASH}\\d\\d(?!\\d)|${DASH}[12]\\d{3}|/\\d\\d)?${END}${uncounted}`,
    `${ALONE}0\\d{3}${END}`,
    since,
    `${WORD_START}(?:${words.when})\\s${years}${END}${uncounted}`,
    `(?:(?<=^\\s*)|(?<=[(,;–—]\\s?))${years}${END}(?!\\s?[%\\p{Sc}]|\\s?\\p{L})`,
    `${ALONE}${year}[–—-]${year}${END}(?!\\s?\\p{L})`,
  ];
}

const built = new Map<string, readonly RegExp[]>();

/** What explains itself in a text with figures 0–9: dates, times, years, and names with figures in them. */
export function selfExplained(locale: string): readonly RegExp[] {
  const made =
    built.get(locale) ??
    [nameSources, dateSources, clockSources, yearSources]
      .flatMap((sourcesOf) => sourcesOf(locale))
      .map((source) => new RegExp(source, 'gu'));
  built.set(locale, made);
  return made;
}
