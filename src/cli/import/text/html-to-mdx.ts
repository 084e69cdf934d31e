import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { Root as Markdown, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { NOT_ASKED, type Shown } from '../media/shown-media.ts';
import { liftMedia } from './lift-media.ts';
import { comparedIn, type HtmlMedium, mediaIn, mediumOf } from './media-in-html.ts';
import { compareNode, mediumNode } from './media-to-mdx.ts';
import { prepareHtml, type TextNote } from './prepare-html.ts';

export interface Converted {
  readonly mdx: string;
  readonly notes: readonly TextNote[];
}

/** What may stand in a text; pictures and players stand in it until they are looked up. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['picture', 'input'].includes(name)),
    ...['figure', 'figcaption', 'video', 'audio', 'iframe', 'mark', 'u', 'small', 'cite', 'time', 'abbr'],
  ],
  attributes: {
    a: ['href'],
    td: ['align'],
    th: ['align'],
    '*': ['className', 'id'],
    ...Object.fromEntries(
      ['img', 'video', 'audio', 'iframe'].map((name) => [name, ['src', 'srcSet', 'dataSrc', 'alt', 'title']]),
    ),
    source: ['src'],
  },
  ancestors: {},
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'], dataSrc: ['http', 'https', 'data'] },
  strip: ['script', 'style', 'template', 'noscript', 'object', 'embed', 'form', 'svg', 'math'],
};

const FORMAT = { bullet: '-', emphasis: '_', rule: '-' } as const;

/** A paragraph that begins with one of these words would be read as a statement of the program. */
const STATEMENT = /^(i)(?=mport\b)|^(e)(?=xport\b)/gm;

/** Markdown as authors write it. Breaks are tags: a backslash at the end of a paragraph would be read by readers. */
export function renderMdx(document: Markdown): string {
  const extensions = [gfmToMarkdown(), mdxToMarkdown()];
  const text = toMarkdown(document, { ...FORMAT, extensions, handlers: { break: () => '<br/>\n' } });
  return text.replace(STATEMENT, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`).trim();
}

/** The words of a piece of HTML that is too strange to be converted. */
function bareWords(html: string): string {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
}

/** What is known of an address in a text. */
export type ShownAt = (medium: HtmlMedium) => Shown;

/** Components by the number that stands in their place in the tree; only this file makes such elements. */
type Placeholders = readonly RootContent[];

function replaceMedia(tree: Nodes, shownAt: ShownAt, notes: TextNote[]): Placeholders {
  const made: RootContent[] = [];
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const compared = comparedIn(element);
    const medium = mediumOf(element);
    if (compared === null && medium === null) return undefined;
    const node =
      compared === null ? nodeOf(medium as HtmlMedium, shownAt, notes) : comparedNode(compared, shownAt, notes);
    if (compared !== null && node === null) return undefined;
    const stand: Element = {
      type: 'element',
      tagName: 'story-medium',
      properties: { number: made.length },
      children: [],
    };
    if (node !== null) made.push(node);
    parent.children.splice(index, 1, ...(node === null ? [] : [stand]));
    return [SKIP, node === null ? index : index + 1];
  });
  return made;
}

const nameOf = ({ address }: HtmlMedium): string =>
  address.startsWith('data:') ? 'a picture within the text' : address;

function nodeOf(medium: HtmlMedium, shownAt: ShownAt, notes: TextNote[]): RootContent | null {
  const shown = shownAt(medium);
  const alt = medium.alt === '' ? '' : `; it is described as “${medium.alt}”`;
  if (shown.kind === 'missing') notes.push({ verdict: 'dropped', what: nameOf(medium), why: `${shown.why}${alt}` });
  if (shown.kind === 'file') notes.push({ verdict: 'kept', what: nameOf(medium), why: shown.how });
  if (shown.kind === 'page') notes.push({ verdict: 'approximated', what: nameOf(medium), why: 'a card leads there' });
  return mediumNode(shown, medium.title || medium.alt);
}

function comparedNode([before, after]: readonly [HtmlMedium, HtmlMedium], shownAt: ShownAt, notes: TextNote[]) {
  const node = compareNode(shownAt(before), shownAt(after), '');
  if (node === null) return null;
  const what = `${nameOf(before)} and ${nameOf(after)}`;
  notes.push({ verdict: 'kept', what, why: 'as a picture before and after' });
  return node;
}

function documentOf(tree: Nodes, shownAt: ShownAt, notes: TextNote[]): Markdown {
  const clean = sanitize(tree, SCHEMA);
  const made = replaceMedia(clean, shownAt, notes);
  const medium: Handle = (_, element) => made[Number((element as Element).properties['number'])] as never;
  return liftMedia(toMdast(clean, { document: true, handlers: { 'story-medium': medium } }) as Markdown);
}

/** HTML as MDX that shows the same words and does nothing. */
export function htmlToMdx(html: string, shownAt: ShownAt = () => NOT_ASKED): Converted {
  try {
    const tree = fromHtml(html, { fragment: true });
    const notes = [...prepareHtml(tree)];
    const mdx = renderMdx(documentOf(tree, shownAt, notes));
    return { mdx, notes };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const text: Root = { type: 'root', children: [{ type: 'text', value: bareWords(html).replace(/\s+/g, ' ') }] };
    const why = 'its HTML nests too deep; the words are kept';
    return {
      mdx: renderMdx(documentOf(text, shownAt, [])),
      notes: [{ verdict: 'approximated', what: 'the formatting of a text', why }],
    };
  }
}

/** Pictures, films, recordings and pages that a piece of HTML shows. */
export function mediaInHtml(html: string): readonly HtmlMedium[] {
  if (!/<(img|video|audio|iframe|embed|object)\b/i.test(html)) return [];
  try {
    const tree = fromHtml(html, { fragment: true });
    prepareHtml(tree);
    return mediaIn(sanitize(tree, SCHEMA));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}

/** HTML as plain words on one line, for titles. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  try {
    const tree = fromHtml(html, { fragment: true });
    prepareHtml(tree);
    return toText(
      sanitize(tree, { ...SCHEMA, tagNames: defaultSchema.tagNames?.filter((name) => name !== 'img') ?? [] }),
    )
      .replace(/\s+/g, ' ')
      .trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return bareWords(html).replace(/\s+/g, ' ').trim();
  }
}
