import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { standing, type Town, type TownCorrection, type TownRecord } from './towns.ts';

export const MAX_TOWNS = 64;
const FIRST_RANK = 5;
const SECOND_RANK = 18;
/** Towns stand at least this share of the map's width apart, else the larger alone is named. */
const SPACING = 0.022;

type Point = readonly [number, number];

function rankAt(place: number): 1 | 2 | 3 {
  if (place < FIRST_RANK) return 1;
  return place < SECOND_RANK ? 2 : 3;
}

/** Letters that are not a plain letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ð: 'd', þ: 'th', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' };

/** `Kâhta` → `kahta`: the id of a town is its English name. */
export function slug(name: string): string {
  const plain = name.toLowerCase().replace(/[ıðþæøłß]/g, (letter) => LETTERS[letter] ?? letter);
  const bare = plain.normalize('NFD').replace(/[\u0300-\u036f'‘’ʿʾ]/g, '');
  return bare.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function namesOf({ name, arabic }: TownRecord): Readonly<Record<string, string>> {
  return arabic === null ? { en: name } : { en: name, ar: arabic };
}

function spaced(records: readonly TownRecord[], kept: readonly Point[], bounds: LngLatBounds): TownRecord[] {
  const squeeze = Math.cos((((bounds[1] + bounds[3]) / 2) * Math.PI) / 180);
  const gap = (bounds[2] - bounds[0]) * SPACING * squeeze;
  const taken: Point[] = [...kept];
  const isFree = ([x, y]: Point) => taken.every(([tx, ty]) => Math.hypot((x - tx) * squeeze, y - ty) >= gap);
  return records.filter(({ lngLat }) => isFree(lngLat) && taken.push(lngLat) > 0);
}

function townsOfTable(
  table: readonly TownCorrection[],
  records: readonly TownRecord[],
  a3Of: (a2: string) => string,
): Town[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return table.flatMap(({ geonames = '', id, names, a3, rank = 3, lngLat, omit }) => {
    const record = byId.get(geonames);
    const at = lngLat ?? record?.lngLat;
    if (omit || !at) return [];
    const allNames = { ...(record && namesOf(record)), ...names };
    return [
      { id: id ?? slug(allNames.en ?? geonames), names: allNames, a3: a3 ?? a3Of(record?.a2 ?? ''), rank, lngLat: at },
    ];
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
  a3Of: (a2: string) => string,
): Town[] {
  const [west, south, east, north] = bounds;
  const known = new Set(table.map(({ geonames }) => geonames));
  const byHand = townsOfTable(table, records, a3Of).filter(
    ({ lngLat: [x, y] }) => x > west && x < east && y > south && y < north,
  );
  const others = records
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => standing(b) - standing(a) || Number(a.id) - Number(b.id));
  const places = Math.max(0, MAX_TOWNS - byHand.length);
  const largest = spaced(
    others,
    byHand.map(({ lngLat }) => lngLat),
    bounds,
  ).slice(0, places);
  const ranked = largest.map(
    (record, place): Town => ({
      id: slug(record.name) || record.id,
      names: namesOf(record),
      a3: a3Of(record.a2),
      rank: byHand.length > 0 ? 3 : rankAt(place),
      lngLat: record.lngLat,
    }),
  );
  return withUniqueIds([...byHand, ...ranked].sort((a, b) => a.rank - b.rank));
}
