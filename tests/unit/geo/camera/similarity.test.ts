import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { similarity, transformed, untransformed } from '../../../../src/geo/camera/similarity.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.tuple(number(-1e4, 1e4), number(-1e4, 1e4));

test('a similarity brings the one point to the other, grows all lengths alike, and can be taken back', () => {
  fc.assert(
    fc.property(number(0.1, 10), number(-180, 180), point, point, point, (scale, turn, from, to, other) => {
      const matrix = similarity(scale, turn, from, to);
      const near = (a: readonly number[], b: readonly number[]): boolean =>
        Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)) < 1e-6 * 1e4;
      assert.ok(near(transformed(matrix, from), to));
      assert.ok(near(untransformed(matrix, transformed(matrix, other)), other));
      const [x, y] = transformed(matrix, other);
      const length = Math.hypot(other[0] - from[0], other[1] - from[1]);
      assert.ok(Math.abs(Math.hypot(x - to[0], y - to[1]) - scale * length) < 0.01);
    }),
  );
});

test('it turns as a clock does on a screen, whose y points down', () => {
  const [x, y] = transformed(similarity(2, 90, [0, 0], [5, 5]), [1, 0]);
  assert.ok(Math.abs(x - 5) < 1e-9 && Math.abs(y - 7) < 1e-9);
});
