import type { Element, ElementContent } from 'hast';

type Child = ElementContent;

/** Footnotes written in Markdown: what each says, by its name, and the text without the list of them. */
export interface MarkdownNotes {
  readonly text: readonly Child[];
  readonly notes: ReadonlyMap<string, readonly Child[]>;
}

/** Prefix that the compiler gives what authors name. */
const NAMED = 'user-content-fn-';

const isList = (child: Child): child is Element =>
  child.type === 'element' && child.tagName === 'section' && child.properties['dataFootnotes'] !== undefined;

const isWayBack = (child: Child): boolean =>
  child.type === 'element' && child.properties['dataFootnoteBackref'] !== undefined;

const elementsIn = (children: readonly Child[]): readonly Element[] =>
  children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child.children)] : []));

function withoutWayBack(children: readonly Child[]): readonly Child[] {
  return children
    .filter((child) => !isWayBack(child))
    .map((child) => (child.type === 'element' ? { ...child, children: [...withoutWayBack(child.children)] } : child));
}

/** Takes the footnotes off the end of a section's HTML. */
export function takeMarkdownNotes(children: readonly Child[]): MarkdownNotes {
  const items = elementsIn(children.filter(isList)).filter(
    ({ tagName, properties }) => tagName === 'li' && String(properties['id'] ?? '').startsWith(NAMED),
  );
  const notes = items.map(
    ({ properties, children: own }) => [String(properties['id']).slice(NAMED.length), withoutWayBack(own)] as const,
  );
  return { text: children.filter((child) => !isList(child)), notes: new Map(notes) };
}

/** The name of the footnote that an element refers to; null for any other. */
export function footnoteNamed({ tagName, children: [link] }: Element): string | null {
  if (tagName !== 'sup' || link?.type !== 'element' || link.properties['dataFootnoteRef'] === undefined) return null;
  return decodeURIComponent(String(link.properties['href']).slice(`#${NAMED}`.length));
}

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'div',
  'footer',
  'pre',
  'table',
  'tr',
  'td',
]);

/** The same in one line: notes stand one behind the other. */
export function inOneLine(children: readonly Child[]): readonly Child[] {
  const flat = children.flatMap((child): readonly Child[] => {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) return [child];
    return [...inOneLine(child.children), { type: 'text', value: ' ' }];
  });
  return flat.flatMap((child, at): readonly Child[] => {
    if (child.type !== 'text') return [child];
    const isFirst = at === 0 || flat.slice(0, at).every((other) => other.type === 'text' && other.value.trim() === '');
    const value = isFirst ? child.value.trimStart() : child.value;
    const words: Child = { type: 'text', value: value.replace(/\s+/g, ' ') };
    return value === '' ? [] : [words];
  });
}
