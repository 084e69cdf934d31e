import type { ImportedPlace, ImportedStory } from '../dialects/imported-story.ts';
import { slugOf, uniqueSlug } from './slugs.ts';

const METRES_PER_DEGREE = 111_195;

/** How far off a position may be that was written with so many decimals. */
function uncertaintyOf([lng, lat]: ImportedPlace['lngLat']): number {
  const decimals = Math.max(...[lng, lat].map((value) => String(value).split('.')[1]?.length ?? 0));
  return Math.round(METRES_PER_DEGREE * 10 ** -Math.min(decimals, 5));
}

/** Places of a story by their ids: each point once, under the first name it has. */
function distinctPlaces({ opening, chapters }: ImportedStory): ReadonlyMap<string, ImportedPlace> {
  const all = [...(opening?.places ?? []), ...chapters.flatMap(({ places }) => places)];
  const distinct = Map.groupBy(all, ({ lngLat }) => lngLat.join());
  const taken = new Set<string>();
  return new Map(
    [...distinct.values()].flatMap(([place], at) =>
      place === undefined ? [] : [[uniqueSlug(slugOf(place.name) || `place-${at + 1}`, taken), place] as const],
    ),
  );
}

/** Ids of a story's places by where they are. */
export const placeIdsOf = (story: ImportedStory): ReadonlyMap<string, string> =>
  new Map(story.isMapless ? [] : [...distinctPlaces(story)].map(([id, { lngLat }]) => [lngLat.join(), id]));

/** `places.yaml` of a story. */
export function placesOf(story: ImportedStory, locale: string): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...distinctPlaces(story)].map(([id, { name, lngLat, source }]) => [
      id,
      { lngLat, names: { [locale]: name }, rank: 2, source, uncertaintyMetres: uncertaintyOf(lngLat) },
    ]),
  );
}
