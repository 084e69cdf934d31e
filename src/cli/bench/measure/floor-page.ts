import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse, serialize, serializeOuter } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const isElement = (node: Node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node;
const attribute = (element: DefaultTreeAdapterTypes.Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

function* elementsOf(parent: Parent): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsOf(node);
  }
}

const hasClass = (element: DefaultTreeAdapterTypes.Element, name: string): boolean =>
  attribute(element, 'class').split(' ').includes(name);

const STYLE = `body{margin:0 auto;max-width:40em;padding:1em;font:1.1em/1.5 serif}svg{width:100%;height:auto}
.opening{position:fixed;inset:0;z-index:-1}.opening img{width:100%;height:100%;object-fit:cover}`;

/** The drawing that a map shows a part of: it stands once in the page, out of sight. */
function drawingOf(map: Parent, elements: readonly DefaultTreeAdapterTypes.Element[]): string {
  const use = [...elementsOf(map)].find(({ tagName }) => tagName === 'use');
  const id = use ? attribute(use, 'href').slice(1) : '';
  const hasIt = (svg: Parent): boolean => [...elementsOf(svg)].some((element) => id && attribute(element, 'id') === id);
  const svg = elements.find((element) => element.tagName === 'svg' && hasIt(element));
  return svg ? `<div style="position:absolute;width:0;height:0;overflow:hidden">${serializeOuter(svg)}</div>` : '';
}

interface OpeningPicture {
  /** What has the browser fetch it before it has read the page. */
  readonly preloads: string;
  readonly picture: string;
}

/** The picture a story opens with in place of the map. */
function openingPictureOf(elements: readonly DefaultTreeAdapterTypes.Element[]): OpeningPicture {
  const backdrop = elements.find((element) => hasClass(element, 'opening-backdrop'));
  const picture = backdrop && [...elementsOf(backdrop)].find(({ tagName }) => tagName === 'picture');
  if (!picture) return { preloads: '', picture: '' };
  const isPreload = (element: DefaultTreeAdapterTypes.Element): boolean =>
    attribute(element, 'rel') === 'preload' && attribute(element, 'as') === 'image';
  const preloads = elements.filter(isPreload).map((element) => serializeOuter(element));
  return { preloads: preloads.join(''), picture: `<div class="opening">${serializeOuter(picture)}</div>` };
}

/**
 * The least a page of this story can be: its words and what it opens with, the first section's map or a picture, without
 * program, fonts or style of their own. What a page takes longer than this is of our making.
 */
export function floorPage(html: string): string {
  const elements = [...elementsOf(parse(html))];
  const opening = openingPictureOf(elements);
  const title = elements.find(({ tagName }) => tagName === 'title');
  const map = opening.picture ? undefined : elements.find((element) => hasClass(element, 'static-map'));
  const sections = elements.filter((element) => element.tagName === 'section' && hasClass(element, 'section'));
  const words = sections.flatMap((section) =>
    [...elementsOf(section)]
      .filter((element) => ['h1', 'h2', 'p'].includes(element.tagName) && !hasClass(element, 'map-description'))
      .map((element) => serializeOuter(element)),
  );
  const [heading = '', ...others] = words;
  const body = [
    opening.picture,
    map ? drawingOf(map, elements) : '',
    heading,
    map ? serializeOuter(map) : '',
    ...others,
  ].join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${opening.preloads}<title>${title ? serialize(title) : ''}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/**
 * Writes the floor page of a built page into a folder of its own, at the same address, with the pictures of its site.
 * @returns the folder
 */
export async function writeFloorPage(dist: string, path: string, folder: string): Promise<string> {
  const html = await readFile(join(dist, path, 'index.html'), 'utf8');
  await rm(folder, { recursive: true, force: true });
  const file = join(folder, path, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, floorPage(html));
  const pictures = join(dist, '_media');
  if (existsSync(pictures)) await cp(pictures, join(folder, '_media'), { recursive: true });
  return folder;
}
