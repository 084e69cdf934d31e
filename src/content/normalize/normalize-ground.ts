import type { Ground, GroundPicture, GroundUse } from '../../story/ground/ground.ts';
import { type RawStory, roleOf } from '../files/raw.ts';
import type { LocalText } from '../schema/documents.ts';
import { groundFileSchema, type RawGround } from '../schema/ground.ts';
import { mapValues } from './normalize-documents.ts';
import type { BuiltMedia } from './normalize-media.ts';

/** Labels are marked empty where the author gives none: the page then says before and after. */
const NO_LABELS: GroundUse['labels'] = ['', ''];

function useOf(raw: RawGround, relief: number, say: (text: LocalText) => string): GroundUse {
  if ('compare' in raw) {
    const { compare, labels, over } = raw;
    const [before = '', after = ''] = (labels ?? []).map(say);
    return { show: compare[0], over, after: compare[1], labels: [before, after], relief };
  }
  return { show: raw.show, over: 'over' in raw ? raw.over : 1, after: null, labels: NO_LABELS, relief };
}

/**
 * What a section lays over its map, as a part of its layers.
 * @param say picks the words of the language read
 */
export function normalizeGround(
  { ground, relief }: { readonly ground?: RawGround | undefined; readonly relief: number },
  say: (text: LocalText) => string,
): { readonly ground?: GroundUse } {
  if (ground !== undefined) return { ground: useOf(ground, relief, say) };
  return relief > 0 ? { ground: { show: null, over: 1, after: null, labels: NO_LABELS, relief } } : {};
}

/** The grounds that have been cut for a story, by name. Those that cannot be read count as absent; `checkStory` tells. */
export function normalizeGrounds(raw: RawStory, built: BuiltMedia): Readonly<Record<string, Ground>> {
  const addressed = (picture: Omit<GroundPicture, 'src'>): GroundPicture => ({
    ...picture,
    src: built[`ground/${picture.file}`]?.files[0]?.src ?? '',
  });
  const entries = raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    const found = role.role === 'ground-list' ? groundFileSchema.safeParse(file.data) : null;
    return role.role === 'ground-list' && found?.success ? [[role.name, found.data] as const] : [];
  });
  return mapValues(Object.fromEntries(entries), (ground) => ({ ...ground, pictures: ground.pictures.map(addressed) }));
}
