import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** What is to become of some fields of a mapping: `keys` go, and where the first of them stood stands `text`. */
export interface FieldChange {
  readonly keys: readonly string[];
  /** `name: value`; null where nothing takes their place. */
  readonly text: string | null;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text is YAML, but of a form that cannot be changed in place. */
export class UneditableYaml extends Error {}

const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;
const endOf = (node: unknown): number => (node as Node).range?.[1] ?? 0;
const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');
const pairEnd = ({ key, value }: Pair): number => Math.max(endOf(key), (value as Node | null)?.range?.[1] ?? 0);

const spliced = (text: string, { from, to, text: put }: Splice): string => text.slice(0, from) + put + text.slice(to);

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const afterLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};
/** Ends of block values may lie past their line; what is wanted is the end of what is written. */
const lastCharacter = (text: string, from: number, end: number): number =>
  from + text.slice(from, end).trimEnd().length;

function rootMap(text: string): YAMLMap | null {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0) throw new UneditableYaml('The YAML cannot be read.');
  if (contents === null || (isScalar(contents) && contents.value === null)) return null;
  if (!isMap(contents)) throw new UneditableYaml('The file does not hold fields.');
  return contents;
}

/** A pair of a flow mapping with the comma that parts it from its neighbour, so that the rest stays one list. */
function flowSpan(text: string, { items }: YAMLMap, index: number): Splice {
  const pair = items[index] as Pair;
  const next = items[index + 1];
  const before = items[index - 1];
  if (next) return { from: startOf(pair.key), to: startOf(next.key), text: '' };
  const from = before ? pairEnd(before) : startOf(pair.key);
  return { from, to: lastCharacter(text, from, pairEnd(pair)), text: '' };
}

function blockSpan(text: string, pair: Pair): Splice {
  const from = startOf(pair.key);
  return { from: lineStart(text, from), to: afterLine(text, lastCharacter(text, from, pairEnd(pair))), text: '' };
}

function replacement(text: string, pair: Pair, put: string): Splice {
  const from = startOf(pair.key);
  return { from, to: lastCharacter(text, from, pairEnd(pair)), text: put };
}

function appended(text: string, map: YAMLMap, put: string): Splice {
  const last = map.items.at(-1);
  if (map.flow === true) {
    const at = last ? lastCharacter(text, startOf(last.key), pairEnd(last)) : startOf(map) + 1;
    return { from: at, to: at, text: last ? `, ${put}` : put };
  }
  if (!last) throw new UneditableYaml('There is nothing to add to.');
  const column = startOf(last.key) - lineStart(text, startOf(last.key));
  const end = lastCharacter(text, startOf(last.key), pairEnd(last));
  const at = afterLine(text, end);
  const newline = newlineOf(text);
  const lead = text[at - 1] === '\n' ? '' : newline;
  return { from: at, to: at, text: `${lead}${' '.repeat(column)}${put}${newline}` };
}

/** One field at a time: where neighbours go together, what stood between them would go twice. */
function changeField(text: string, path: readonly string[], change: FieldChange): string {
  const map = mapAt(text, path);
  if (!map) return change.text === null ? text : withNewMap(text, path, change.text);
  const found = map.items.flatMap((pair, index) => (change.keys.includes(keyOf(pair)) ? [{ pair, index }] : []));
  const last = found.at(-1);
  if (!last) return change.text === null ? text : spliced(text, appended(text, map, change.text));
  if (found.length === 1 && change.text !== null) return spliced(text, replacement(text, last.pair, change.text));
  const rest = spliced(text, map.flow === true ? flowSpan(text, map, last.index) : blockSpan(text, last.pair));
  return changeField(rest, path, change);
}

function withNewMap(text: string, path: readonly string[], put: string): string {
  const name = path.at(-1);
  if (name !== undefined) return changeField(text, path.slice(0, -1), { keys: [name], text: `${name}: { ${put} }` });
  const newline = newlineOf(text);
  return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${put}${newline}`;
}

function mapAt(text: string, path: readonly string[]): YAMLMap | null {
  let map = rootMap(text);
  for (const key of path) {
    const value = map?.items.find((pair) => keyOf(pair) === key)?.value;
    if (value === undefined || value === null || (isScalar(value) && value.value === null)) return null;
    if (!isMap(value) || value.anchor !== undefined) throw new UneditableYaml(`\`${key}\` is not written as fields.`);
    map = value;
  }
  return map;
}

/**
 * Changes fields of the mapping at `path` one after the other; all other bytes stay.
 * @throws UneditableYaml where they cannot be told apart from the rest
 */
export function changeFields(text: string, path: readonly string[], changes: readonly FieldChange[]): string {
  return changes.reduce((current, change) => changeField(current, path, change), text);
}

/**
 * Adds an item to the list in the field `key` at the top, below those that are there; all other bytes stay.
 * @param lines the item's fields, `name: value` each
 * @throws UneditableYaml
 */
export function addItem(text: string, key: string, lines: readonly string[]): string {
  const list = rootMap(text)?.items.find((pair) => keyOf(pair) === key)?.value;
  const newline = newlineOf(text);
  const block = (indent: string): string =>
    lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}${newline}`).join('');
  if (list === undefined || list === null || (isCollection(list) && list.items.length === 0) || isScalar(list)) {
    return changeFields(text, [], [{ keys: [key], text: `${key}:${newline}${block('  ').trimEnd()}` }]);
  }
  if (!isSeq(list)) throw new UneditableYaml(`\`${key}\` is not a list.`);
  const last = list.items.at(-1) as Node;
  const end = lastCharacter(text, startOf(last), endOf(last));
  if (list.flow === true) return spliced(text, { from: end, to: end, text: `, { ${lines.join(', ')} }` });
  const dash = text.lastIndexOf('-', startOf(last));
  const at = afterLine(text, end);
  const lead = text[at - 1] === '\n' ? '' : newline;
  return spliced(text, { from: at, to: at, text: lead + block(' '.repeat(dash - lineStart(text, dash))) });
}

/** Adds an entry with fields of its own at the end of a file of entries; all other bytes stay. */
export function addEntry(text: string, key: string, lines: readonly string[]): string {
  const map = rootMap(text);
  const newline = newlineOf(text);
  const entry = [`${key}:`, ...lines.map((line) => `  ${line}`)].join(newline) + newline;
  if (map !== null && map.items.length === 0) {
    return text.slice(0, startOf(map)) + entry + text.slice(endOf(map)).replace(/^[^\n]*\n?/, '');
  }
  return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${entry}`;
}
