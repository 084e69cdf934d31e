import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { Root as Markdown } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { changed, dropped, type Note } from './imported-story.ts';

export interface Converted {
  readonly mdx: string;
  readonly notes: readonly Note[];
}

/** What a story may hold. Pictures and players are listed in the report instead: a story fetches nothing. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
  attributes: { a: ['href'], td: ['align'], th: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

const EMBEDS: Readonly<Record<string, string>> = {
  script: 'scripts are never carried over',
  style: 'the page has styles of its own',
  iframe: 'a page from elsewhere would be fetched by every reader',
  object: 'plug-ins are never carried over',
  embed: 'plug-ins are never carried over',
  form: 'a story has nobody to send a form to',
  video: 'a player is not part of a story; add its address as a link',
  audio: 'a player is not part of a story; add its address as a link',
  template: 'what stands in a template is never shown',
};

/** Words of the report: on one line, and short. */
export function shown(text: string, most = 120): string {
  const line = text.replace(/[\s`]+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

function addressOf({ properties }: Element): string {
  const address = properties['src'] ?? properties['data'] ?? properties['action'] ?? '';
  return shown(String(address));
}

function pictureNote(element: Element): Note {
  const alt = String(element.properties['alt'] ?? '');
  return dropped(
    `image ${addressOf(element)}`,
    alt === '' ? 'a picture has to be added by hand' : 'its description stands in the text',
  );
}

function notesOf(element: Element): readonly Note[] {
  const { tagName, properties } = element;
  const handlers = Object.keys(properties).filter((name) => /^on/i.test(name));
  const href = String(properties['href'] ?? '');
  const why = EMBEDS[tagName];
  return [
    ...(why === undefined ? [] : [dropped(`<${tagName}> ${addressOf(element)}`.trim(), why)]),
    ...handlers.map((name) =>
      dropped(`the event handler ${shown(name)} of a <${tagName}>`, 'scripts are never carried over'),
    ),
    ...(/^\s*(javascript|data|vbscript):/i.test(href)
      ? [dropped(`the link ${shown(href, 60)}`, 'such an address can run a script')]
      : []),
    ...(tagName === 'img' ? [pictureNote(element)] : []),
  ];
}

/** Addresses a link may lead to; on any other its words stand alone. */
const LINK = /^\s*(https?:\/\/|mailto:)/i;

/** Takes out what cannot stay, and puts words where pictures were. */
function prepare(tree: Root): readonly Note[] {
  const notes: Note[] = [];
  visit(tree, 'element', (element, index, parent) => {
    notes.push(...notesOf(element));
    if (index === undefined || parent === undefined) return undefined;
    if (element.tagName === 'img') {
      const alt = String(element.properties['alt'] ?? '').trim();
      const words: Element = {
        type: 'element',
        tagName: 'em',
        properties: {},
        children: [{ type: 'text', value: alt }],
      };
      parent.children.splice(index, 1, ...(alt === '' ? [] : [words]));
      return [SKIP, index];
    }
    if (element.tagName === 'a' && !LINK.test(String(element.properties['href'] ?? ''))) element.tagName = 'span';
    if (/^h[1-6]$/.test(element.tagName)) {
      element.children = [
        { type: 'element', tagName: 'strong', properties: {}, children: element.children } as Element,
      ];
      element.tagName = 'p';
    }
    return undefined;
  });
  return notes;
}

/** A paragraph that begins with one of these words would be read as a statement of the program. */
const STATEMENT = /^(i)(?=mport\b)|^(e)(?=xport\b)/gm;

function withoutStatements(mdx: string): string {
  return mdx.replace(STATEMENT, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`);
}

/** The words of a piece of HTML that is too strange to be converted. */
function bareWords(html: string): string {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
}

function markdownOf(tree: Nodes): string {
  const document = toMdast(sanitize(tree, SCHEMA)) as Markdown;
  const extensions = [gfmToMarkdown(), mdxToMarkdown()];
  return withoutStatements(toMarkdown(document, { extensions, bullet: '-', emphasis: '_', rule: '-' })).trim();
}

/** HTML as MDX that shows the same words and does nothing. */
export function htmlToMdx(html: string): Converted {
  try {
    const tree = fromHtml(html, { fragment: true });
    const notes = prepare(tree);
    return { mdx: markdownOf(tree), notes };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const text: Root = { type: 'root', children: [{ type: 'text', value: bareWords(html).replace(/\s+/g, ' ') }] };
    return {
      mdx: markdownOf(text),
      notes: [changed('the formatting of a text', 'its HTML nests too deep; the words are kept')],
    };
  }
}

/** HTML as plain words on one line, for titles. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  try {
    return toText(sanitize(fromHtml(html, { fragment: true }), SCHEMA))
      .replace(/\s+/g, ' ')
      .trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return bareWords(html).replace(/\s+/g, ' ').trim();
  }
}
