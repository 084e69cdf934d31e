import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clipLine, clipRing } from '../../../src/geo/clip-to-box.ts';

const BOX = { left: 0, top: 0, right: 10, bottom: 10 };
const points = fc.array(fc.tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: -20, max: 30 })), {
  maxLength: 12,
});
const isIn = ([x, y]: readonly [number, number]): boolean =>
  x >= -1e-9 && x <= 10 + 1e-9 && y >= -1e-9 && y <= 10 + 1e-9;

test('nothing of a clipped ring or line lies outside the box', () => {
  fc.assert(fc.property(points, (line) => clipRing(line, BOX).every(isIn) && clipLine(line, BOX).flat().every(isIn)));
});

test('what lies inside stays as it is', () => {
  const ring = [
    [1, 1],
    [9, 1],
    [5, 9],
  ] as const;
  assert.deepEqual(clipRing(ring, BOX), ring);
  assert.deepEqual(clipLine(ring, BOX), [ring]);
});

test('a ring round the box becomes the box; a line through it keeps its middle', () => {
  assert.equal(
    clipRing(
      [
        [-5, -5],
        [15, -5],
        [15, 15],
        [-5, 15],
      ],
      BOX,
    ).length,
    4,
  );
  assert.deepEqual(
    clipLine(
      [
        [-5, 5],
        [15, 5],
      ],
      BOX,
    ),
    [
      [
        [0, 5],
        [10, 5],
      ],
    ],
  );
});

test('a line that leaves and comes back is two pieces', () => {
  assert.equal(
    clipLine(
      [
        [5, 5],
        [5, 15],
        [7, 15],
        [7, 5],
      ],
      BOX,
    ).length,
    2,
  );
});
