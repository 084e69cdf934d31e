import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonContains } from 'd3';
import fc from 'fast-check';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { ringContains } from '../../../src/geo/point-in-ring.ts';

/** Basemaps are quantised, so that points do come to lie on a ring's corners. */
const degree = fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100);
const point = fc.tuple(degree, degree);

test('a ring, however tangled, contains what D3 says it contains', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 60 }), fc.array(point, { maxLength: 20 }), (ring, points) =>
      points.every((one) => ringContains(ring, one) === polygonContains(ring, one)),
    ),
    { numRuns: 500 },
  );
});

test('a ring that repeats its first point is the same ring', () => {
  const ring: readonly LngLat[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
  ];
  const closed = [...ring, [0, 0] as const];
  for (const one of [
    [1, 1],
    [2, 3],
    [3.9, 3],
    [-1, 1],
    [2, 0.5],
  ] as const) {
    assert.equal(ringContains(closed, one), ringContains(ring, one), String(one));
  }
  assert.ok(ringContains(ring, [1, 1]));
  assert.ok(!ringContains(ring, [2, 3]));
});

test('a ring without height contains nothing', () => {
  assert.equal(
    ringContains(
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      [1, 1],
    ),
    false,
  );
  assert.equal(ringContains([], [1, 1]), false);
});
