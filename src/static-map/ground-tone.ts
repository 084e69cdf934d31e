import type { LngLat, LngLatBounds } from '../geo/lng-lat.ts';
import { ringContains } from '../geo/ring-index.ts';
import type { Atlas, Tone } from '../story/mark.ts';
import type { Layers } from '../story/story.ts';

export type Polygons = readonly (readonly (readonly LngLat[])[])[];

type Ring = readonly LngLat[];

const boxes = new WeakMap<Ring, LngLatBounds>();

function boxOf(ring: Ring): LngLatBounds {
  const known = boxes.get(ring);
  if (known) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of ring) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const box: LngLatBounds = [west, south, east, north];
  boxes.set(ring, box);
  return box;
}

function isIn(ring: Ring, point: LngLat): boolean {
  const [west, south, east, north] = boxOf(ring);
  const [lng, lat] = point;
  if (lng < west || lng > east || lat < south || lat > north) return false;
  return ringContains(ring, point);
}

/** Even–odd over all rings, so that holes count as outside. */
export const holds = (polygons: Polygons, point: LngLat): boolean =>
  polygons.reduce((count, rings) => count + rings.filter((ring) => isIn(ring, point)).length, 0) % 2 === 1;

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
