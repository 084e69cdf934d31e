import type { Basemap } from '../../basemap/basemap.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { blankBasemap } from '../lib/blank-basemap.ts';

const BOUNDS: LngLatBounds = [10, 50, 11.2, 50.8];
/** Segments of a street, and degrees of each: farther than the drawing leaves points out. */
const STREET = 10;
const STEP = 0.012;

/** Numbers from 0 to 1, the same each time (Park and Miller, "Random number generators: good ones are hard to find", 1988). */
export function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A city of so many segments of streets, which turn this way and that. Drawn as great rivers: those are neither smoothed nor drawn coarsely. */
export function cityBasemap(segments: number): Basemap {
  const random = createRandom();
  const [west, south, east, north] = BOUNDS;
  const blank = blankBasemap('city', BOUNDS);
  const street = (): number[][] => {
    let [lng, lat] = [west + random() * (east - west), south + random() * (north - south)];
    let angle = random() * 2 * Math.PI;
    return Array.from({ length: STREET + 1 }, () => {
      // Never straight on: what bends no more than a little is drawn as one segment.
      angle += (random() < 0.5 ? -1 : 1) * (1 + random()) * (Math.PI / 3);
      [lng, lat] = [lng + STEP * Math.cos(angle), lat + STEP * Math.sin(angle)];
      return [lng, lat];
    });
  };
  const streets = Array.from({ length: Math.ceil(segments / STREET) }, street);
  const geometries = streets.map((_, index) => ({
    type: 'LineString' as const,
    arcs: [blank.arcs.length + index],
    properties: { name: `Street ${index}`, rank: 1 },
  }));
  const rivers = { type: 'GeometryCollection' as const, geometries };
  return { ...blank, arcs: [...blank.arcs, ...streets], objects: { ...blank.objects, rivers } };
}
