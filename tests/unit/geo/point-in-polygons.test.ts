import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonContains } from 'd3';
import fc from 'fast-check';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { polygonsContain, ringContains } from '../../../src/geo/point-in-polygons.ts';

/** Basemaps are quantised, so that points do come to lie on a ring's corners. */
const degree = fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100);
const point = fc.tuple(degree, degree);

test('a ring, however tangled, contains what D3 says it contains', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 60 }), fc.array(point, { maxLength: 20 }), (ring, points) =>
      points.every((one) => {
        const expected = polygonContains(ring, one);
        return polygonsContain([[ring]], one) === expected && ringContains(ring, one) === expected;
      }),
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
    assert.equal(polygonsContain([[closed]], one), polygonsContain([[ring]], one), String(one));
  }
  assert.ok(polygonsContain([[ring]], [1, 1]));
  assert.ok(!polygonsContain([[ring]], [2, 3]));
});

test('a ring without height contains nothing', () => {
  assert.equal(
    polygonsContain(
      [
        [
          [
            [0, 1],
            [1, 1],
            [2, 1],
          ],
        ],
      ],
      [1, 1],
    ),
    false,
  );
  assert.equal(polygonsContain([], [1, 1]), false);
});

test('areas contain what an odd number of their rings contains: holes are outside, islands in them inside', () => {
  const rings = fc.array(fc.array(point, { minLength: 3, maxLength: 20 }), { maxLength: 6 });
  fc.assert(
    fc.property(rings, fc.array(point, { minLength: 1, maxLength: 20 }), (given, points) => {
      const areas = [given.slice(0, 2), given.slice(2)];
      return points.every((one) => {
        const count = given.filter((ring) => polygonContains(ring, one)).length;
        return polygonsContain(areas, one) === (count % 2 === 1);
      });
    }),
    { numRuns: 300 },
  );
});
