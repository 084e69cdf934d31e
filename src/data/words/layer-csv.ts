import { csvFormatRow } from 'd3';
import type { DataSlice } from '../../story/data/data-layer.ts';
import type { Cell } from '../../story/table.ts';
import type { LayerSpec } from '../layers/layer-spec.ts';
import { measuresOf } from './layer-words.ts';

/** Spreadsheets run a text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as it is written: figures with a point, texts that a spreadsheet would run behind an apostrophe. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/**
 * All that a data layer shows as CSV for spreadsheets, in UTF-8 with the mark Excel knows it by: a row for each thing by its
 * id and name, and for each time a column of each of its measures.
 */
export function layerCsv(spec: LayerSpec, slices: readonly DataSlice[]): string {
  const columns = slices.flatMap(({ time, features }) => {
    const byId = new Map(features.map((feature) => [feature.id, feature]));
    return measuresOf(spec).map(({ label, of }) => ({
      head: time === '' ? label : `${label} ${time}`,
      cellOf: (id: string): Cell => {
        const feature = byId.get(id);
        return feature === undefined ? null : of(feature);
      },
    }));
  });
  const names = new Map(slices.flatMap(({ features }) => features.map(({ id, name }) => [id, name] as const)));
  const head = ['id', 'name', ...columns.map((column) => column.head)];
  const rows = [...names].map(([id, name]) => [id, name, ...columns.map(({ cellOf }) => cellOf(id))]);
  return `\ufeff${[head, ...rows].map((row) => `${csvFormatRow(row.map(written))}\r\n`).join('')}`;
}
