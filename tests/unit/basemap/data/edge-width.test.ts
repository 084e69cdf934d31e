import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeWidth } from '../../../../src/basemap/data/edge-width.ts';
import { widthAt } from '../../../../src/basemap/layers/layer.ts';

/** Squares of so many units a side, on a grid of so many units round the world. */
const squares = (side: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const [left, right] = [at * side, (at + 1) * side];
    const ring = [
      [left, 0],
      [right, 0],
      [right, side],
      [left, side],
      [left, 0],
    ];
    return { type: 'Polygon' as const, coordinates: [ring] };
  });
const grid = (zoom: number) => ({ x: 0, y: 0, size: 512 * 2 ** zoom });

test('large areas have lines of one width at every zoom', () => {
  assert.equal(edgeWidth(squares(200, 12), grid(6), 6), 0.6);
  assert.equal(edgeWidth([], grid(6), 6), 0.6);
});

test('small areas have lines that leave their colour to be seen, thinner the farther off, and never wider than the usual', () => {
  const width = edgeWidth(squares(12, 3000), grid(4), 4);
  const at = [2, 3, 4, 5, 8].map((zoom) => widthAt(width, zoom));
  assert.deepEqual(
    at,
    at.toSorted((a, b) => a - b),
  );
  assert.ok(at.every((px) => px > 0 && px <= 0.6));
  assert.equal(at.at(-1), 0.6);
  const sides = [3, 6, 12];
  assert.ok(
    sides.every((side, index) => (at[index] ?? 1) / side < 0.05),
    String(at),
  );
});

test('a few large ones among many small change nothing', () => {
  const many = squares(12, 100);
  assert.deepEqual(edgeWidth([...many, ...squares(900, 3)], grid(4), 4), edgeWidth(many, grid(4), 4));
});
