import type { Root, RootContent } from 'mdast';
import type { Block, ImportedMedium, KeyRow } from '../dialects/imported-story.ts';
import { plainAddress } from '../media/media-address.ts';
import { NOT_ASKED, type Shown, type ShownMedia } from '../media/shown-media.ts';
import type { Account } from '../report/account.ts';
import { htmlToMdx, htmlToText, renderMdx, type ShownAt } from '../text/html-to-mdx.ts';
import { compareNode, galleryNodes, mediumNode } from '../text/media-to-mdx.ts';
import { shown as short } from '../text/prepare-html.ts';

/** What the words of a story need to be written. */
export interface Writing {
  readonly media: ShownMedia;
  readonly account: Account;
}

const document = (children: readonly RootContent[]): string =>
  renderMdx({ type: 'root', children: [...children] } satisfies Root);

const shownIn = ({ media }: Writing, address: string): Shown => media.get(plainAddress(address)) ?? NOT_ASKED;

function say(medium: ImportedMedium, shown: Shown): void {
  const name = short(medium.address);
  if (shown.kind === 'missing') {
    medium.from?.dropped(shown.why, name);
    for (const word of medium.words)
      word.dropped('it belongs to a picture or film that is not here', `“${htmlToText(word.text)}”`);
    return;
  }
  if (shown.kind === 'file') medium.from?.kept(shown.how, name);
  else medium.from?.approximated(`a card leads there, called “${shown.title}”`, name);
  for (const word of medium.words) word.kept('with its picture or page');
}

/** Words of a page, which its card has no room for. */
function wordsBelow({ caption, credit }: ImportedMedium, shown: Shown): readonly string[] {
  if (shown.kind !== 'page') return [];
  return [caption, credit]
    .filter((html) => html !== '' && htmlToText(html) !== shown.title)
    .map((html) => htmlToMdx(`<p>${html}</p>`).mdx);
}

function mediaMdx(media: readonly ImportedMedium[], writing: Writing): string {
  const all = media.map((medium) => ({ medium, shown: shownIn(writing, medium.address) }));
  for (const { medium, shown } of all) say(medium, shown);
  const [only, ...more] = all;
  if (only === undefined) return '';
  if (more.length > 0)
    return [
      document(galleryNodes(all.map(({ shown }) => shown))),
      ...all.flatMap(({ medium, shown }) => wordsBelow(medium, shown)),
    ].join('\n\n');
  const [words, credit] = [only.medium.caption || only.medium.alt, only.medium.credit].map(htmlToText);
  const node = mediumNode(only.shown, words, credit);
  const isCard = node?.type === 'mdxJsxFlowElement';
  const below = wordsBelow(isCard ? { ...only.medium, credit: '' } : only.medium, only.shown);
  return [node === null ? '' : document([node]), ...below].filter((text) => text !== '').join('\n\n');
}

const COLOR = /^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d\s.,%/-]+\)|[a-z]{3,20})$/i;

/** A square of a colour in the text: an SVG, since texts have no styles of their own. */
const swatch = (color: string): string =>
  `<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect width="14" height="14" fill="${color}"/></svg> `;

function keyMdx(title: string, rows: readonly KeyRow[]): string {
  const head = title === '' ? '' : htmlToMdx(`<p><strong>${title}</strong></p>`).mdx;
  const lines = rows.map(({ label, color }) => {
    const words = htmlToMdx(label).mdx.replace(/\s*\n\s*/g, ' ');
    return `- ${COLOR.test(color.trim()) ? swatch(color.trim()) : ''}${words}`;
  });
  return [head, lines.join('\n')].filter((text) => text !== '').join('\n\n');
}

function htmlMdx({ html, from }: Extract<Block, { kind: 'html' }>, writing: Writing): string {
  const shownAt: ShownAt = ({ address }) => shownIn(writing, address);
  const { mdx, notes } = htmlToMdx(html, shownAt);
  for (const { verdict, what, why } of notes) {
    if (from === null) writing.account.remark([], verdict, what, why);
    else from.remark(verdict, what, why);
  }
  return mdx;
}

function compareMdx(block: Extract<Block, { kind: 'compare' }>, writing: Writing): string {
  const [before, after] = [block.before, block.after].map((medium) => shownIn(writing, medium.address)) as [
    Shown,
    Shown,
  ];
  const node = compareNode(before, after, htmlToText(block.caption));
  if (node === null) {
    const shown = [mediaMdx([block.before, block.after], writing)].filter((text) => text !== '');
    return shown.length === 0 ? '' : [...shown, htmlToMdx(`<p>${block.caption}</p>`).mdx].join('\n\n');
  }
  say(block.before, before);
  say(block.after, after);
  return document([node]);
}

/** Pieces of a text as MDX, one below the other. */
export function blocksToMdx(blocks: readonly Block[], writing: Writing): string {
  const texts = blocks.map((block) => {
    if (block.kind === 'html') return htmlMdx(block, writing);
    if (block.kind === 'media') return mediaMdx(block.media, writing);
    return block.kind === 'key' ? keyMdx(block.title, block.rows) : compareMdx(block, writing);
  });
  return texts.filter((text) => text !== '').join('\n\n');
}

/** The name of a stage's picture; null where it cannot fill the stage. */
export function backdropName(medium: ImportedMedium | null, writing: Writing): string | null {
  if (medium === null) return null;
  const shown = shownIn(writing, medium.address);
  const isStage = shown.kind === 'file' && (shown.is === 'picture' || shown.is === 'video');
  say(
    medium,
    isStage || shown.kind !== 'file'
      ? shown
      : { kind: 'missing', why: 'a drawing or recording cannot fill the screen' },
  );
  if (shown.kind === 'page') medium.from?.dropped('a page cannot fill the screen');
  return isStage ? shown.name : null;
}
