import type { Paragraph, Root, RootContent } from 'mdast';

type Any = RootContent | Root;

const isBlock = ({ type }: Any): boolean => type === 'mdxJsxFlowElement';
const childrenOf = (node: Any): readonly RootContent[] => ('children' in node ? (node.children as RootContent[]) : []);

/** Takes blocks out of a piece of running text, wherever in it they are. */
function withoutBlocks(node: RootContent, found: RootContent[]): RootContent[] {
  if (isBlock(node)) {
    found.push(node);
    return [];
  }
  if (!('children' in node)) return [node];
  return [{ ...node, children: childrenOf(node).flatMap((child) => withoutBlocks(child, found)) } as RootContent];
}

const isBlank = ({ children }: Paragraph): boolean =>
  children.every((child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''));

/** A paragraph broken at the blocks that stand in it. */
function split(paragraph: Paragraph): RootContent[] {
  const pieces: RootContent[] = [];
  let words: Paragraph['children'] = [];
  const close = (): void => {
    const piece: Paragraph = { type: 'paragraph', children: words };
    if (!isBlank(piece)) pieces.push(piece);
    words = [];
  };
  for (const child of paragraph.children) {
    // Two breaks are the end of a paragraph.
    const last = words.findLast((word) => word.type !== 'text' || word.value.trim() !== '');
    if (child.type === 'break' && last?.type === 'break') close();
    const found: RootContent[] = [];
    words.push(...(withoutBlocks(child, found) as Paragraph['children']));
    if (found.length === 0) continue;
    close();
    pieces.push(...found);
  }
  close();
  return pieces;
}

function lifted(node: RootContent): RootContent[] {
  if (isBlock(node)) return [node];
  if (node.type === 'paragraph') return split(node);
  if (node.type === 'table') {
    const found: RootContent[] = [];
    return [...withoutBlocks(node, found), ...found];
  }
  if (!('children' in node)) return [node];
  return [{ ...node, children: childrenOf(node).flatMap(lifted) } as RootContent];
}

/** A document in which pictures stand between paragraphs, never in them, and no paragraph begins or ends with a break. */
export function liftMedia(document: Root): Root {
  return { ...document, children: document.children.flatMap(lifted).map(withoutOuterBreaks) };
}

function withoutOuterBreaks(node: RootContent): RootContent {
  if (node.type !== 'paragraph') {
    if (!('children' in node)) return node;
    return { ...node, children: childrenOf(node).map(withoutOuterBreaks) } as RootContent;
  }
  const isEmpty = (child: Paragraph['children'][number] | undefined): boolean =>
    child !== undefined && isBlank({ type: 'paragraph', children: [child] });
  const first = node.children.findIndex((child) => !isEmpty(child));
  const last = node.children.findLastIndex((child) => !isEmpty(child));
  return { ...node, children: first === -1 ? [] : node.children.slice(first, last + 1) };
}
