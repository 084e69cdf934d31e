import { type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree } from 'parse5';
import { cssReferences } from './css-references.ts';
import type { Range, Reference } from './reference.ts';
import { scriptReferences } from './script-references.ts';

export type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

/** The story page's own: the basemap to load, and the service worker, which is no part of the page. */
const OWN = ['data-basemap', 'data-worker'];
/** Attributes whose value is an address. */
const ADDRESSES = new Set(['href', 'src', 'poster', 'action', 'formaction', 'data', 'xlink:href', ...OWN]);
const CANDIDATE_LISTS = new Set(['srcset', 'imagesrcset']);
/** Relations of a `<link>` that name another document instead of a part of this one. */
const TOLD = /\b(canonical|alternate|license|author|help|next|prev|search)\b/;
const SOCIAL = /^(og|twitter):(url|image(:(secure_)?url)?)$/;
/** Schemes that are no place, and code. */
const NO_PLACE = /^(data|blob|mailto|tel|javascript|about):/i;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const nameOf = ({ prefix, name }: Element['attrs'][number]): string => (prefix ? `${prefix}:${name}` : name);

function kindOf(element: Element, name: string): Reference['kind'] {
  if (name === 'data-worker') return 'name';
  if (['a', 'area', 'form', 'button'].includes(element.tagName)) return 'link';
  if (element.tagName === 'meta') return 'name';
  return element.tagName === 'link' && TOLD.test(attribute(element, 'rel') ?? '') ? 'name' : 'load';
}

function isAddress(element: Element, name: string): boolean {
  if (element.tagName !== 'meta') return ADDRESSES.has(name);
  return name === 'content' && SOCIAL.test(attribute(element, 'property') ?? attribute(element, 'name') ?? '');
}

/** Where an attribute's value stands, without its quotes. */
function valueRange(html: string, start: number, end: number): readonly [number, number] {
  const [opening = ''] = /^[^=]*=\s*["']?/.exec(html.slice(start, end)) ?? [];
  return [start + opening.length, /["']$/.test(opening) ? end - 1 : end];
}

type Found = Pick<Reference, 'start' | 'end' | 'url'>;

/** A `<link>` or `<meta>` without its address says nothing. */
const VOID_WITHOUT = new Set(['link', 'meta']);

function ownerOf(element: Element, place: { startOffset: number; endOffset: number }): Range {
  const { startOffset: start, endOffset: end } =
    VOID_WITHOUT.has(element.tagName) && element.sourceCodeLocation ? element.sourceCodeLocation : place;
  return { start, end };
}

/** Candidates of a `srcset`, each an address and perhaps a size. */
function candidatesOf(list: string): readonly Found[] {
  return [...list.matchAll(/[^\s,][^\s]*[^\s,](?=\s|,|$)(\s+[\d.]+[wx])?/g)].map(({ 0: all, index }) => {
    const url = all.replace(/\s+[\d.]+[wx]$/, '');
    return { start: index, end: index + url.length, url };
  });
}

function attributeReferences(html: string, element: Element): readonly Reference[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return element.attrs.flatMap((attr): readonly Reference[] => {
    const name = nameOf(attr);
    const place = places[name];
    if (!place) return [];
    const [start, end] = valueRange(html, place.startOffset, place.endOffset);
    const value = html.slice(start, end);
    const at = (found: Found): Reference => ({
      start: start + found.start,
      end: start + found.end,
      url: found.url,
      kind: kindOf(element, name),
      owner: ownerOf(element, place),
    });
    if (name === 'style') return cssReferences(value).map(at);
    if (CANDIDATE_LISTS.has(name)) return candidatesOf(value).map(at);
    return isAddress(element, name) ? [at({ start: 0, end: value.length, url: attr.value })] : [];
  });
}

/** Pictures and files that a story's data names for the map, from the root or the page: nothing else in it is an address. */
const FILES_IN_DATA = /(?<=")(?:\/|(?:\.\.\/)*)_(?:media|map)\/[^"\\]+(?=")/g;

const dataReferences = (text: string): readonly Reference[] =>
  [...text.matchAll(FILES_IN_DATA)].map(({ 0: url, index }) => ({
    start: index,
    end: index + url.length,
    url,
    kind: 'load',
  }));

function textReferences(html: string, element: Element): readonly Reference[] {
  const [child] = element.childNodes;
  if (!child || !tree.isTextNode(child) || !child.sourceCodeLocation) return [];
  const isModule = element.tagName === 'script' && attribute(element, 'type') === 'module';
  const isData = attribute(element, 'type') === 'application/json';
  if (!isModule && !isData && element.tagName !== 'style') return [];
  const { startOffset, endOffset } = child.sourceCodeLocation;
  const text = html.slice(startOffset, endOffset);
  const found = isData ? dataReferences(text) : isModule ? scriptReferences(text) : cssReferences(text);
  return found.map(({ start, end, url, kind }) => ({ start: start + startOffset, end: end + startOffset, url, kind }));
}

function visit(node: Node, see: (element: Element) => void): void {
  if (tree.isElementNode(node)) see(node);
  if ('content' in node) visit(node.content, see);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, see);
}

/** Every element of a page; where it stands in the text is its `sourceCodeLocation`. */
export function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = [];
  visit(parse(html, { sourceCodeLocationInfo: true }), (element) => elements.push(element));
  return elements;
}

/** Addresses in a page: in attributes, inline styles and inline modules. */
export function htmlReferences(html: string): readonly Reference[] {
  const found = elementsOf(html).flatMap((element) => [
    ...attributeReferences(html, element),
    ...textReferences(html, element),
  ]);
  return found.filter(({ url }) => url !== '' && !url.startsWith('#') && !NO_PLACE.test(url));
}
