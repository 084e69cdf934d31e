import { fieldsOf, whereInBody, whereOf } from './fields.ts';
import { scanBody } from './mdx-body.ts';
import { type Numeral, unexplainedNumerals } from './numerals.ts';
import { buildProblem, type Problem } from './problems.ts';
import { fileNamed, membersOf, type MdxFile, type StoryFiles } from './story-files.ts';
import { textFieldsOf } from './text-fields.ts';

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
  readonly factValues: Readonly<Record<string, number>>;
}

/** Figures a frontmatter text may use: the ledger's, and those the map draws in the same section. */
function valuesFor(frontmatter: unknown, { factValues }: WordCheck): ReadonlySet<number> {
  const { annotations, frame } = membersOf(frontmatter);
  const counted = Array.isArray(annotations) ? annotations.map(membersOf) : [];
  const dots = counted.flatMap(({ fact, per }) => {
    const value = typeof fact === 'string' ? factValues[fact] : undefined;
    return value === undefined || typeof per !== 'number' ? [] : [value / per];
  });
  return new Set([...Object.values(factValues), ...numbersIn(counted), ...numbersIn(frame), ...dots]);
}

/** The map is drawn from the default language's frontmatter, so its figures also explain a translation's words. */
function baseOf(section: MdxFile, { mdx, defaultLocale }: StoryFiles): unknown {
  return mdx.find(({ id, locale }) => id === section.id && locale === defaultLocale)?.file.data;
}

function checkNumerals(section: MdxFile, check: WordCheck): readonly Problem[] {
  const { files, names } = check;
  const { file } = section;
  const values = valuesFor(baseOf(section, files), check);
  const inFields = textFieldsOf(file.data).flatMap(({ field, value }) =>
    unexplainedNumerals(value, { names, values }).map((numeral) =>
      buildProblem('UnexplainedNumeral', whereOf(files.raw, file, field), {
        numeral: numeral.text,
        near: surroundings(value, numeral),
        inBody: false,
      }),
    ),
  );
  const { unsourced } = scanBody(file.body);
  const inBody = unexplainedNumerals(unsourced, { names, values: NONE }).map((numeral) =>
    buildProblem('UnexplainedNumeral', whereInBody(files.raw, file, numeral.index), {
      numeral: numeral.text,
      near: surroundings(unsourced, numeral),
      inBody: true,
    }),
  );
  return [...inFields, ...inBody];
}

function checkLength({ file }: MdxFile, { files }: WordCheck): readonly Problem[] {
  if (membersOf(file.data)['page'] === true) return [];
  const words = scanBody(file.body).prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return words > MAX_CARD_WORDS ? [buildProblem('CardTooLong', whereInBody(files.raw, file, 0), { words })] : [];
}

/** What the story says: figures somebody must answer for, and cards that hold too much. */
export function checkWords(files: StoryFiles): readonly Problem[] {
  const facts = Object.entries(membersOf(fileNamed(files.raw, 'facts.yaml')?.data));
  const places = Object.values(membersOf(fileNamed(files.raw, 'places.yaml')?.data));
  const check: WordCheck = {
    files,
    names: places.flatMap((place) => Object.values(membersOf(membersOf(place)['names'])).map(String)),
    factValues: Object.fromEntries(
      facts.flatMap(([id, fact]) => {
        const { value } = membersOf(fact);
        return typeof value === 'number' ? [[id, value] as const] : [];
      }),
    ),
  };
  return files.mdx.flatMap((section) => [...checkNumerals(section, check), ...checkLength(section, check)]);
}
