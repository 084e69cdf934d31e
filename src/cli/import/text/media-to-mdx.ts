import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Shown } from '../media/shown-media.ts';

type Attributes = Readonly<Record<string, string | null>>;

/** A component of the story's text; attributes that are null are left out. */
export function component(
  name: string,
  attributes: Attributes,
  children: readonly RootContent[] = [],
): MdxJsxFlowElement {
  const given = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === null ? [] : [{ type: 'mdxJsxAttribute' as const, name: attribute, value }],
  );
  return { type: 'mdxJsxFlowElement', name, attributes: given, children: children as MdxJsxFlowElement['children'] };
}

const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });

function linkTo(href: string, title: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'link', url: href, children: [{ type: 'text', value: title }] }] };
}

/**
 * A medium as a component, or null where there is nothing to show.
 * @param words what a recording says of itself
 * @param credit whose page it is that a card leads to
 */
export function mediumNode(shown: Shown, words = '', credit = ''): RootContent | null {
  if (shown.kind === 'missing') return null;
  if (shown.kind === 'page') {
    const { href, title, picture } = shown;
    const card = { href, title, picture, credit: credit || null };
    return href.startsWith('https:') ? component('Embed', card) : linkTo(href, title);
  }
  if (shown.is === 'video') return component('Video', { src: shown.name });
  if (shown.is === 'audio') return component('Audio', { src: shown.name }, words === '' ? [] : [paragraph(words)]);
  return component('Figure', { src: shown.name });
}

const isStill = (shown: Shown): shown is Extract<Shown, { kind: 'file' }> =>
  shown.kind === 'file' && (shown.is === 'picture' || shown.is === 'drawing');

/** Two pictures as one that is drawn over the other; null where either is not there. */
export function compareNode(before: Shown, after: Shown, caption: string): RootContent | null {
  if (!isStill(before) || !isStill(after)) return null;
  const children = caption === '' ? [] : [{ type: 'text', value: caption } as unknown as RootContent];
  return component('Compare', { before: before.name, after: after.name }, children);
}

/** At most this many pictures make a gallery. */
const MOST = 12;

/** Several media: pictures among them as galleries, the others one below the other. */
export function galleryNodes(all: readonly Shown[]): readonly RootContent[] {
  const names = [...new Set(all.filter(isStill).map(({ name }) => name))];
  const others = all.filter((shown) => !isStill(shown)).flatMap((shown) => mediumNode(shown) ?? []);
  const rows = Array.from({ length: Math.ceil(names.length / MOST) }, (_, at) =>
    names.slice(at * MOST, (at + 1) * MOST),
  );
  const galleries = rows.map((row) =>
    row.length === 1 ? component('Figure', { src: row[0] ?? '' }) : component('Gallery', { of: row.join(', ') }),
  );
  return [...galleries, ...others];
}
