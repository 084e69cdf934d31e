import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { arabicName } from './arabic-name.ts';

export interface Town {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly a3: string;
  readonly rank: 1 | 2 | 3;
  readonly lngLat: readonly [number, number];
}

/** A town as GeoNames has it. Its population only orders towns: several are wrong, so none is ever shown. */
export interface TownRecord {
  readonly id: string;
  readonly name: string;
  readonly arabic: string | null;
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

/** Lines of the GeoNames main table that lie in the bounds. */
export function readTowns(table: string, [west, south, east, north]: LngLatBounds): TownRecord[] {
  return table.split('\n').flatMap((line) => {
    const [id = '', name = '', , alternates = '', lat, lng, , feature = '', a2 = '', , , , , , population] =
      line.split('\t');
    const [x, y] = [Number(lng), Number(lat)];
    if (!(x > west && x < east && y > south && y < north) || NOT_TOWNS.has(feature)) return [];
    const arabic = arabicName(alternates.split(','));
    return [{ id, name, arabic, lngLat: [x, y] as const, feature, a2, population: Number(population) }];
  });
}

const STANDING: Readonly<Record<string, number>> = { PPLC: 4, PPLA: 2 };

/** Capitals and regional seats stand before towns of the same size. */
export function standing({ population, feature }: TownRecord): number {
  return Math.max(population, 500) * (STANDING[feature] ?? 1);
}
