import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { plainData, type RawFault } from '../../content/files/raw.ts';

/** YAML as read, with the line of every field. */
export interface YamlReading {
  readonly data: unknown;
  readonly lines: Readonly<Record<string, number>>;
  /** See `RawFile`. */
  readonly decimals: Readonly<Record<string, number>>;
  readonly fault: RawFault | null;
}

type Note = (path: string, node: unknown, value: unknown) => void;

function walk(node: unknown, path: string, note: Note): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      const inner = path === '' ? name : `${path}.${name}`;
      note(inner, key, value);
      walk(value, inner, note);
    }
  }
  if (!isSeq(node)) return;
  node.items.forEach((item, index) => {
    const inner = path === '' ? String(index) : `${path}.${index}`;
    note(inner, item, item);
    walk(item, inner, note);
  });
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

/** @param offset lines of the file that stand above the text, as above an MDX file's frontmatter */
export function readYaml(text: string, offset = 0): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 1) + offset;
    return {
      data: undefined,
      lines: {},
      decimals: {},
      fault: { problem: 'MalformedYaml', detail: firstLine(error.message), line },
    };
  }
  const lines: Record<string, number> = {};
  const decimals: Record<string, number> = {};
  walk(document.contents, '', (path, node, value) => {
    const start = (node as Node | null)?.range?.[0];
    if (start !== undefined) lines[path] = counter.linePos(start).line + offset;
    if (isScalar(value) && value.minFractionDigits !== undefined) decimals[path] = value.minFractionDigits;
  });
  return { data: plainData(document.toJS()), lines, decimals, fault: null };
}
