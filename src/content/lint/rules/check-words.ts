import { countWords } from '../../../i18n/count-words.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import { fieldsOf, whereInBody, whereOf } from '../../files/fields.ts';
import { fileNamed, type MdxFile, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { textFieldsOf } from '../../files/text-fields.ts';
import { mapValues } from '../../normalize/normalize-documents.ts';
import { figuresOf } from '../../prose/figures.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import { waysToWrite } from '../../prose/numerals/date-words.ts';
import { type Numeral, unexplainedNumerals } from '../../prose/numerals/numerals.ts';
import { wrongDates } from '../../prose/numerals/wrong-dates.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';
import { dataFigures } from './data-figures.ts';

const MAX_CARD_WORDS = 90;
const NEAR = 22;
const NONE: ReadonlySet<number> = new Set();

/** A little of the text around a numeral, so that the author finds it. */
function surroundings(text: string, { text: numeral, index }: Numeral): string {
  const [from, to] = [Math.max(0, index - NEAR), index + numeral.length + NEAR];
  const piece = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}

function numbersIn(value: unknown): readonly number[] {
  return fieldsOf(value).flatMap(({ value: found }) => (typeof found === 'number' ? [found] : []));
}

interface WordCheck {
  readonly files: StoryFiles;
  readonly names: readonly string[];
  /** Null where the ledger cannot be read. */
  readonly factValues: Readonly<Record<string, readonly number[]>> | null;
  readonly mapIndex: MapIndex | null;
}

/** Figures a frontmatter text may use: the ledger's, and those the map draws in the same section. */
function valuesFor(frontmatter: unknown, factValues: Readonly<Record<string, readonly number[]>>): ReadonlySet<number> {
  const { annotations, frame } = membersOf(frontmatter);
  const counted = Array.isArray(annotations) ? annotations.map(membersOf) : [];
  const dots = counted.flatMap(({ fact, per }) => {
    const value = typeof fact === 'string' ? factValues[fact]?.[0] : undefined;
    return value === undefined || typeof per !== 'number' ? [] : [value / per];
  });
  return new Set([...Object.values(factValues).flat(), ...numbersIn(counted), ...numbersIn(frame), ...dots]);
}

/** The map is drawn from the default language's frontmatter, so its figures also explain a translation's words. */
function baseOf(section: MdxFile, { mdx, defaultLocale }: StoryFiles): unknown {
  return mdx.find(({ id, locale }) => id === section.id && locale === defaultLocale)?.file.data;
}

/** Tells of the numerals of a text for which neither `values` nor, where `base` is given, the data of its map answer. */
function numeralTeller(check: WordCheck, locale: string, base: unknown) {
  const { files, names, mapIndex } = check;
  // Asked for only where a numeral is left: data may have a hundred thousand figures.
  let ofData: ReadonlySet<number> | undefined;
  const unexplained = (text: string, values: ReadonlySet<number>): readonly Numeral[] => {
    if (unexplainedNumerals(text, { names, values, locale }).length === 0) return [];
    ofData ??= dataFigures(base, files, mapIndex);
    return unexplainedNumerals(text, { names, values: values.union(ofData), locale });
  };
  return (text: string, values: ReadonlySet<number>, whereIs: (numeral: Numeral) => Where, inBody = false) =>
    unexplained(text, values).map((numeral) =>
      buildProblem('UnexplainedNumeral', whereIs(numeral), {
        numeral: numeral.text,
        near: surroundings(text, numeral),
        inBody,
        ways: waysToWrite(numeral.text, locale),
      }),
    );
}

function checkNumerals(section: MdxFile, check: WordCheck): readonly Problem[] {
  const { files, factValues } = check;
  const { file, locale } = section;
  const base = baseOf(section, files);
  const tell = numeralTeller(check, locale, base);
  const { unsourced, components } = scanBody(file.body);
  const inBody = tell(unsourced, NONE, ({ index }) => whereInBody(files.raw, file, index), true);
  if (factValues === null) return inBody;
  const values = valuesFor(base, factValues);
  return [
    ...textFieldsOf(file.data).flatMap(({ field, value }) =>
      tell(value, values, () => whereOf(files.raw, file, field)),
    ),
    // A link card's title is set as the page's own words, though they stand in an attribute.
    ...components.flatMap(({ name, attributes: { title }, index }) =>
      name === 'Embed' && title !== undefined
        ? tell(title, values, () => ({ ...whereInBody(files.raw, file, index), field: '<Embed title>' }))
        : [],
    ),
    ...inBody,
  ];
}

const MEDIA_WORDS = ['alt', 'caption'] as const;

/** Figures in what media.yaml says of pictures, films and recordings. */
function checkMediaNumerals(check: WordCheck): readonly Problem[] {
  const { files, factValues } = check;
  const list = fileNamed(files.raw, 'media/media.yaml');
  if (list === undefined || factValues === null) return [];
  const values = valuesFor(null, factValues);
  return Object.entries(membersOf(list.data)).flatMap(([name, entry]) =>
    MEDIA_WORDS.flatMap((field) => {
      const words = membersOf(entry)[field];
      const byLocale = typeof words === 'string' ? { [files.defaultLocale]: words } : membersOf(words);
      return Object.entries(byLocale).flatMap(([locale, text]) => {
        const at = typeof words === 'string' ? `${name}.${field}` : `${name}.${field}.${locale}`;
        const tell = numeralTeller(check, locale, null);
        return typeof text === 'string' ? tell(text, values, () => whereOf(files.raw, list, at)) : [];
      });
    }),
  );
}

/** Dates that do not exist and spans that end before they begin. */
function checkDates({ file, locale }: MdxFile, { files: { raw } }: WordCheck): readonly Problem[] {
  const inFields = textFieldsOf(file.data).flatMap(({ field, value }) =>
    wrongDates(value, locale).map(({ problem, text }) =>
      buildProblem(problem, whereOf(raw, file, field), { found: `“${text}”` }),
    ),
  );
  const inBody = wrongDates(scanBody(file.body).unsourced, locale).map(({ problem, text, index }) =>
    buildProblem(problem, whereInBody(raw, file, index), { found: `“${text}”` }),
  );
  return [...inFields, ...inBody];
}

function checkLength({ file }: MdxFile, { files }: WordCheck): readonly Problem[] {
  if (membersOf(file.data)['page'] === true) return [];
  const words = countWords(scanBody(file.body).prose);
  return words > MAX_CARD_WORDS ? [buildProblem('CardTooLong', whereInBody(files.raw, file, 0), { words })] : [];
}

/** What the story says: figures somebody must answer for, and cards that hold too much. */
export function checkWords(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const ledger = fileNamed(files.raw, 'facts.yaml');
  const places = Object.values(membersOf(fileNamed(files.raw, 'places.yaml')?.data));
  const check: WordCheck = {
    files,
    names: places.flatMap((place) => Object.values(membersOf(membersOf(place)['names'])).map(String)),
    factValues: ledger === undefined || ledger.fault !== null ? null : mapValues(membersOf(ledger.data), figuresOf),
    mapIndex,
  };
  return [
    ...files.mdx.flatMap((section) => [checkNumerals, checkDates, checkLength].flatMap((rule) => rule(section, check))),
    ...checkMediaNumerals(check),
  ];
}
