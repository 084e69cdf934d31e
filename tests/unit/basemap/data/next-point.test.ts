import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextPoint } from '../../../../src/basemap/data/next-point.ts';

const GRID = [0, 100, 200].flatMap((y) => [0, 100, 200].map((x) => [x, y] as const));

test('an arrow key leads to the neighbour it points to, and at the edge nowhere', () => {
  const from = (key: string) => nextPoint(GRID, [100, 100], key);
  assert.deepEqual(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(from), [3, 5, 1, 7]);
  assert.equal(nextPoint(GRID, [200, 100], 'ArrowRight'), null);
  assert.equal(nextPoint([], [0, 0], 'ArrowUp'), null);
});

test('a key never leads back or to the side, and from every point some key leads on', () => {
  const points = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
    minLength: 2,
    maxLength: 40,
    selector: String,
  });
  fc.assert(
    fc.property(points, (all) => {
      for (const point of all) {
        const led = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => nextPoint(all, point, key));
        const [left, right, up, down] = led.map((index) => (index === null ? null : all[index]));
        if (left) assert.ok(left[0] < point[0]);
        if (right) assert.ok(right[0] > point[0]);
        if (up) assert.ok(up[1] < point[1]);
        if (down) assert.ok(down[1] > point[1]);
        assert.ok(led.some((index) => index !== null));
      }
    }),
  );
});
