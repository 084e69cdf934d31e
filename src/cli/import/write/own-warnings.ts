import type { Basemap } from '../../../basemap/basemap.ts';
import type { RawStory } from '../../../content/files/raw.ts';
import { checkStory } from '../../../content/lint/check-story.ts';
import { STRINGS } from '../../../i18n/translate.ts';
import { readStoryFile } from '../../../site/content/read-content.ts';
import { buildMapIndex } from '../../../story/map-index.ts';
import type { WrittenStory } from './story-files-of.ts';

/** Rules that speak of what an import cannot know, with what to say of it. */
const REASONS: Readonly<Record<string, (dialect: string) => string>> = {
  UnexplainedNumeral: (dialect) => `Imported from ${dialect}: its figures have no ledger yet.`,
  SameScene: (dialect) => `Imported from ${dialect}: its map stands still there, too.`,
};

/** A written story as `npm run check` reads it, but for its media. */
function rawOf({ files }: WrittenStory, slug: string): RawStory {
  const texts = Object.entries(files).filter(([path]) => !path.startsWith('media/') || path === 'media/media.yaml');
  const raw = texts.map(([path, content]) =>
    readStoryFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content),
  );
  return { slug, folder: slug, files: raw };
}

/** Which of these rules have something to say of a story, each with the reason why it is not said. */
export function suppressionsFor(
  written: WrittenStory,
  basemap: Basemap,
  dialect: string,
): Readonly<Record<string, string>> {
  const mapIndexes = { [basemap.meta.name]: buildMapIndex(basemap) };
  const found = new Set<string>(
    checkStory(rawOf(written, basemap.meta.name), { mapIndexes, strings: STRINGS }).map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(REASONS).flatMap(([rule, reason]) => (found.has(rule) ? [[rule, reason(dialect)]] : [])),
  );
}
