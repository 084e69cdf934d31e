import { whereInBody } from '../../files/fields.ts';
import type { MdxFile, StoryFiles } from '../../files/story-files.ts';
import { storyPages } from '../../files/story-pages.ts';
import { isMediaAddress } from '../../media/media-names.ts';
import { textAttributes } from '../../prose/mdx-body.ts';
import { isElement, nodesOfText, type TextNode } from '../../prose/text-tree.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';
import { deadLink, deadPicture, isRemote, type LinkContext } from './dead-link.ts';
import { idsOfPage, sectionsOf } from './page-ids.ts';
import type { SiteIndex } from './site-index.ts';

/** Candidates of a `srcset`, without their sizes. */
const candidates = (list: string): readonly string[] =>
  list.split(/,\s+/).map((one) => one.trim().replace(/\s+\S+$/, ''));

const STYLE_ADDRESS = /url\(\s*["']?([^"')]*)/gi;

/** Addresses of what an element shows. */
function shownBy(node: TextNode): readonly string[] {
  if (node.type === 'image') return [node.url];
  if (!isElement(node)) return [];
  const { src, srcset, srcSet, href, 'xlink:href': xlink, style } = textAttributes(node);
  const isPicture = node.name === 'img' || node.name === 'source';
  const own = isPicture ? [...(src === undefined ? [] : [src]), ...candidates(srcset ?? srcSet ?? '')] : [];
  const drawn = node.name === 'image' || node.name === 'use' ? [href ?? xlink ?? ''] : [];
  const styled = [...(style ?? '').matchAll(STYLE_ADDRESS)].map(([, url = '']) => url);
  return [...own, ...drawn, ...styled].filter((url) => url !== '' && !url.startsWith('#'));
}

/** Where a link leads; null for what is none. */
function addressOf(node: TextNode): string | null {
  if (node.type === 'link') return node.url;
  if (!isElement(node) || (node.name !== 'a' && node.name !== 'area')) return null;
  return textAttributes(node)['href'] ?? null;
}

function checkPicture(url: string, where: Where, site: SiteIndex | null): readonly Problem[] {
  // `check-media.ts` knows what there is.
  if (isMediaAddress(url)) return [];
  if (isRemote(url)) {
    const why = 'a picture of another site, and the page shows none but those of its own';
    const cure = 'Save it into `media/`, if its licence allows, and write `![](../media/quay.jpg)`.';
    return [buildProblem('BlockedElement', where, { what: `\`${url}\``, why, cure })];
  }
  const dead = deadPicture(url, site);
  return dead === null ? [] : [buildProblem('MissingPicture', where, { url, ...dead })];
}

interface LinkCheck {
  readonly context: LinkContext;
  /** What addresses between brackets of their own stand for. */
  readonly where: (node: TextNode) => Where;
  readonly pictureNames: ReadonlySet<string>;
  readonly linkNames: ReadonlySet<string>;
}

function checkNode(node: TextNode, { context, where, pictureNames, linkNames }: LinkCheck): readonly Problem[] {
  const at = where(node);
  const isOf = (names: ReadonlySet<string>) => node.type === 'definition' && names.has(node.identifier);
  const shown = isOf(pictureNames) ? [node.url] : shownBy(node);
  const url = isOf(linkNames) ? node.url : addressOf(node);
  const dead = url === null ? null : deadLink(url, context);
  return [
    ...shown.flatMap((picture) => checkPicture(picture, at, context.site)),
    ...(url === null || dead === null ? [] : [buildProblem('DeadLink', at, { url, ...dead })]),
  ];
}

function checkOne({ file }: MdxFile, files: StoryFiles, context: LinkContext): readonly Problem[] {
  const nodes = nodesOfText(file.body);
  const namesOf = (kind: string) =>
    new Set(nodes.flatMap(({ type, identifier }) => (type === kind ? [identifier] : [])));
  const check: LinkCheck = {
    context,
    where: ({ start }) => whereInBody(files.raw, file, start),
    pictureNames: namesOf('imageReference'),
    linkNames: namesOf('linkReference'),
  };
  return nodes.flatMap((node) => checkNode(node, check));
}

/** Where the links of the texts lead, and whether their pictures are there. */
export function checkLinks(files: StoryFiles, site: SiteIndex | null): readonly Problem[] {
  const pages = storyPages(files);
  const map = pages.find(({ pageId }) => pageId === null);
  return pages.flatMap((page) => {
    const onMap = page.pageId === null || map === undefined ? [] : sectionsOf(map);
    const context = { address: page.address, ids: idsOfPage(page, files), sections: sectionsOf(page), onMap, site };
    return page.texts.filter(({ locale }) => locale === page.locale).flatMap((text) => checkOne(text, files, context));
  });
}
