import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { mostTowns } from '../scale.ts';
import { slug } from './slug.ts';
import type { NameTown } from './town-names.ts';
import { standing, type Town, type TownCorrection, type TownRecord } from './towns.ts';

/** Of so many towns those of the first rank, and those of the first two. */
const [ALL, FIRST_RANK, SECOND_RANK] = [64, 5, 18] as const;
/** Towns stand at least this share of the map's width apart, else the larger alone is named. */
const SPACING = 0.022;

type Point = readonly [number, number];

/** @param most towns of the map, by which the ranks are shared out */
function rankAt(place: number, most: number): 1 | 2 | 3 {
  const share = most / ALL;
  if (place < FIRST_RANK * share) return 1;
  return place < SECOND_RANK * share ? 2 : 3;
}

/** What towns and their countries are called. */
export interface TownWords {
  readonly a3Of: (a2: string) => string;
  readonly nameTown: NameTown;
}

function spaced(records: readonly TownRecord[], kept: readonly Point[], bounds: LngLatBounds): TownRecord[] {
  const squeeze = Math.cos((((bounds[1] + bounds[3]) / 2) * Math.PI) / 180);
  const gap = ((bounds[2] - bounds[0]) * SPACING * squeeze * ALL) / Math.max(ALL, mostTowns(bounds));
  const taken: Point[] = [...kept];
  const isFree = ([x, y]: Point) => taken.every(([tx, ty]) => Math.hypot((x - tx) * squeeze, y - ty) >= gap);
  return records.filter(({ lngLat }) => isFree(lngLat) && taken.push(lngLat) > 0);
}

function townsOfTable(
  table: readonly TownCorrection[],
  records: readonly TownRecord[],
  { a3Of, nameTown }: TownWords,
): Town[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return table.flatMap(({ geonames = '', id, names, a3, rank = 3, lngLat, omit }) => {
    const record = byId.get(geonames);
    const at = lngLat ?? record?.lngLat;
    if (omit || !at) return [];
    const named = record ? nameTown(record) : { names: {} };
    const allNames: Record<string, string> = { ...named.names, ...names };
    const country = a3 ?? a3Of(record?.a2 ?? '');
    return [{ id: id ?? slug(allNames['en'] ?? geonames), ...named, names: allNames, a3: country, rank, lngLat: at }];
  });
}

function withUniqueIds(towns: readonly Town[]): Town[] {
  const count = new Map<string, number>();
  return towns.map((town) => {
    const seen = (count.get(town.id) ?? 0) + 1;
    count.set(town.id, seen);
    return seen === 1 ? town : { ...town, id: `${town.id}-${seen}` };
  });
}

/**
 * The towns a map of these bounds may name: those of the table made by hand, with the rank it gives them, then the
 * largest that have room. Where there is a table it alone decides the first two ranks.
 */
export function rankTowns(
  records: readonly TownRecord[],
  table: readonly TownCorrection[],
  bounds: LngLatBounds,
  words: TownWords,
): Town[] {
  const most = mostTowns(bounds);
  const [west, south, east, north] = bounds;
  const known = new Set(table.map(({ geonames }) => geonames));
  const byHand = townsOfTable(table, records, words).filter(
    ({ lngLat: [x, y] }) => x > west && x < east && y > south && y < north,
  );
  const others = records
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => standing(b) - standing(a) || Number(a.id) - Number(b.id));
  const places = Math.max(0, most - byHand.length);
  const largest = spaced(
    others,
    byHand.map(({ lngLat }) => lngLat),
    bounds,
  ).slice(0, places);
  const ranked = largest.map(
    (record, place): Town => ({
      id: slug(record.name) || record.id,
      ...words.nameTown(record),
      a3: words.a3Of(record.a2),
      rank: byHand.length > 0 ? 3 : rankAt(place, most),
      lngLat: record.lngLat,
    }),
  );
  return withUniqueIds([...byHand, ...ranked].sort((a, b) => a.rank - b.rank));
}
