import type { Field } from '../../input/field.ts';
import { listOf } from '../../input/values.ts';
import { wordsKept } from '../../report/counted.ts';
import type { Block } from '../imported-story.ts';
import { keyBlocks } from './legend.ts';

const BODIES = ['description', 'html', 'text', 'body', 'content'] as const;

export const wordCount = (text: string): number =>
  text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

export function htmlBlock(from: Field, html: string = from.text): Block {
  return { kind: 'html', html, from };
}

/** A field of words as a piece of the text. */
export function textBlock(field: Field, html: string = `<p>${field.text}</p>`): readonly Block[] {
  if (!field.has || (typeof field.value !== 'string' && typeof field.value !== 'number')) return [];
  field.kept(wordsKept(wordCount(field.text)));
  return [htmlBlock(field, html)];
}

/** `items[]`: texts, or texts under titles. */
function itemBlocks(items: Field): readonly Block[] {
  return items.items.flatMap((item) => {
    if (!item.isObject) return textBlock(item);
    const title = item.first('title', 'name', 'label');
    return [
      ...textBlock(title, `<p><strong>${title.text}</strong></p>`),
      ...BODIES.flatMap((name) => textBlock(item.at(name), item.at(name).text)),
    ];
  });
}

/** Names of a list such as the bookmarks, as a list. */
function listBlocks(field: Field): readonly Block[] {
  const names = field.items.flatMap((item) => {
    const name = item.isObject ? item.first('name', 'title', 'label') : item;
    name.kept('in a list below the text');
    for (const where of ['center', 'location', 'zoom']) item.at(where).dropped('a list leads nowhere on the map');
    return name.has ? [name.text] : [];
  });
  const html = `<ul>${names.map((name) => `<li>${name}</li>`).join('')}</ul>`;
  return names.length === 0 ? [] : [{ kind: 'html', html, from: null }];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** A web site of the chapter: HTML as it is, an address as a link. */
function websiteBlocks(field: Field): readonly Block[] {
  if (!/^https?:\/\//.test(field.text)) return /href=["']["']/.test(field.text) ? [] : textBlock(field, field.text);
  const label = field.text.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  field.approximated('a link below the text, called by its address');
  return [{ kind: 'html', html: `<p><a href="${escaped(field.text)}">${escaped(label)}</a></p>`, from: null }];
}

/** A link that its title was. */
export function headlineLink(title: Field): readonly Block[] {
  const [, href] = /<a\b[^>]*\bhref=["']?(https?:\/\/[^"'\s>]+)/i.exec(title.text) ?? [];
  if (href === undefined) return [];
  title.remark('approximated', `the link ${href} of the headline`, 'it stands below the text');
  const label = href.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return [{ kind: 'html', html: `<p><a href="${escaped(href)}">${escaped(label)}</a></p>`, from: null }];
}

/** All words of a chapter but its title and those of its pictures. */
export function textBlocks(chapter: Field): readonly Block[] {
  return [
    ...headlineLink(chapter.at('title')),
    ...BODIES.flatMap((name) => textBlock(chapter.at(name), chapter.at(name).text)),
    ...itemBlocks(chapter.at('items')),
    ...textBlock(chapter.at('author')),
    ...websiteBlocks(chapter.at('website')),
    ...(listOf(chapter.at('sources').value).length > 0
      ? itemBlocks(chapter.at('sources'))
      : textBlock(chapter.at('sources'), chapter.at('sources').text)),
    ...['legend', 'chapterLegend'].flatMap((name) => keyBlocks(chapter.at(name))),
    ...listBlocks(chapter.at('bookmarks')),
  ];
}
