import { DOMParser, type Element as XmlElement, type Node as XmlNode } from '@xmldom/xmldom';
import { ImportRefusal } from '../imported-story.ts';

/** An element as plain data: attributes with `@`, text as `#`, children by their names; several of one name in a list. */
export type XmlTree = { readonly [name: string]: unknown };

const MAX_DEPTH = 60;

const isElement = (node: XmlNode): node is XmlElement => node.nodeType === 1;

/** Names without the prefix of their namespace, but for Google's own. */
const nameOf = (element: XmlElement): string =>
  element.nodeName.startsWith('gx:') ? element.nodeName : (element.localName ?? element.nodeName);

function treeOf(element: XmlElement, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new ImportRefusal('The file nests its elements too deep to be a story.');
  const nodes = Array.from({ length: element.childNodes.length }, (_, at) => element.childNodes[at]).filter(
    (node) => node != null,
  );
  const inner = nodes.filter(isElement);
  const attributes = Array.from({ length: element.attributes.length }, (_, at) => element.attributes.item(at)).flatMap(
    (one) =>
      one === null || one.name.startsWith('xmlns') || one.name.startsWith('xsi:')
        ? []
        : [[`@${one.name}`, one.value] as const],
  );
  if (inner.length === 0) {
    const text = (element.textContent ?? '').trim();
    if (attributes.length === 0) return text;
    return Object.fromEntries([...attributes, ...(text === '' ? [] : [['#', text] as const])]);
  }
  const byName = Map.groupBy(inner, nameOf);
  const children = [...byName].map(([name, all]) => {
    const [only] = all;
    const isList = all.length > 1 || /^(Placemark|wpt|rtept|trkpt|trk|rte|trkseg|Folder|gx:FlyTo)$/.test(name);
    return [
      name,
      isList || only === undefined ? all.map((one) => treeOf(one, depth + 1)) : treeOf(only, depth + 1),
    ] as const;
  });
  return Object.fromEntries([...attributes, ...children]);
}

/** @throws ImportRefusal where the text is no XML */
export function readXml(text: string): XmlTree {
  const errors: string[] = [];
  try {
    const parser = new DOMParser({ onError: (level, message) => void (level === 'warning' || errors.push(message)) });
    const document = parser.parseFromString(text, 'text/xml');
    const root = document.documentElement;
    if (root === null) throw new Error('there is no element in it');
    return { [nameOf(root)]: treeOf(root, 0) };
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const line = /line:?\s*(\d+)/i.exec(`${errors[0] ?? ''} ${(error as Error).message}`)?.[1];
    throw new ImportRefusal(
      `This is not XML that can be read${line === undefined ? '' : `, from line ${line} on`}: a tag is open, or stands where none may.`,
    );
  }
}
