import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gridMatrix, quadVertices, rgbOf } from '../../../../src/reader/sources/standing-geometry.ts';

const number = fc.double({ min: -3, max: 3, noNaN: true });
const matrix = fc.array(number, { minLength: 16, maxLength: 16 });

/** A point of the plane by a matrix that is written column by column. */
const projected = (by: ArrayLike<number>, x: number, y: number): readonly number[] =>
  [0, 1, 2, 3].map((row) => (by[row] ?? 0) * x + (by[4 + row] ?? 0) * y + (by[12 + row] ?? 0));

test('a place of a grid comes to where the map has its place in the world, on every turn', () => {
  fc.assert(
    fc.property(matrix, number, number, fc.integer({ min: -1, max: 1 }), (world, x, y, turn) => {
      const grid = { x: 0.25, y: 0.5, size: 4096 };
      const on = projected(gridMatrix(world, grid, turn), x * 100, y * 100);
      const expected = projected(world, grid.x + turn + (x * 100) / grid.size, grid.y + (y * 100) / grid.size);
      for (const [row, value] of on.entries()) assert.ok(Math.abs(value - (expected[row] ?? 0)) < 1e-4);
    }),
  );
});

test('the two triangles of a shape cover it, from its foot to its head and as wide as it is, with room for its edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }), (half, height) => {
      const data = [...quadVertices([{ place: [7, 9], half, height }])];
      assert.equal(data.length, 30);
      const corners = Array.from({ length: 6 }, (_, index) => data.slice(5 * index, 5 * index + 5));
      const [xs, ys] = [corners.map((corner) => corner[2] ?? 0), corners.map((corner) => corner[3] ?? 0)];
      assert.ok(Math.min(...xs) < -half && Math.max(...xs) > half && Math.min(...ys) < 0 && Math.max(...ys) > height);
      for (const [x, y, , , size] of corners) assert.deepEqual([x, y, size], [7, 9, height]);
    }),
  );
});

test('colours are shares of red, green and blue', () => {
  assert.deepEqual(rgbOf('#ff0033'), [1, 0, 0.2]);
});
