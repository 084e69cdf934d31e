import type { LngLat } from '../geo/lng-lat.ts';
import { ringContains } from '../geo/point-in-ring.ts';
import type { Atlas, Tone } from '../story/mark.ts';
import type { Layers } from '../story/story.ts';

export type Polygons = readonly (readonly (readonly LngLat[])[])[];

/** Even–odd over all rings, so that holes count as outside. */
export const holds = (polygons: Polygons, point: LngLat): boolean =>
  polygons.reduce((count, rings) => count + rings.filter((ring) => ringContains(ring, point)).length, 0) % 2 === 1;

/** Land of a basemap, told apart as the map paints it. */
export interface LandShapes {
  readonly home: Polygons;
  readonly abroad: Polygons;
}

const VISIBLE = 0.4;

/** The colour of the ground at a place: what a name's halo must be painted in to be unseen. */
export function groundTone(lngLat: LngLat, layers: Layers, land: LandShapes, atlas: Atlas): Tone {
  if (!holds(land.home, lngLat)) return holds(land.abroad, lngLat) ? 'abroad' : 'sea';
  const tint = layers.tints.find(({ region, opacity }) => opacity > VISIBLE && holds(atlas.area(region) ?? [], lngLat));
  if (!tint) return 'land';
  return tint.tone === 'past' ? 'tint-past' : 'tint';
}
