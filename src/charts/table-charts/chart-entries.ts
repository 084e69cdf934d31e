import type { BindProblem } from '../../annotations/define.ts';
import { readDateOf } from './chart-columns.ts';
import { type ChartData, keyPosition } from './chart-data.ts';

/** Where along a chart something lies that an author names by a cell; null where no key is like it. */
export function positionOf(data: ChartData, entry: string): number | null {
  const exact = data.keys.findIndex((key, index) => String(key) === entry || data.keyLabels[index] === entry);
  if (exact >= 0) return keyPosition(data, exact);
  if (data.keyType === 'name') return null;
  const read = data.keyType === 'date' ? readDateOf(entry) : Number(entry);
  return entry.trim() === '' || !Number.isFinite(read) ? null : read;
}

/** Names of series that an author refers to and that are not there. */
export function unknownSeries(
  data: ChartData,
  named: readonly { readonly field: string; readonly name: string | undefined }[],
): readonly BindProblem[] {
  const among = data.series.map(({ name }) => name);
  return named.flatMap(({ field, name }) =>
    name === undefined || name === '' || among.includes(name)
      ? []
      : [{ problem: 'UnknownEntry', field, name, among } as const],
  );
}

/** Keys that an author refers to and that are not there. */
export function unknownKeys(
  data: ChartData,
  named: readonly { readonly field: string; readonly name: string }[],
): readonly BindProblem[] {
  return named.flatMap(({ field, name }) =>
    name === '' || positionOf(data, name) !== null
      ? []
      : [{ problem: 'UnknownEntry', field, name, among: data.keyLabels } as const],
  );
}

/** A row or series that is to stand out and is neither. */
export function unknownNames({ series, keys }: ChartData, field: string, name: string): readonly BindProblem[] {
  const among = [...series.map((one) => one.name), ...keys.map(String)];
  return name === '' || among.includes(name) ? [] : [{ problem: 'UnknownEntry', field, name, among }];
}
