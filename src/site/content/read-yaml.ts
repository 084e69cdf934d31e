import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { plainData, type RawFault } from '../../content/files/raw.ts';
import { yamlFault } from './yaml-fault.ts';

/** YAML as read, with the line of every field. */
export interface YamlReading {
  readonly data: unknown;
  readonly lines: Readonly<Record<string, number>>;
  /** What follows a text behind ` #`, by the text's field. */
  readonly cuts: Readonly<Record<string, string>>;
  /** See `RawFile`. */
  readonly decimals: Readonly<Record<string, number>>;
  readonly fault: RawFault | null;
}

type Note = (path: string, key: unknown, value: unknown) => void;

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function walk(node: unknown, path: string, note: Note): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const inner = below(path, isScalar(key) ? String(key.value) : String(key));
      note(inner, key, value);
      walk(value, inner, note);
    }
  }
  if (!isSeq(node)) return;
  node.items.forEach((item, index) => {
    const inner = below(path, String(index));
    note(inner, item, item);
    walk(item, inner, note);
  });
}

/** A remark that begins right behind its # is most often the rest of a text. */
function cutFrom(node: unknown): string | null {
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.value !== 'string') return null;
  return typeof node.comment === 'string' && /^\S/.test(node.comment) ? `#${node.comment}` : null;
}

const failed = (detail: string, line: number): YamlReading => ({
  data: undefined,
  lines: {},
  cuts: {},
  decimals: {},
  fault: { problem: 'MalformedYaml', detail, line },
});

type Document = ReturnType<typeof parseDocument>;

/** The data, or null where it is made of more parts than a file of a story can be meant to have. */
function dataOf(document: Document): { readonly data: unknown } | null {
  try {
    return { data: plainData(document.toJS()) };
  } catch {
    return null;
  }
}

/** Words between commas in braces that are no field: the rest of a text that has a comma in it. */
function strayWords(document: Document): Node | null {
  let found: Node | null = null;
  visit(document, {
    Map(_, { flow, items }) {
      const stray = flow === true ? items.find(({ value }) => value === null)?.key : undefined;
      if (!isScalar(stray)) return undefined;
      found = stray;
      return visit.BREAK;
    },
  });
  return found;
}

/** @param offset lines of the file that stand above the text, as above an MDX file's frontmatter */
export function readYaml(text: string, offset = 0): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: true });
  const lineOf = (node: unknown): number => counter.linePos((node as Node).range?.[0] ?? 0).line + offset;
  const [error] = document.errors;
  if (error !== undefined) return failed(yamlFault(error), (error.linePos?.[0].line ?? 1) + offset);
  const stray = strayWords(document);
  if (stray !== null) {
    const detail = `“${String(stray)}” stands between commas and is no field; a text with a comma in it needs quotation marks`;
    return failed(detail, lineOf(stray));
  }
  const made = dataOf(document);
  if (made === null) return failed('its aliases refer to too much', 1 + offset);
  const lines: Record<string, number> = {};
  const cuts: Record<string, string> = {};
  const decimals: Record<string, number> = {};
  walk(document.contents, '', (path, key, value) => {
    if ((key as Node | null)?.range) lines[path] = lineOf(key);
    const cut = cutFrom(value);
    if (cut !== null) cuts[path] = cut;
    if (isScalar(value) && value.minFractionDigits !== undefined) decimals[path] = value.minFractionDigits;
  });
  return { data: made.data, lines, cuts, decimals, fault: null };
}
