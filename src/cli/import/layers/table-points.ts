import type { Feature } from 'geojson';
import { readTable } from '../../../data/tables/read-table.ts';
import { pointOf } from '../input/values.ts';

const LNG = /^(lng|lon|long|longitude|x)$/i;
const LAT = /^(lat|latitude|y)$/i;

/** Rows of a table as points, where two of its columns say where they are. */
export function pointsOfTable(text: string): readonly Feature[] {
  const { columns, rows } = readTable(text).table;
  const at = (pattern: RegExp): string => columns.find(({ name }) => pattern.test(name.trim()))?.name ?? '';
  const [lng, lat] = [at(LNG), at(LAT)];
  if (lng === '' || lat === '') return [];
  return rows.flatMap((row) => {
    const coordinates = pointOf(row[lng], row[lat]);
    if (coordinates === null) return [];
    return [{ type: 'Feature', properties: { ...row }, geometry: { type: 'Point', coordinates: [...coordinates] } }];
  });
}
