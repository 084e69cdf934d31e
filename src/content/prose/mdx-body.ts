import { literalText } from './literal.ts';
import { isElement, isExpression, nodesIn, readText, type TextAttribute, type TextNode } from './text-tree.ts';

/** What authors may write in the text of a section besides Markdown and the elements of HTML that a page can show. */
export const MDX_COMPONENTS: readonly string[] = [
  ...['Fact', 'Numeral', 'Quote'],
  ...['Figure', 'Gallery', 'Video', 'Audio', 'Compare', 'Embed'],
];

/** A component as it stands in the text. */
export interface Component {
  readonly name: string;
  /** Values that are texts; an attribute that stands alone has an empty one. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether anything stands between its tags. */
  readonly hasContent: boolean;
  /** Where it starts in the text. */
  readonly index: number;
}

export interface BodyScan {
  readonly components: readonly Component[];
  /** The text with all that readers do not read as prose blanked out, so that positions stay true. */
  readonly prose: string;
  /** The same, with what stands inside `<Fact>` blanked out too: the ledger answers for that. */
  readonly unsourced: string;
  /** Whether the text could be read at all; where not, the rest is empty. */
  readonly isRead: boolean;
}

type Range = readonly [start: number, end: number];

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** A text with all but some ranges, which are in order, blanked out. */
function onlyIn(text: string, ranges: readonly Range[]): string {
  const pieces = ranges.map(([start, end], at) => {
    const before = ranges[at - 1]?.[1] ?? 0;
    return blank(text.slice(before, start)) + text.slice(start, end);
  });
  return pieces.join('') + blank(text.slice(ranges.at(-1)?.[1] ?? 0));
}

/** Words a page shows where it cannot show the picture. */
function altRange({ start, alt }: TextNode, text: string): Range {
  const from = text.indexOf('[', start) + 1;
  return [from, from + alt.length];
}

/** An address that is its own text is no prose. */
const isBareAddress = ({ type, url, children: [only] }: TextNode): boolean =>
  type === 'link' && only?.type === 'text' && url.endsWith(only.value);

function proseRanges(node: TextNode, text: string, isProse: (node: TextNode) => boolean): readonly Range[] {
  if (!isProse(node) || isBareAddress(node)) return [];
  if (node.type === 'text') return [[node.start, node.end]];
  if (isExpression(node) && literalText(node.value) !== null) return [[node.start, node.end]];
  if (node.type === 'image') return [altRange(node, text)];
  return node.children.flatMap((child) => proseRanges(child, text, isProse));
}

function textOf({ value }: TextAttribute): string | null {
  if (value === null || typeof value === 'string') return value ?? '';
  return literalText(value.code);
}

/** The attributes of an element that are texts, by name. */
export function textAttributes({ attributes }: TextNode): Readonly<Record<string, string>> {
  const entries = attributes.flatMap((attribute) => {
    const text = textOf(attribute);
    return attribute.name === null || text === null ? [] : [[attribute.name, text] as const];
  });
  return Object.fromEntries(entries);
}

/** Finds the components and the prose of an MDX text. */
export function scanBody(body: string): BodyScan {
  const reading = readText(body);
  if (reading.fault !== null) return { components: [], prose: '', unsourced: '', isRead: false };
  const { root } = reading;
  const components = nodesIn(root)
    .filter((node) => isElement(node) && MDX_COMPONENTS.includes(node.name ?? ''))
    .map((node) => ({
      name: node.name ?? '',
      attributes: textAttributes(node),
      hasContent: node.children.length > 0,
      index: node.start,
    }));
  const within = (isProse: (node: TextNode) => boolean) => onlyIn(body, proseRanges(root, body, isProse));
  return {
    components,
    prose: within(() => true),
    unsourced: within(({ name }) => name !== 'Fact'),
    isRead: true,
  };
}
