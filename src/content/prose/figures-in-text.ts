import { isMediaAddress, mediaNameIn } from '../media/media-names.ts';
import { nodesIn, readText, type TextNode } from './text-tree.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isOwnPicture = ({ type, url }: TextNode): boolean => type === 'image' && isMediaAddress(url);

const isBlank = ({ type, value }: TextNode): boolean => type === 'break' || (type === 'text' && value.trim() === '');

/** A picture in a paragraph of its own is a figure; one among words stays among them. */
function editsIn(parent: TextNode): readonly Edit[] {
  const isAlone =
    parent.type === 'paragraph' && parent.children.every((child) => isOwnPicture(child) || isBlank(child));
  return parent.children.filter(isOwnPicture).map(({ start, end, url, alt }) => {
    const told = alt === '' ? '' : ` alt={${JSON.stringify(alt)}}`;
    const text = `<Figure src="${mediaNameIn(url)}"${told}${isAlone ? '' : ' inline'} />`;
    return { start, end, text };
  });
}

/** A text in which Markdown's pictures of the story's own media are components. Every line keeps its place. */
export function withFigures(body: string): string {
  const reading = readText(body);
  if (reading.fault !== null) return body;
  const edits = nodesIn(reading.root)
    .flatMap(editsIn)
    .toSorted((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: figure }) => text.slice(0, start) + figure + text.slice(end), body);
}
