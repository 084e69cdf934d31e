import { placeIn } from '../../../geo/antimeridian.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { scaleOf } from '../scale.ts';

export interface Town {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** Which of the names is the country's own; absent where none is known to be. */
  readonly own?: string;
  readonly a3: string;
  readonly rank: 1 | 2 | 3;
  readonly lngLat: readonly [number, number];
}

/** A town as GeoNames has it. Its population only orders towns: several are wrong, so none is ever shown. */
export interface TownRecord {
  readonly id: string;
  readonly name: string;
  /** Its other names, in whatever language. */
  readonly alternates: readonly string[];
  readonly timeZone: string;
  readonly lngLat: readonly [number, number];
  readonly feature: string;
  readonly a2: string;
  readonly population: number;
}

/** Of a town table made by hand: corrections of a GeoNames entry, or whole towns that GeoNames lacks. */
export interface TownCorrection {
  /** GeoNames id of the entry corrected. */
  readonly geonames?: string;
  readonly id?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly a3?: string;
  readonly rank?: 1 | 2 | 3;
  readonly lngLat?: readonly [number, number];
  /** Left out of the map. */
  readonly omit?: boolean;
}

/** Sections of towns, farms and abandoned places are nobody's label. */
const NOT_TOWNS = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLF', 'PPLL']);
/** On the map of a town its sections are what there is to name. */
const NOT_NAMED_CLOSE = new Set(['PPLH', 'PPLQ', 'PPLW']);

const TIME_ZONE_COLUMN = 17;

/** Lines of the GeoNames main table that lie in the bounds. */
export function readTowns(table: string, bounds: LngLatBounds): TownRecord[] {
  const [west, south, east, north] = bounds;
  const left = scaleOf(bounds) === 'close' ? NOT_NAMED_CLOSE : NOT_TOWNS;
  return table.split('\n').flatMap((line) => {
    const columns = line.split('\t');
    const [id = '', name = '', , alternates = '', lat, lng, , feature = '', a2 = '', , , , , , population] = columns;
    const [x, y] = placeIn(bounds, [Number(lng), Number(lat)]);
    if (!(x > west && x < east && y > south && y < north) || left.has(feature)) return [];
    const timeZone = columns[TIME_ZONE_COLUMN] ?? '';
    const lngLat = [x, y] as const;
    return [
      { id, name, alternates: alternates.split(','), timeZone, lngLat, feature, a2, population: Number(population) },
    ];
  });
}

const STANDING: Readonly<Record<string, number>> = { PPLC: 4, PPLA: 2 };

/** Capitals and regional seats stand before towns of the same size. */
export function standing({ population, feature }: TownRecord): number {
  return Math.max(population, 500) * (STANDING[feature] ?? 1);
}
