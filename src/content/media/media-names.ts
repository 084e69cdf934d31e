import type { MediaKind } from './media-facts.ts';

/** What a story can hold, by the ending of its name. */
export const MEDIA_ENDINGS: Readonly<Record<string, MediaKind>> = {
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  webp: 'picture',
  avif: 'picture',
  gif: 'picture',
  svg: 'drawing',
  mp4: 'video',
  webm: 'video',
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  opus: 'audio',
  vtt: 'captions',
};

export const MEDIA_FOLDER = 'media/';

const GOOD_NAME = /^[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z0-9]+$/;

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file's name can be part of an address that every disk and server takes for the same. */
export const isGoodMediaName = (name: string): boolean => GOOD_NAME.test(name);

/** A good name as near as possible to one that is not. */
export function betterMediaName(name: string): string {
  const ending = endingOf(name);
  const stem = (ending === '' ? name : name.slice(0, -ending.length - 1))
    .replace(/^.*\//, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${stem === '' ? 'picture' : stem}.${ending === '' ? 'jpg' : ending}`;
}

/** The name of the file that an author means by `quay.jpg`, `media/quay.jpg` or `../media/quay.jpg`. */
export const mediaNameIn = (address: string): string => address.trim().replace(/^(?:\.{1,2}\/)*(?:media\/)?/, '');

/** Whether the address of a picture in a text leads into the story's own media. */
export const isMediaAddress = (address: string): boolean => /^(?:\.{1,2}\/)*media\//.test(address.trim());
