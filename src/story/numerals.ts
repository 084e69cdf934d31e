/** What may explain a numeral. */
export interface Explanations {
  /** Names with figures in them, such as places. */
  readonly names: readonly string[];
  /** Figures somebody answers for. */
  readonly values: ReadonlySet<number>;
}

export interface Numeral {
  readonly text: string;
  readonly index: number;
}

const MONTHS = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
  'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
  'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
].join('|');

const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const DAYS = `${DAY}(?:(?:\\s?[–-]\\s?|, | and | to | or |\\s?و\\s?)${DAY})*`;
const ALONE = '(?<![\\d.,])';
const END = '(?![\\d]|[.,]\\d)';

/** Dates, years and road numbers explain themselves. */
const SELF_EXPLAINED = [
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
  new RegExp(`${ALONE}${DAYS}\\s(?:of\\s)?(?:${MONTHS})`, 'gu'),
  new RegExp(`(?:${MONTHS})\\s${DAYS}${END}`, 'gu'),
  new RegExp(`${ALONE}(?:19\\d\\d|20\\d\\d|2100)(?:[–-]\\d\\d)?(?:s\\b|${END})`, 'gu'),
  /(?<![\p{L}\d])\p{Lu}\d{1,3}(?![\p{L}\d])/gu,
];

const NUMERAL = /\d+(?:[.,]\d+)*(?:\s(?:thousand|million|billion|مليون|ملايين|ألف|آلاف)(?!\p{L}))?/gu;

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/thousand|ألف|آلاف/, 1e3],
  [/million|مليون|ملايين/, 1e6],
  [/billion/, 1e9],
];

function latinFigures(text: string): string {
  return text
    .replace(/[٠-٩]/g, (figure) => String(figure.charCodeAt(0) - 0x0660))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
}

/** The number a numeral stands for: `2,350` is 2350, `4 million` is 4000000. */
export function numeralValue(numeral: string): number {
  const multiple = MULTIPLES.find(([word]) => word.test(numeral))?.[1] ?? 1;
  const figures = latinFigures(numeral).replace(/[^\d.,]/g, '');
  return Number(figures.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.')) * multiple;
}

function masked(text: string, names: readonly string[]): string {
  const blank = (part: string) => ' '.repeat(part.length);
  const withoutNames = names
    .filter((name) => /\d/.test(latinFigures(name)))
    .reduce((rest, name) => rest.replaceAll(latinFigures(name), blank(name)), text);
  return SELF_EXPLAINED.reduce((rest, pattern) => rest.replace(pattern, blank), withoutNames);
}

/** Numerals in a text that no date, year, road, name or known figure explains, in either script's figures. */
export function unexplainedNumerals(text: string, { names, values }: Explanations): readonly Numeral[] {
  return [...masked(latinFigures(text), names).matchAll(NUMERAL)]
    .map(({ 0: found, index }) => ({ text: text.slice(index, index + found.length), index }))
    .filter(({ text: numeral }) => !values.has(numeralValue(numeral)));
}

/** Every number a text names in figures. */
export function numbersNamed(text: string): readonly number[] {
  return [...latinFigures(text).matchAll(NUMERAL)].map(([numeral]) => numeralValue(numeral));
}
