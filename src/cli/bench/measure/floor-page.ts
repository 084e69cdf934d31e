import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const STYLE = 'body{margin:0 auto;max-width:40em;padding:1em;font:1.1em/1.5 serif}svg{width:100%;height:auto}';

/** The drawing that a map shows a part of: it stands once in the page, out of sight. */
function drawingOf(map: Parent, elements: readonly DefaultTreeAdapterTypes.Element[]): string {
  const use = [...elementsOf(map)].find(({ tagName }) => tagName === 'use');
  const id = use ? attribute(use, 'href').slice(1) : '';
  const hasIt = (svg: Parent): boolean => [...elementsOf(svg)].some((element) => id && attribute(element, 'id') === id);
  const svg = elements.find((element) => element.tagName === 'svg' && hasIt(element));
  return svg ? `<div style="position:absolute;width:0;height:0;overflow:hidden">${serializeOuter(svg)}</div>` : '';
}

/**
 * The least a page of this story can be: its words and the first section's map, without program, fonts or style of their
 * own. What a page takes longer than this is of our making.
 */
export function floorPage(html: string): string {
  const elements = [...elementsOf(parse(html))];
  const title = elements.find(({ tagName }) => tagName === 'title');
  const map = elements.find((element) => hasClass(element, 'static-map'));
  const sections = elements.filter((element) => element.tagName === 'section' && hasClass(element, 'section'));
  const words = sections.flatMap((section) =>
    [...elementsOf(section)]
      .filter((element) => ['h1', 'h2', 'p'].includes(element.tagName) && !hasClass(element, 'map-description'))
      .map((element) => serializeOuter(element)),
  );
  const [heading = '', ...others] = words;
  const body = [map ? drawingOf(map, elements) : '', heading, map ? serializeOuter(map) : '', ...others].join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title ? serialize(title) : ''}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/**
 * Writes the floor page of a built page into a folder of its own.
 * @returns the folder
 */
export async function writeFloorPage(dist: string, path: string, folder: string): Promise<string> {
  const html = await readFile(join(dist, path, 'index.html'), 'utf8');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), floorPage(html));
  return folder;
}
