import type { Position } from 'geojson';
import proj4 from 'proj4';
import { boundsOf } from '../../geo/bounds.ts';
import type { LngLat, LngLatBounds } from '../../geo/lng-lat.ts';

interface Projection {
  /** As authors find it: its code and what it is called. */
  readonly name: string;
  /** For proj4. */
  readonly definition: string;
}

const GRS80 = '+ellps=GRS80 +units=m +no_defs';

/** Those of national surveys and of large countries, from the EPSG registry; shifts between ellipsoids are too small to matter. */
const NATIONAL: readonly Projection[] = [
  {
    name: 'EPSG:27700 (British National Grid)',
    definition:
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m +no_defs',
  },
  {
    name: 'EPSG:2056 (Swiss LV95)',
    definition:
      '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +units=m +no_defs',
  },
  {
    name: 'EPSG:21781 (Swiss LV03)',
    definition:
      '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=600000 +y_0=200000 +ellps=bessel +units=m +no_defs',
  },
  {
    name: 'EPSG:2154 (Lambert-93)',
    definition: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${GRS80}`,
  },
  {
    name: 'EPSG:28992 (Amersfoort, RD New)',
    definition:
      '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +units=m +no_defs',
  },
  {
    name: 'EPSG:31287 (Austria Lambert)',
    definition:
      '+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 +ellps=bessel +units=m +no_defs',
  },
  {
    name: 'EPSG:2180 (Poland CS92)',
    definition: `+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 ${GRS80}`,
  },
  { name: 'EPSG:3006 (SWEREF99 TM)', definition: `+proj=utm +zone=33 ${GRS80}` },
  {
    name: 'EPSG:2193 (New Zealand TM)',
    definition: `+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 ${GRS80}`,
  },
  {
    name: 'EPSG:5070 (Albers of the United States)',
    definition: `+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 ${GRS80}`,
  },
  {
    name: 'EPSG:3347 (Lambert of Canada)',
    definition: `+proj=lcc +lat_0=63.390675 +lon_0=-91.8666666666667 +lat_1=49 +lat_2=77 +x_0=6200000 +y_0=3000000 ${GRS80}`,
  },
  {
    name: 'EPSG:3577 (Albers of Australia)',
    definition: `+proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36 +x_0=0 +y_0=0 ${GRS80}`,
  },
  {
    name: 'EPSG:3035 (Lambert of Europe)',
    definition: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${GRS80}`,
  },
];

const WEB: Projection = { name: 'EPSG:3857 (Web Mercator)', definition: 'EPSG:3857' };

/** Zones of six degrees that bounds lie in. */
function utmOf([west, south, east, north]: LngLatBounds): readonly Projection[] {
  const zoneAt = (lng: number): number => Math.floor(((((lng + 180) % 360) + 360) % 360) / 6) + 1;
  const zones = [...new Set([west, (west + east) / 2, east].map(zoneAt))];
  const isSouth = (south + north) / 2 < 0;
  return zones.map((zone) => ({
    name: `EPSG:${isSouth ? 327 : 326}${String(zone).padStart(2, '0')} (UTM zone ${zone}${isSouth ? 'S' : 'N'})`,
    definition: `+proj=utm +zone=${zone} ${isSouth ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`,
  }));
}

function isWithin([lng, lat]: LngLat, [west, south, east, north]: LngLatBounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** How far the middle of some points lies from that of the bounds, in degrees; infinitely far where one lies outside. */
function distanceFrom({ definition }: Projection, points: readonly Position[], bounds: LngLatBounds): number {
  const { inverse } = proj4(definition);
  const placed = points.map(([x = 0, y = 0]) => inverse([x, y]) as unknown as LngLat);
  if (!placed.every((point) => isWithin(point, bounds))) return Number.POSITIVE_INFINITY;
  const [west, south, east, north] = boundsOf(placed);
  return Math.hypot(west + east - bounds[0] - bounds[2], south + north - bounds[1] - bounds[3]) / 2;
}

/**
 * The projection in which coordinates in metres lie within a story's bounds, as authors find it; null where it is none of the
 * usual ones. Where several fit, the one in which they lie nearest to its middle.
 */
export function guessProjection(points: readonly Position[], bounds: LngLatBounds): string | null {
  if (points.length === 0) return null;
  const all = [WEB, ...utmOf(bounds), ...NATIONAL].map(
    (projection) => [projection.name, distanceFrom(projection, points, bounds)] as const,
  );
  const [name, distance] = all.reduce((best, one) => (one[1] < best[1] ? one : best));
  return Number.isFinite(distance) ? name : null;
}
