import { annotationFields } from '../files/annotation-fields.ts';
import { whereInBody, whereOf } from '../files/fields.ts';
import type { RawFile } from '../files/raw.ts';
import { fileNamed, mapFiles, membersOf, type StoryFiles } from '../files/story-files.ts';
import type { Where } from '../lint/diagnostics/problems.ts';
import { type Component, scanBody } from '../prose/mdx-body.ts';
import { nodesOfText } from '../prose/text-tree.ts';
import type { MediaKind } from './media-facts.ts';
import { isMediaAddress, mediaNameIn } from './media-names.ts';

/** A place where a story shows a media file, or names one that belongs to another. */
export interface MediaUse {
  readonly name: string;
  /** What it may be there. */
  readonly allows: readonly MediaKind[];
  /** Whether it fills the screen: pictures are then made as large as screens are. */
  readonly isStage: boolean;
  readonly where: Where;
}

const STILL: readonly MediaKind[] = ['picture', 'drawing'];

/** Attributes of components that name media files, and what those may be. */
const MEDIA_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, readonly MediaKind[]>>>> = {
  Figure: { src: STILL },
  Gallery: { of: STILL },
  Video: { src: ['video'] },
  Audio: { src: ['audio'] },
  Compare: { before: STILL, after: STILL },
  Embed: { picture: STILL },
};

/** The files of a `<Gallery of="a.jpg, b.jpg">`. */
export const namesInList = (list: string): readonly string[] =>
  list
    .split(/[\s,،]+/)
    .filter((name) => name !== '')
    .map(mediaNameIn);

function usesOfComponent({ name, attributes }: Component, where: Where): readonly MediaUse[] {
  return Object.entries(MEDIA_ATTRIBUTES[name] ?? {}).flatMap(([attribute, allows]) => {
    const value = attributes[attribute];
    if (value === undefined || value.trim() === '') return [];
    const names = attribute === 'of' ? namesInList(value) : [mediaNameIn(value)];
    const at = { ...where, field: `<${name} ${attribute}>` };
    return names.map((file) => ({ name: file, allows, isStage: false, where: at }));
  });
}

function usesInText(files: StoryFiles, file: RawFile): readonly MediaUse[] {
  const components = scanBody(file.body).components.flatMap((component) =>
    usesOfComponent(component, whereInBody(files.raw, file, component.index)),
  );
  const pictures = nodesOfText(file.body)
    .filter(({ type, url }) => type === 'image' && isMediaAddress(url))
    .map(({ url, start }) => ({
      name: mediaNameIn(url),
      allows: STILL,
      isStage: false,
      where: whereInBody(files.raw, file, start),
    }));
  return [...components, ...pictures];
}

/** What a section's frontmatter says of its backdrop; the short form names a file and nothing else. */
export function backdropIn(data: unknown): Readonly<Record<string, unknown>> | null {
  const { backdrop } = membersOf(data);
  if (typeof backdrop === 'string') return { src: backdrop };
  return backdrop !== null && typeof backdrop === 'object' && !Array.isArray(backdrop) ? membersOf(backdrop) : null;
}

function usesInFrontmatter({ raw }: StoryFiles, file: RawFile): readonly MediaUse[] {
  const backdrop = backdropIn(file.data);
  const isShort = typeof membersOf(file.data)['backdrop'] === 'string';
  const stage = (['src', 'portrait'] as const).flatMap((field) => {
    const value = backdrop?.[field];
    if (typeof value !== 'string') return [];
    const where = whereOf(raw, file, isShort ? 'backdrop' : `backdrop.${field}`);
    const allows: readonly MediaKind[] = ['picture', 'video'];
    return [{ name: mediaNameIn(value), allows, isStage: true, where }];
  });
  const annotations = annotationFields(file.data).flatMap(({ role, field, value }) =>
    role === 'media'
      ? [{ name: mediaNameIn(value), allows: STILL, isStage: false, where: whereOf(raw, file, field) }]
      : [],
  );
  return [...stage, ...annotations];
}

/** Files that belong to another: posters, captions, and drawings for a dark page. */
function usesInList({ raw }: StoryFiles): readonly MediaUse[] {
  const list = fileNamed(raw, 'media/media.yaml');
  if (list === undefined) return [];
  return Object.entries(membersOf(list.data)).flatMap(([name, entry]) => {
    const { poster, dark, captions } = membersOf(entry);
    const use = (value: unknown, field: string, allows: readonly MediaKind[]): readonly MediaUse[] =>
      typeof value === 'string'
        ? [{ name: mediaNameIn(value), allows, isStage: false, where: whereOf(raw, list, `${name}.${field}`) }]
        : [];
    return [
      ...use(poster, 'poster', ['picture']),
      ...use(dark, 'dark', STILL),
      ...Object.entries(membersOf(captions)).flatMap(([locale, file]) => use(file, `captions.${locale}`, ['captions'])),
    ];
  });
}

/** Where a story shows its media, by section and on the map. */
function shownMedia(files: StoryFiles): readonly MediaUse[] {
  const texts = files.mdx.flatMap(({ file }) => usesInText(files, file));
  return [...texts, ...mapFiles(files).flatMap(({ file }) => usesInFrontmatter(files, file))];
}

/** The same with what belongs to other media. */
export function mediaUses(files: StoryFiles): {
  readonly shown: readonly MediaUse[];
  readonly parts: readonly MediaUse[];
} {
  return { shown: shownMedia(files), parts: usesInList(files) };
}
