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
  const children = childrenOf(node).flatMap((child) => withoutBlocks(child, found));
  // A link or an emphasis around a picture has nothing left to be around.
  return children.length === 0 && childrenOf(node).length > 0 ? [] : [{ ...node, children } as RootContent];
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
  const children = childrenOf(node).flatMap(lifted);
  const isLoose =
    /^list/.test(node.type) && children.some((child) => isBlock(child) || ('spread' in child && child.spread === true));
  return [{ ...node, children, ...(isLoose ? { spread: true } : {}) } as RootContent];
}

/** A document in which pictures stand between paragraphs, never in them, and no paragraph begins or ends with a break. */
export function liftMedia(document: Root): Root {
  return { ...document, children: document.children.flatMap(lifted).map(withoutOuterBreaks) };
}

/** Blanks at the edge of a paragraph would be written as entities. */
function trimmed(
  child: Paragraph['children'][number],
  isFirst: boolean,
  isLast: boolean,
): Paragraph['children'][number] {
  if (child.type !== 'text') return child;
  const value = isFirst ? child.value.trimStart() : child.value;
  return { ...child, value: isLast ? value.trimEnd() : value };
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
  const kept = first === -1 ? [] : node.children.slice(first, last + 1);
  return { ...node, children: kept.map((child, at) => trimmed(child, at === 0, at === kept.length - 1)) };
}
