import { changed, type ImportedStory, ImportRefusal, type Note } from './imported-story.ts';
import { readScript } from './read-script.ts';
import { fromStoryMapJs } from './storymapjs.ts';
import { fromStorytelling } from './storytelling.ts';
import { listOf, member } from './values.ts';

const MAX_BYTES = 25_000_000;

/** Files looked for in a folder, the likeliest first. */
export const INPUT_NAMES = [
  /^published\.json$/i,
  /^storymap\.json$/i,
  /^config\.(m?js|json)$/i,
  /\.geolibre(\.json)?$/i,
  /config.*\.m?js$/i,
  /(story|map).*\.json$/i,
] as const;

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/^\s*[[{"]/.test(text))
      throw new ImportRefusal(`This is not JSON that can be read: ${(error as Error).message}.`);
    return undefined;
  }
}

function candidatesIn(text: string): { readonly values: readonly unknown[]; readonly notes: readonly Note[] } {
  const json = parsedJson(text);
  if (json !== undefined) return { values: [json], notes: [] };
  const { values, unread } = readScript(text);
  const most = 20;
  const notes = unread.slice(0, most).map((what) => changed(what, 'not read: it would have to be run'));
  const rest = unread.length - most;
  return { values, notes: rest > 0 ? [...notes, changed(`${rest} more like these`, 'not read')] : notes };
}

const hasChapters = (value: unknown): boolean => listOf(member(value, 'chapters')).length > 0;

function storyIn(value: unknown): ImportedStory | null {
  const storymap = member(value, 'storymap');
  if (Array.isArray(member(storymap, 'slides'))) return fromStoryMapJs(value);
  if (hasChapters(storymap)) return fromStorytelling(storymap, 'GeoLibre');
  if (!hasChapters(value)) return null;
  const isGeoLibre = member(value, 'insetPosition') !== undefined && member(value, 'style') === undefined;
  return fromStorytelling(value, isGeoLibre ? 'GeoLibre' : 'a storytelling template');
}

/**
 * Finds the story in a file of another tool. Reads, never runs.
 * @throws ImportRefusal with the reason where there is none
 */
export function readInput(text: string): ImportedStory {
  if (text.length > MAX_BYTES)
    throw new ImportRefusal('The file is larger than 25 MB. A story is text; pictures belong beside it.');
  const { values, notes } = candidatesIn(text.replace(/^\uFEFF/, ''));
  for (const value of values) {
    const story = storyIn(value);
    if (story !== null) return { ...story, notes: [...story.notes, ...notes] };
  }
  throw new ImportRefusal(
    'There is no story in it that is known here: `chapters` as the storytelling templates and GeoLibre have them, or `storymap.slides` as StoryMapJS has them.',
  );
}
