import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import type { Fetched } from './fetch-safely.ts';

export interface PageWords {
  /** Empty where it has none. */
  readonly title: string;
  /** The address of its picture for shared links. */
  readonly picture: string | null;
}

/** Titles and pictures stand in the head of a page. */
const MOST = 500_000;

const text = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** What a web page is called and which picture it gives to shared links. */
export function readPage({ bytes, address }: Pick<Fetched, 'bytes' | 'address'>): PageWords {
  const said = new Map<string, string>();
  let title = '';
  try {
    visit(fromHtml(new TextDecoder().decode(bytes.subarray(0, MOST))), 'element', (element: Element) => {
      const { tagName, properties } = element;
      if (tagName === 'title' && title === '') title = text(toText(element));
      const name = text(properties['property']) || text(properties['name']);
      if (tagName === 'meta' && name !== '' && !said.has(name)) said.set(name, text(properties['content']));
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const picture = said.get('og:image') ?? said.get('twitter:image') ?? '';
  const isAddress = picture !== '' && URL.canParse(picture, address);
  return { title: said.get('og:title') || title, picture: isAddress ? new URL(picture, address).href : null };
}
