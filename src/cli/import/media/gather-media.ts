import type { MediaFacts } from '../../../content/media/media-facts.ts';
import { betterMediaName, endingOf } from '../../../content/media/media-names.ts';
import { atOnce } from '../../../site/media/at-once.ts';
import { findCopy, findNeighbour, type Neighbours } from '../input/neighbours.ts';
import { type Fetched, FetchRefusal } from './fetch-safely.ts';
import { fileOfBytes, type MediaFile } from './file-of-bytes.ts';
import { isInline, isPage, isRemote, kindByName, pathOf, titleByAddress } from './media-address.ts';
import { readPage } from './read-page.ts';
import type { Shown, ShownMedia } from './shown-media.ts';
import type { Wanted } from './wanted-media.ts';

/** What gathering may do to the world. */
export interface GatherEffects {
  /** A file beside the input, by its path as listed. */
  readonly readBeside: (path: string) => Promise<Uint8Array>;
  /** Null where nothing may be fetched. */
  readonly fetch: ((address: string) => Promise<Fetched>) | null;
  readonly progress: (line: string) => void;
}

/** A file of the story's `media/`, with the words of its entry. */
export interface GatheredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly facts: MediaFacts;
  readonly wanted: Wanted;
}

export interface Gathered {
  readonly shown: ShownMedia;
  readonly files: readonly GatheredFile[];
  /** Addresses of the web that were not asked. */
  readonly remote: readonly string[];
}

export const MAX_FETCHED = 1000;
export const MAX_TOTAL_BYTES = 400_000_000;

/** Keeps files by their content, so that one picture under two addresses is one file. */
class Shelf {
  readonly files: GatheredFile[] = [];
  readonly #byDigest = new Map<string, GatheredFile>();
  readonly #names = new Set<string>();

  put({ name, bytes, facts }: Extract<MediaFile, { name: string }>, wanted: Wanted): GatheredFile {
    const same = this.#byDigest.get(facts.digest);
    if (same !== undefined) return same;
    const file = { name: this.#freeName(name), bytes, facts, wanted };
    this.files.push(file);
    this.#byDigest.set(facts.digest, file);
    return file;
  }

  #freeName(wanted: string): string {
    const stem = wanted.slice(0, -endingOf(wanted).length - 1);
    let name = wanted;
    for (let count = 2; this.#names.has(name); count += 1)
      name = betterMediaName(`${stem}-${count}.${endingOf(wanted)}`);
    this.#names.add(name);
    return name;
  }
}

const missing = (why: string): Shown => ({ kind: 'missing', why });

async function shelved(bytes: Uint8Array, wanted: Wanted, how: string, shelf: Shelf): Promise<Shown> {
  const file = await fileOfBytes(bytes, wanted.address);
  if ('why' in file) return missing(file.why);
  const { name, facts } = shelf.put(file, wanted);
  return { kind: 'file', name, is: facts.kind, how: `${how}, as media/${name}` };
}

function inlineBytes(address: string): Uint8Array | null {
  const [, base64, body = ''] = /^data:[^,]*?(;base64)?,([\s\S]*)$/i.exec(address) ?? [];
  if (body === '') return null;
  return base64 === undefined ? Buffer.from(decodeURIComponent(body)) : Buffer.from(body, 'base64');
}

function inlineOf(address: string): Uint8Array | null {
  try {
    return inlineBytes(address);
  } catch {
    return null;
  }
}

const pageOf = (wanted: Wanted, title = ''): Shown => ({
  kind: 'page',
  href: wanted.address,
  title: title || wanted.title || titleByAddress(wanted.address),
  picture: null,
});

/** The largest address of a data URI that is worth writing to a story. */
const MAX_INLINE = 40_000_000;

/** What lies here: within the text, or beside the input. Null where it has to be fetched. */
async function foundHere(
  wanted: Wanted,
  neighbours: Neighbours,
  effects: GatherEffects,
  shelf: Shelf,
): Promise<Shown | null> {
  const { address } = wanted;
  if (isInline(address)) {
    const bytes = address.length > MAX_INLINE ? null : inlineOf(address);
    return bytes === null ? missing('it cannot be read') : shelved(bytes, wanted, 'it stood in the text', shelf);
  }
  const find = isRemote(address) ? findCopy : findNeighbour;
  const path = isPage(address) ? null : find(pathOf(address), neighbours);
  if (path !== null) return shelved(await effects.readBeside(path), wanted, `from ${path}`, shelf);
  return isRemote(address) ? null : missing('there is no such file beside the story');
}

async function fromPage(fetched: Fetched, wanted: Wanted, effects: GatherEffects, shelf: Shelf): Promise<Shown> {
  const { title, picture } = readPage(fetched);
  const page = pageOf(wanted, title);
  if (picture === null || effects.fetch === null) return page;
  try {
    const found = await effects.fetch(picture);
    const shown = await shelved(found.bytes, { ...wanted, address: picture, alt: '', caption: '' }, 'fetched', shelf);
    const isPicture = shown.kind === 'file' && (shown.is === 'picture' || shown.is === 'drawing');
    return page.kind === 'page' && isPicture ? { ...page, picture: shown.name } : page;
  } catch (error) {
    if (error instanceof FetchRefusal) return page;
    throw error;
  }
}

async function fetched(wanted: Wanted, effects: GatherEffects, shelf: Shelf): Promise<Shown> {
  if (effects.fetch === null) return missing('it was not fetched');
  try {
    const found = await effects.fetch(wanted.address);
    const isHtml = /^text\/html|application\/xhtml/i.test(found.type);
    if (isHtml && kindByName(wanted.address) === null) return await fromPage(found, wanted, effects, shelf);
    return await shelved(found.bytes, wanted, 'fetched', shelf);
  } catch (error) {
    if (!(error instanceof FetchRefusal)) throw error;
    return isPage(wanted.address) ? pageOf(wanted) : missing(error.message);
  }
}

const AT_ONCE = 4;

/** Counts what comes from the web, whatever becomes of it. */
function counting(fetch: NonNullable<GatherEffects['fetch']>) {
  let bytes = 0;
  const counted = async (address: string): Promise<Fetched> => {
    const found = await fetch(address);
    bytes += found.bytes.length;
    return found;
  };
  return { fetch: counted, received: (): number => bytes };
}

/** Looks up all that a story shows: beside its file first, then in the web where that is asked for. */
export async function gatherMedia(
  all: readonly Wanted[],
  neighbours: Neighbours,
  effects: GatherEffects,
): Promise<Gathered> {
  const shelf = new Shelf();
  const shown = new Map<string, Shown>();
  for (const wanted of all) {
    const here = await foundHere(wanted, neighbours, effects, shelf);
    if (here !== null) shown.set(wanted.address, here);
  }
  const remote = all.filter(({ address }) => !shown.has(address));
  const files = remote.filter(({ address }) => effects.fetch !== null || !isPage(address));
  for (const wanted of remote)
    shown.set(wanted.address, isPage(wanted.address) ? pageOf(wanted) : missing('it is elsewhere; --fetch brings it'));
  if (effects.fetch !== null) {
    const { fetch, received } = counting(effects.fetch);
    const asked = files.slice(0, MAX_FETCHED);
    for (const { address } of files.slice(MAX_FETCHED))
      shown.set(address, missing(`no more than ${MAX_FETCHED} files are fetched`));
    await atOnce(AT_ONCE, asked, async (wanted, at) => {
      effects.progress(`Fetching ${at + 1} of ${asked.length}: ${wanted.address}`);
      const isFull = received() > MAX_TOTAL_BYTES;
      const limit = `no more than ${MAX_TOTAL_BYTES / 1e6} MB are fetched`;
      shown.set(wanted.address, isFull ? missing(limit) : await fetched(wanted, { ...effects, fetch }, shelf));
    });
  }
  const asked = effects.fetch === null ? files.map(({ address }) => address) : [];
  return { shown, files: shelf.files, remote: asked };
}
