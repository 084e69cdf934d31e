import Slugger from 'github-slugger';
import { MDX_COMPONENTS, textAttributes } from './mdx-body.ts';
import { isElement, nodesOfText, type TextNode } from './text-tree.ts';

/** Something in a text that a link can lead to. */
export interface TextId {
  readonly id: string;
  /** Where it starts in the text. */
  readonly index: number;
}

function wordsIn({ type, value, children }: TextNode): string {
  return type === 'text' || type === 'inlineCode' ? value : children.map(wordsIn).join('');
}

/** The ids of a text's headings, which the builder makes from their words, and those its author wrote. */
export function idsInText(text: string): readonly TextId[] {
  const slugger = new Slugger();
  return nodesOfText(text).flatMap((node): readonly TextId[] => {
    if (node.type === 'heading') return [{ id: slugger.slug(wordsIn(node)), index: node.start }];
    const { id } = isElement(node) && !MDX_COMPONENTS.includes(node.name ?? '') ? textAttributes(node) : {};
    return id === undefined || id === '' ? [] : [{ id, index: node.start }];
  });
}
