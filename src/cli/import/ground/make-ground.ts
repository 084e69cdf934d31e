import { join } from 'node:path';
import type { Basemap } from '../../../basemap/basemap.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { boundsText } from '../../basemap/parse-bounds.ts';
import { blankBasemap, NO_COUNTRY } from '../../lib/blank-basemap.ts';
import type { ImportedStory } from '../dialects/imported-story.ts';
import type { ImportEffects } from '../import-effects.ts';
import { closeChapters, fittingMap, homeCountryOf } from './find-ground.ts';
import { boundsOfStory, mapBoundsOf } from './story-bounds.ts';

export interface StoryGround {
  readonly basemap: Basemap;
  readonly homeCountry: string;
  readonly bounds: LngLatBounds;
  /** What is left to do for it, in Markdown. */
  readonly tasks: readonly string[];
}

export interface GroundOptions {
  readonly slug: string;
  readonly locale: string;
  /** Where maps are looked for. */
  readonly maps: string;
  /** Where a map that is made goes. */
  readonly out: string;
  readonly isMade: boolean;
}

const readMap = async (path: string, effects: ImportEffects): Promise<Basemap> =>
  JSON.parse(new TextDecoder().decode(await effects.read(path))) as Basemap;

async function mapsIn(folder: string, effects: ImportEffects): Promise<readonly Basemap[]> {
  const names = effects.exists(folder) ? ((await effects.list(folder)) ?? []) : [];
  return Promise.all(
    names.filter((name) => /^[^/]+\.topo\.json$/.test(name)).map((name) => readMap(join(folder, name), effects)),
  );
}

/** Names of maps begin with a letter. */
const mapName = (slug: string): string => (/^[a-z]/.test(slug) ? slug : `story-${slug}`);

const commandFor = (name: string, bounds: LngLatBounds, locale: string): readonly string[] => [
  '--name',
  name,
  `--bounds=${boundsText(mapBoundsOf(bounds))}`,
  '--names',
  locale,
];

/** The exact command that brings the streets of close views. */
function closeTasks(map: Basemap, story: ImportedStory, { slug }: GroundOptions): readonly string[] {
  const close = closeChapters(map, story);
  if (close.length === 0) return [];
  const names = close.slice(0, 8).join('; ') + (close.length > 8 ? `; and ${close.length - 8} more` : '');
  return [
    `These look closer than the map has details for: ${names}. Streets and houses come from vector tiles of your own: \`npm run ground -- ${slug} --from area.pmtiles\`.`,
  ];
}

async function make(
  name: string,
  bounds: LngLatBounds,
  options: GroundOptions,
  effects: ImportEffects,
): Promise<Basemap | null> {
  const { locale, out, isMade } = options;
  if (!isMade) return null;
  effects.print('Making its map …');
  const code = await effects.makeBasemap([...commandFor(name, bounds, locale), '--out', out]);
  return code === 0 ? readMap(join(out, `${name}.topo.json`), effects) : null;
}

/** Bare ground, until a map is made; a map of that name that is there stays. */
async function bare(name: string, bounds: LngLatBounds, out: string, tasks: readonly string[], effects: ImportEffects) {
  const basemap = blankBasemap(name, bounds);
  const path = join(out, `${name}.topo.json`);
  if (!effects.exists(path)) await effects.write(path, `${JSON.stringify(basemap)}\n`);
  return { basemap, homeCountry: NO_COUNTRY, bounds, tasks };
}

/** The map a story stands on: one that is there, one made for it, or bare ground until it can be made. */
export async function makeGround(
  story: ImportedStory,
  options: GroundOptions,
  effects: ImportEffects,
): Promise<StoryGround> {
  const { locale, maps, out } = options;
  const name = mapName(options.slug);
  const bounds = boundsOfStory(story);
  const all = await mapsIn(maps, effects);
  if (story.isMapless) return bare(name, bounds, out, [], effects);
  const map =
    fittingMap(all, bounds, locale) ??
    all.find(({ meta }) => meta.name === name) ??
    (await make(name, bounds, options, effects));
  const isHere =
    map !== null &&
    bounds.every((value, at) => (at < 2 ? value >= (map.meta.bounds[at] ?? 0) : value <= (map.meta.bounds[at] ?? 0)));
  if (map !== null && isHere)
    return { basemap: map, homeCountry: homeCountryOf(map, story), bounds, tasks: closeTasks(map, story, options) };
  const command = `npm run basemap -- ${commandFor(name, bounds, locale).join(' ')}`;
  const task = `Make its map: \`${command}\`. Until then it stands on bare ground. Then set \`homeCountry\` in \`story.yaml\`.`;
  return bare(name, bounds, out, [task], effects);
}
