import type { ImportedPlace, ImportedStory } from '../dialects/imported-story.ts';
import { slugOf, uniqueSlug } from './slugs.ts';

const METRES_PER_DEGREE = 111_195;

/** How far off a position may be that was written with so many decimals. */
function uncertaintyOf([lng, lat]: ImportedPlace['lngLat']): number {
  const decimals = Math.max(...[lng, lat].map((value) => String(value).split('.')[1]?.length ?? 0));
  return Math.round(METRES_PER_DEGREE * 10 ** -Math.min(decimals, 5));
}

/** `places.yaml` of a story: each point once, under the first name it has. */
export function placesOf({ opening, chapters }: ImportedStory, locale: string): Readonly<Record<string, object>> {
  const all = [...(opening?.places ?? []), ...chapters.flatMap(({ places }) => places)];
  const distinct = Map.groupBy(all, ({ lngLat }) => lngLat.join());
  const taken = new Set<string>();
  return Object.fromEntries(
    [...distinct.values()].flatMap(([place], at) => {
      if (place === undefined) return [];
      const { name, lngLat, source } = place;
      const id = uniqueSlug(slugOf(name) || `place-${at + 1}`, taken);
      return [[id, { lngLat, names: { [locale]: name }, rank: 2, source, uncertaintyMetres: uncertaintyOf(lngLat) }]];
    }),
  );
}
