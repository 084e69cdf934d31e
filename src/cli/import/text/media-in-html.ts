import type { Element, Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** A picture, film, recording or page in a piece of HTML. */
export interface HtmlMedium {
  readonly address: string;
  readonly alt: string;
  readonly title: string;
  readonly caption: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The largest of a `srcset`, where there is no plain address. */
const largestOf = (srcset: string): string => srcset.split(/,\s+/).at(-1)?.trim().split(/\s+/)[0] ?? '';

function sourceWithin(element: Element): string {
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  return text(source?.properties['src']);
}

/** What an element shows, or null where it is no medium. */
export function mediumOf(element: Element): HtmlMedium | null {
  const { tagName, properties } = element;
  if (!['img', 'video', 'audio', 'iframe', 'embed', 'object'].includes(tagName)) return null;
  const lazy = text(properties['dataSrc']);
  const address =
    text(properties['src']) ||
    lazy ||
    text(properties['data']) ||
    sourceWithin(element) ||
    largestOf(text(properties['srcSet']));
  return { address, alt: text(properties['alt']), title: text(properties['title']), caption: '' };
}

const SLIDER =
  /juxtapose|beer-slider|twentytwenty|img-comp|comparison|before-?after|after-?before|cocoen|ba-slider|image-compare/i;

/** The two pictures of a before-and-after slider; null where an element is none. */
export function comparedIn(element: Element): readonly [HtmlMedium, HtmlMedium] | null {
  const names = [element.tagName, element.properties['className'], element.properties['id']].flat().join(' ');
  if (!SLIDER.test(names)) return null;
  const pictures: HtmlMedium[] = [];
  visit(element, 'element', (inner) => {
    const medium = inner.tagName === 'img' ? mediumOf(inner) : null;
    if (medium !== null) pictures.push(medium);
  });
  const [before, after, ...more] = pictures;
  return before === undefined || after === undefined || more.length > 0 ? null : [before, after];
}

/** Every medium of a tree, those of sliders too. */
export function mediaIn(tree: Nodes): readonly HtmlMedium[] {
  const found: HtmlMedium[] = [];
  visit(tree, 'element', (element) => {
    const medium = mediumOf(element);
    if (medium === null) return undefined;
    if (medium.address !== '') found.push(medium);
    return SKIP;
  });
  return found;
}
