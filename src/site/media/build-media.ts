import { createHash } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RawFile, RawStory } from '../../content/files/raw.ts';
import { roleOf } from '../../content/files/raw.ts';
import { membersOf, storyFiles } from '../../content/files/story-files.ts';
import { endingOf, MEDIA_ENDINGS, mediaNameIn } from '../../content/media/media-names.ts';
import { mediaUses } from '../../content/media/media-uses.ts';
import type { BuiltMedium, PictureFile } from '../../story/media/medium.ts';
import { atOnce } from './at-once.ts';
import { cleanSvg } from './clean-svg.ts';
import { MEDIA_CACHE } from './inspect-once.ts';
import { MEDIA_FOLDER, MEDIA_TYPES } from './media-paths.ts';
import { makePictures, WIDTHS } from './picture-files.ts';
import { canHoldNotes, withoutNotes } from './without-notes.ts';

/** Changes whenever other files are made of the same picture. */
const EDITION = '3';

/** Where media lie in a built site. */
export const MEDIA_ADDRESS = `/${MEDIA_FOLDER}`;

/** Where the files made of media wait for the site that shows them, below the project. */
export const MADE_FOLDER = join(MEDIA_CACHE, 'made');

/** A file of a story that is shown, and how large. */
interface Order {
  readonly slug: string;
  readonly name: string;
  readonly path: string;
  readonly digest: string;
  readonly size: keyof typeof WIDTHS;
}

const orderOf = (raw: RawStory, stage: ReadonlySet<string>, file: RawFile, name: string): Order => ({
  slug: raw.slug,
  name,
  path: `${raw.folder}/${file.path}`,
  digest: file.media?.digest ?? '',
  size: stage.has(name) ? 'stage' : 'text',
});

/** Files of a story that something shows. */
function ordersOf(raw: RawStory): readonly Order[] {
  const files = storyFiles(raw);
  const { shown, parts } = mediaUses(files);
  const used = new Set([...shown, ...parts].map(({ name }) => name));
  const stage = new Set(shown.flatMap(({ name, isStage }) => (isStage ? [name] : [])));
  const entries = membersOf(raw.files.find(({ path }) => path === 'media/media.yaml')?.data);
  // A film's poster is as large as the film.
  const posters = [...stage].map((name) => mediaNameIn(String(membersOf(entries[name])['poster'] ?? '')));
  const large = new Set([...stage, ...posters]);
  return raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    if (role.role === 'ground-picture') return [orderOf(raw, large, file, `ground/${role.name}`)];
    return role.role === 'media' && used.has(role.name) ? [orderOf(raw, large, file, role.name)] : [];
  });
}

/** A file that was made, by its address in the site. */
export const readMade = (root: string, src: string): Promise<Uint8Array> =>
  readFile(join(root, MADE_FOLDER, src.slice(MEDIA_ADDRESS.length)));

interface Made {
  readonly file: PictureFile;
  readonly bytes: Uint8Array;
}

/** Named by what they are made of: the same for all files of one picture, and another once it is changed. */
const addressOf = ({ slug, name, digest: source, size }: Order, ending: string, width?: number): string => {
  const digest = createHash('sha256').update(`${EDITION} ${size} ${source}`).digest('hex').slice(0, 8);
  const stem = name.slice(0, -endingOf(name).length - 1);
  return `${MEDIA_ADDRESS}${slug}/${stem}.${digest}${width === undefined ? '' : `-${width}`}.${ending}`;
};

function copied(order: Order, bytes: Uint8Array, width = 0): readonly Made[] {
  const ending = endingOf(order.name);
  return [{ file: { src: addressOf(order, ending), width, type: MEDIA_TYPES[ending] ?? '' }, bytes }];
}

async function make(order: Order, source: Uint8Array): Promise<{ files: readonly Made[]; placeholder: string }> {
  const ending = endingOf(order.name);
  if (ending === 'svg') {
    const { svg } = cleanSvg(new TextDecoder().decode(source));
    return { files: copied(order, new TextEncoder().encode(svg)), placeholder: '' };
  }
  if (canHoldNotes(ending)) return { files: copied(order, await withoutNotes(source, ending)), placeholder: '' };
  // A picture of the ground is as large as it should be.
  if (MEDIA_ENDINGS[ending] !== 'picture' || order.name.startsWith('ground/'))
    return { files: copied(order, source), placeholder: '' };
  const { pictures, placeholder } = await makePictures(source, WIDTHS[order.size]);
  const files = pictures.map(({ width, format, bytes }) => ({
    file: { src: addressOf(order, format, width), width, type: `image/${format}` },
    bytes,
  }));
  return { files, placeholder };
}

/** What was made before of the same file; null where something of it is gone. */
async function kept(list: string, folder: string): Promise<BuiltMedium | null> {
  try {
    const medium = JSON.parse(await readFile(list, 'utf8')) as BuiltMedium;
    await Promise.all(medium.files.map(({ src }) => access(join(folder, src.slice(MEDIA_ADDRESS.length)))));
    return medium;
  } catch {
    return null;
  }
}

const making = new Map<string, Promise<BuiltMedium>>();

async function makeAndKeep(order: Order, root: string, list: string): Promise<BuiltMedium> {
  const folder = join(root, MADE_FOLDER);
  const before = await kept(list, folder);
  if (before !== null) return before;
  const { files, placeholder } = await make(order, await readFile(join(root, order.path)));
  for (const { file, bytes } of files) {
    const path = join(folder, file.src.slice(MEDIA_ADDRESS.length));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const medium = { files: files.map(({ file }) => file), placeholder };
  await mkdir(dirname(list), { recursive: true });
  await writeFile(list, JSON.stringify(medium));
  return medium;
}

/** What is shown of one file, made unless it is there from before. */
function built(order: Order, root: string): Promise<BuiltMedium> {
  const { slug, name, digest, size } = order;
  const list = join(root, MEDIA_CACHE, 'lists', `${slug}-${name}-${digest.slice(0, 16)}-${size}-${EDITION}.json`);
  const found = making.get(list) ?? makeAndKeep(order, root, list);
  making.set(list, found);
  return found;
}

/** Pictures are decoded whole: so many at a time, and the memory of a small machine holds them. */
const AT_ONCE = 2;

/**
 * Makes the files that a story's media are sent as, by name.
 * @param root the project's folder
 * @param tell hears after each file how many of them are done
 */
export async function buildMedia(
  raw: RawStory,
  root: string,
  tell: (done: number, all: number) => void = () => {},
): Promise<Readonly<Record<string, BuiltMedium>>> {
  const orders = ordersOf(raw);
  let done = 0;
  const made = await atOnce(AT_ONCE, orders, async (order) => {
    const medium = await built(order, root);
    done += 1;
    tell(done, orders.length);
    return [order.name, medium] as const;
  });
  return Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}
