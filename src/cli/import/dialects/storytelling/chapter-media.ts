import type { Field } from '../../input/field.ts';
import type { Block, ImportedMedium } from '../imported-story.ts';

const WORDS = ['alt', 'caption', 'credit'] as const;
const NAMES: Readonly<Record<(typeof WORDS)[number], readonly string[]>> = {
  alt: ['alt', 'imageAlt', 'altText'],
  caption: ['caption', 'imageCaption', 'title'],
  credit: ['credit', 'imageCredit', 'author', 'attribution', 'source'],
};

function mediumAt(from: Field, words: readonly (readonly [(typeof WORDS)[number], Field])[]): ImportedMedium {
  const textOf = (word: string): string => words.find(([name]) => name === word)?.[1].text ?? '';
  return {
    address: from.text,
    alt: textOf('alt'),
    caption: textOf('caption'),
    credit: textOf('credit'),
    from,
    words: words.map(([, field]) => field).filter(({ has }) => has),
  };
}

/** One of `images[]`: an address, or an object with words of its own. */
function fromObject(image: Field): readonly ImportedMedium[] {
  if (!image.isObject) return image.has ? [mediumAt(image, [])] : [];
  const from = image.first('src', 'url', 'image', 'path', 'href');
  if (!from.has) return [];
  return [
    mediumAt(
      from,
      WORDS.map((word) => [word, image.first(...NAMES[word])] as const),
    ),
  ];
}

function ownOf(chapter: Field): readonly ImportedMedium[] {
  const image = chapter.at('image');
  if (image.isObject) return fromObject(image);
  if (!image.has || Array.isArray(image.value)) return image.items.flatMap(fromObject);
  const words = [
    ['alt', chapter.first('imageAlt', 'alt')],
    ['caption', chapter.first('imageCaption', 'caption')],
    ['credit', chapter.first('imageCredit', 'credit')],
  ] as const;
  return [mediumAt(image, words)];
}

/** Pictures, films and recordings of a chapter, as blocks below its text. */
export function mediaBlocks(chapter: Field): readonly Block[] {
  const pictures = [
    ...ownOf(chapter),
    ...chapter.at('images').items.flatMap(fromObject),
    ...chapter.at('gallery').items.flatMap(fromObject),
  ];
  const others = ['video', 'audio', 'iframe', 'embed'].flatMap((name) => fromObject(chapter.at(name)));
  const gallery: readonly Block[] = pictures.length === 0 ? [] : [{ kind: 'media', media: pictures }];
  return [...gallery, ...others.map((medium): Block => ({ kind: 'media', media: [medium] }))];
}

/** A caption of a chapter that has no picture belongs to nothing: it is told in the report. */
export function sayLooseCaptions(chapter: Field): void {
  if (chapter.first('image', 'images').has) return;
  for (const name of ['imageAlt', 'imageCaption', 'caption', 'imageCredit', 'credit', 'alt']) {
    const field = chapter.at(name);
    if (field.has) field.dropped('there is no picture it belongs to', `\`${name}\`: ${field.text}`);
  }
}
