import type { Basemap } from '../../basemap/basemap.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { wordedCredit } from '../basemap/attribution.ts';

/** The country code of ground that belongs to no country; ISO 3166 leaves it to its users. */
export const NO_COUNTRY = 'XXA';

/**
 * A map of bare ground: a story can be written and built on it before its own basemap has been made, and nothing has to be
 * fetched for it. `npm run basemap` with the same name puts the real one in its place.
 */
export function blankBasemap(name: string, [west, south, east, north]: LngLatBounds): Basemap {
  const corners = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const nothing = { type: 'GeometryCollection', geometries: [] };
  const noLines = { type: 'MultiLineString', arcs: [] };
  const ground = { type: 'Polygon', arcs: [[0]], properties: { a3: NO_COUNTRY } };
  const objects = {
    land: { type: 'GeometryCollection', geometries: [ground] },
    borders: noLines,
    coast: noLines,
    lakes: nothing,
    regions: nothing,
    regionLines: noLines,
    towns: nothing,
  };
  const attribution = [wordedCredit('creditBareGround', 'CC0-1.0')];
  const meta = { name, bounds: [west, south, east, north], attribution, names: [] };
  return { type: 'Topology', arcs: [corners], objects, meta } as unknown as Basemap;
}
