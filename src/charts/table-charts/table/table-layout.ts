import { mapText } from '../../../i18n/map-text.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import type { TextBlock } from '../../../labels/texts/text-block.ts';
import { round1 } from '../../../marks/screen-path.ts';
import { endAt, measured, onScreen, type ReadingBox, startAt } from '../../reading-box.ts';
import { type ChartData, NO_DATA } from '../chart-data.ts';
import { frameOf } from '../frame/chart-frame.ts';
import { textParts } from '../frame/text-parts.ts';
import type { LaidOutChart } from '../laid-out.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { type SetColumn, setColumns } from './table-columns.ts';
import type { SetTable } from './table-schema.ts';

const ROW_AIR_PX = 7;
const AIR_PX = 14;
/** As many cells as a section's marks leave room for, a text each. */
const MAX_CELLS = 84;

interface Grid {
  readonly reading: ReadingBox;
  readonly columns: readonly SetColumn[];
  readonly starts: readonly number[];
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly top: number;
  readonly rows: readonly number[];
  readonly highlighted: number;
}

const overRow = (row: number, count: number): Over => {
  const from = 0.08 + (0.55 * row) / Math.max(1, count);
  return [from, from + 0.2];
};

const cellBlock = (text: string, width: number, isStrong: boolean, reading: ReadingBox): TextBlock =>
  measured([{ text, role: 'small', tone: isStrong ? 'red' : 'ink' }], width, reading);

/** Figures end where the others of their column end, words begin there. */
function cellPlace({ reading, columns, starts }: Grid, column: number, top: number) {
  const { width = 0, isFigures = false } = columns[column] ?? {};
  const start = starts[column] ?? 0;
  return isFigures ? endAt(reading, start + width, top) : startAt(reading, start, top);
}

function headParts(grid: Grid): readonly ChartPart[] {
  const { reading, columns, headHeight, top } = grid;
  return columns.flatMap(({ head, width }, index) => {
    const block = measured([{ text: head, role: 'small', tone: 'ink-2' }], width - AIR_PX / 2, reading);
    const at = cellPlace(grid, index, top + headHeight - block.height - 2);
    return textParts(block, at, `${reading.key}/head/${index}`, [0, 0.12]);
  });
}

function barPart(grid: Grid, column: number, row: number, top: number): readonly ChartPart[] {
  const { reading, columns, starts, rowHeight, rows, highlighted } = grid;
  const { bars = null, cells = [], width = 0 } = columns[column] ?? {};
  const share = bars?.[rows[row] ?? 0];
  if (share === null || share === undefined) return [];
  const style = Math.max(...cells.map((text) => cellBlock(text, Number.POSITIVE_INFINITY, false, reading).width));
  const start = (starts[column] ?? 0) + AIR_PX;
  const room = Math.max(4, width - style - AIR_PX - 8);
  const y = top + rowHeight / 2 - 5;
  const box = onScreen(reading, { left: start, right: start + room * share, top: y, bottom: y + 10 });
  const size = { x: box.left, y: round1(y), width: round1(box.right - box.left), height: 10 };
  const fill = rows[row] === highlighted ? 'red' : 'ink-3';
  const key = `${reading.key}/bar/${row}/${column}`;
  const mark = { type: 'rect', key, ...size, fill, fillOpacity: fill === 'red' ? 1 : 0.6 } as const;
  return [{ how: 'bar', over: overRow(row, rows.length), mark, base: reading.x(start), along: 'x' }];
}

function rowParts(grid: Grid, row: number): readonly ChartPart[] {
  const { reading, columns, rowHeight, headHeight, rows, highlighted } = grid;
  const top = grid.top + headHeight + row * rowHeight;
  const key = rows[row] ?? 0;
  return columns.flatMap(({ cells, width }, column) => {
    const block = cellBlock(cells[key] ?? '', Math.max(1, width - AIR_PX / 2), key === highlighted, reading);
    const at = cellPlace(grid, column, top + (rowHeight - block.height) / 2);
    const words = textParts(block, at, `${reading.key}/cell/${row}/${column}`, overRow(row, rows.length));
    return [...barPart(grid, column, row, top), ...words];
  });
}

function rulesPart({ reading, columns, rowHeight, headHeight, top, rows }: Grid): readonly ChartPart[] {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const line = (y: number): string => `M${reading.x(0)} ${round1(y)}H${reading.x(width)}`;
  const first = top + headHeight;
  const between = rows.slice(1).map((_, index) => line(first + (index + 1) * rowHeight));
  const base = { type: 'path', strokeWidth: 1 } as const;
  const head = { ...base, key: `${reading.key}/rule`, stroke: 'ink-3', d: line(first) } as const;
  const others = { ...base, key: `${reading.key}/rules`, stroke: 'rule', d: between.join('') } as const;
  return [
    { how: 'fade', over: [0, 0.12], mark: head },
    ...(between.length > 0 ? [{ how: 'fade', over: [0, 0.12], mark: others } as const] : []),
  ];
}

function layOut(chart: SetTable, data: ChartData, context: ScreenContext, note: string) {
  const probe = frameOf({ ...chart, note }, data, context, () => Number.POSITIVE_INFINITY);
  const columns = setColumns(chart, data, probe.reading);
  const blockOf = (text: string, width: number): TextBlock =>
    cellBlock(text, Math.max(1, width - AIR_PX / 2), false, probe.reading);
  const heights = columns.flatMap(({ cells, width }) => cells.map((text) => blockOf(text, width).height));
  const rowHeight = Math.max(0, ...heights) + ROW_AIR_PX;
  const headHeight = Math.max(0, ...columns.map(({ head, width }) => blockOf(head, width).height)) + 6;
  const room = probe.bottom - probe.top - headHeight;
  const most = Math.max(1, Math.min(Math.floor(room / rowHeight), Math.floor(MAX_CELLS / columns.length)));
  const highlighted = data.keys.findIndex((key) => String(key) === chart.highlight);
  const all = data.keys.map((_, index) => index);
  const first = all.slice(0, most);
  const rows = highlighted < 0 || first.includes(highlighted) ? first : [...first.slice(0, -1), highlighted];
  const frame = frameOf({ ...chart, note }, data, context, () => headHeight + rows.length * rowHeight);
  const starts = columns.map((_, index) => columns.slice(0, index).reduce((sum, { width }) => sum + width, 0));
  const { reading, top } = frame;
  const grid: Grid = { reading, columns, starts, rowHeight, headHeight, top, rows, highlighted };
  const parts = [
    ...rulesPart(grid),
    ...headParts(grid),
    ...rows.flatMap((_, row) => rowParts(grid, row)),
    ...frame.parts,
  ];
  return { parts, box: frame.box, isWhole: rows.length === all.length, shown: rows.length };
}

/** A set table in the free box: as many rows and columns as find room. */
export function layOutTable(chart: SetTable, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  if (data.keys.length === 0) return null;
  const first = layOut(chart, data, context, chart.note);
  if (first.isWhole) return { placement: { parts: first.parts }, box: first.box };
  const counts = { shown: String(first.shown), count: String(data.keys.length) };
  const note = [chart.note, mapText(context.mapTexts, 'chartShown', counts)].filter((text) => text !== '').join(' ');
  const { parts, box } = layOut(chart, data, context, note);
  return { placement: { parts }, box };
}
