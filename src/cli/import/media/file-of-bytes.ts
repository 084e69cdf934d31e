import { fileTypeFromBuffer } from 'file-type';
import type { MediaFacts } from '../../../content/media/media-facts.ts';
import { betterMediaName, endingOf } from '../../../content/media/media-names.ts';
import { inspectMedia } from '../../../site/media/inspect-media.ts';
import { pathOf } from './media-address.ts';

/** A file for `media/`, or why it is none. */
export type MediaFile =
  | { readonly name: string; readonly bytes: Uint8Array; readonly facts: MediaFacts }
  | { readonly why: string };

const ENDINGS: Readonly<Record<string, string>> = {
  jpg: 'jpg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  mp4: 'mp4',
  m4v: 'mp4',
  m4a: 'm4a',
  webm: 'webm',
  mp3: 'mp3',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'opus',
};

/** The ending a file's content asks for, whatever its name says. */
async function endingFor(bytes: Uint8Array, address: string): Promise<string> {
  const head = new TextDecoder().decode(bytes.subarray(0, 4000));
  if (/<(?:svg:)?svg[\s>]/i.test(head) && !/<(!doctype html|html|body)\b/i.test(head)) return 'svg';
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const own = endingOf(pathOf(address));
  const right = ENDINGS[found?.ext ?? ''] ?? '';
  return right === 'jpg' && own === 'jpeg' ? own : right || own || 'jpg';
}

const BLOCKING = /^(UnreadableMedia|UnsupportedMedia|MediaTooLarge)$/;
const LONGEST = 60;

/** Bytes as a file of a story: known by what is in them, named after the address they came from. */
export async function fileOfBytes(bytes: Uint8Array, address: string): Promise<MediaFile> {
  const ending = await endingFor(bytes, address);
  const last = address.startsWith('data:') ? 'picture' : (pathOf(address).split('/').at(-1) ?? '');
  const stem = last.replace(/\.[^.]*$/, '').slice(0, LONGEST);
  const name = betterMediaName(`${stem}.${ending}`);
  const facts = await inspectMedia(name, bytes);
  const fault = facts.faults.find(({ problem }) => BLOCKING.test(problem));
  return fault === undefined ? { name, bytes, facts } : { why: `it ${fault.detail}` };
}
