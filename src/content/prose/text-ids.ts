import Slugger from 'github-slugger';
import { MDX_COMPONENTS, textAttributes } from './mdx-body.ts';
import { isElement, nodesOfText, type TextNode } from './text-tree.ts';

/** Something in a text that a link can lead to. */
export interface TextId {
  readonly id: string;
  /** Where it starts in the text. */
  readonly index: number;
}

/** @param notes names of the text's footnotes in the order in which they are referred to */
function wordsIn({ type, value, identifier, children }: TextNode, notes: readonly string[]): string {
  if (type === 'footnoteReference') return String(notes.indexOf(identifier) + 1);
  if (type === 'text' || type === 'inlineCode') return value;
  return children.map((child) => wordsIn(child, notes)).join('');
}

/** The ids of a text's headings, which the builder makes from their words, and those its author wrote. */
export function idsInText(text: string): readonly TextId[] {
  const slugger = new Slugger();
  const nodes = nodesOfText(text);
  const referred = nodes.filter(({ type }) => type === 'footnoteReference').map(({ identifier }) => identifier);
  const notes = [...new Set(referred)];
  return nodes.flatMap((node): readonly TextId[] => {
    if (node.type === 'heading') return [{ id: slugger.slug(wordsIn(node, notes)), index: node.start }];
    const { id } = isElement(node) && !MDX_COMPONENTS.includes(node.name ?? '') ? textAttributes(node) : {};
    return id === undefined || id === '' ? [] : [{ id, index: node.start }];
  });
}
