import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleBezier, smoothLine } from '../../../../src/geo/lines/smooth-line.ts';
import type { LngLat } from '../../../../src/geo/lng-lat.ts';

const points: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 0, max: 5, noNaN: true }),
  fc.double({ min: 0, max: 5, noNaN: true }),
);

test('a smoothed line passes through every vertex', () => {
  fc.assert(
    fc.property(fc.array(points, { minLength: 3, maxLength: 8 }), (line) => {
      const smooth = smoothLine(line, 6);
      assert.equal(smooth.length, (line.length - 1) * 6 + 1);
      line.forEach(([x, y], index) => {
        const [sx, sy] = smooth[index * 6] ?? [9, 9];
        assert.ok(Math.hypot(sx - x, sy - y) < 1e-9);
      });
    }),
  );
});

test('a line of two vertices stays straight', () => {
  assert.deepEqual(
    smoothLine(
      [
        [0, 0],
        [1, 1],
      ],
      6,
    ),
    [
      [0, 0],
      [1, 1],
    ],
  );
});

test('a curve begins and ends at its outer control points', () => {
  const curve = sampleBezier(
    [
      [0, 0],
      [1, 2],
      [3, 2],
      [4, 0],
    ],
    10,
  );
  assert.deepEqual(
    [curve[0], curve.at(-1)],
    [
      [0, 0],
      [4, 0],
    ],
  );
});
