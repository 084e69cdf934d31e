import { join } from 'node:path';
import type { RawStory } from '../../content/files/raw.ts';
import { fileNamed, membersOf, storyFiles } from '../../content/files/story-files.ts';
import { normalizeStory } from '../../content/normalize/normalize-story.ts';
import { MAX_ZOOM } from '../../geo/camera/zoom-limits.ts';
import { formatQuantity } from '../../i18n/format-quantity.ts';
import { localeInfo } from '../../i18n/locales.ts';
import { loadStrings } from '../../i18n/translate.ts';
import { DISK, readMapIndexes, readStories } from '../../site/content/read-content.ts';
import { nearestZoomOf } from '../../story/shapes/map-detail.ts';
import { GroundRefusal } from './archive/archive.ts';
import { type CloseSection, closeSections } from './cut/story-views.ts';
import type { Edition } from './pictures/picture-views.ts';

/** A story's close sections, and the languages it is told in. */
export interface GroundStory {
  readonly sections: readonly CloseSection[];
  readonly locales: readonly string[];
}

function editionsOf(raw: RawStory, locales: readonly string[], nearestZoom: number): readonly Edition[] {
  const fault = raw.files.find((file) => file.fault !== null);
  try {
    return locales.map((locale) => ({
      story: normalizeStory(raw, { locale, figure: formatQuantity, nearestZoom }),
      dir: localeInfo(locale).dir,
    }));
  } catch (error) {
    const where = fault === undefined ? raw.folder : `${raw.folder}/${fault.path}`;
    throw new GroundRefusal(
      `${where}: cameras cannot be known while the story has mistakes. Run \`npm run check -- --story ${raw.slug}\` and mend what it tells.`,
      { cause: error },
    );
  }
}

async function storyNamed(root: string, slug: string): Promise<RawStory> {
  const stories = await readStories(join(root, 'content', 'stories'), DISK);
  const raw = stories.find((story) => story.slug === slug);
  if (raw !== undefined) return raw;
  const known = stories.map((story) => story.slug).join(', ') || 'none';
  throw new GroundRefusal(`There is no story content/stories/${slug}. There are: ${known}.`);
}

/**
 * Reads a story in each of its languages, for its cameras.
 * @param isDetailed whether cameras come as near as they will once there is detail
 * @throws GroundRefusal
 */
export async function readEditions(root: string, slug: string, isDetailed = false): Promise<readonly Edition[]> {
  const raw = await storyNamed(root, slug);
  const { locales } = storyFiles(raw);
  await loadStrings(locales);
  const mapIndexes = await readMapIndexes(join(root, 'public', 'basemap'), DISK);
  const basemap = String(membersOf(fileNamed(raw, 'story.yaml')?.data)['basemap']);
  const mapIndex = mapIndexes[basemap];
  if (mapIndex === undefined)
    throw new GroundRefusal(
      `content/stories/${slug}/story.yaml: its basemap public/basemap/${basemap}.topo.json cannot be read. Make it with \`npm run basemap\`.`,
    );
  return editionsOf(raw, locales, isDetailed ? MAX_ZOOM : nearestZoomOf(mapIndex));
}

/**
 * Reads a story for its close sections.
 * @throws GroundRefusal
 */
export async function readGroundStory(root: string, slug: string): Promise<GroundStory> {
  const editions = await readEditions(root, slug, true);
  return { sections: closeSections(editions), locales: editions.map(({ story }) => story.locale) };
}
