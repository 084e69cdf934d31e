import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breakIntoRows, type RowRoom, type Rows, type Size } from '../../../src/charts/row-breaks.ts';

const roomOf = (width: number, height: number, caption: number): RowRoom => ({
  width,
  heightOf: (rows) => height - rows * caption - (rows - 1) * 18,
  gap: 34,
  minScale: 0.1,
  maxScale: 1.2,
});

/** Every way to break items into rows: bit `i` of its number says whether a row ends after item `i`. */
const everyWay = (count: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** (count - 1) }, (_, way) => [
    0,
    ...Array.from({ length: count - 1 }, (_, at) => at + 1).filter((start) => way & (1 << (start - 1))),
  ]);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function scaleOf(starts: readonly number[], items: readonly Size[], room: RowRoom): number {
  const rows = starts.map((from, row) => items.slice(from, starts[row + 1]));
  const across = rows.map((row) => room.width / (sum(row.map(({ width }) => width)) + room.gap * (row.length - 1)));
  const down = room.heightOf(rows.length) / sum(rows.map((row) => Math.max(...row.map(({ height }) => height))));
  return Math.max(room.minScale, Math.min(...across, down, room.maxScale));
}

/** The best of all ways, tried one by one. */
function tried(items: readonly Size[], room: RowRoom): Rows {
  const worthOf = (starts: readonly number[]): number => scaleOf(starts, items, room) * 0.85 ** (starts.length - 1);
  const starts = everyWay(items.length).reduce((best, way) => {
    const gain = worthOf(way) - worthOf(best);
    return gain > 0 || (gain === 0 && way.length < best.length) ? way : best;
  });
  return { starts, scale: scaleOf(starts, items, room) };
}

const length = fc.oneof(fc.constantFrom(60, 100, 240), fc.integer({ min: 20, max: 500 }));
const items = fc.array(fc.record({ width: length, height: length }), { minLength: 1, maxLength: 8 });
const pixels = fc.integer({ min: 150, max: 1800 });

test('rows are those that trying every way finds best', () => {
  fc.assert(
    fc.property(items, pixels, pixels, fc.integer({ min: 20, max: 90 }), (things, width, height, caption) => {
      const room = roomOf(width, height, caption);
      assert.deepEqual(breakIntoRows(things, room), tried(things, room));
    }),
    { numRuns: 3000 },
  );
});
