import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boundsOf, contains, unionOf } from '../../../src/geo/bounds.ts';
import type { LngLatBounds } from '../../../src/geo/lng-lat.ts';
import { longRing } from '../../support/long-ring.ts';

const degree = fc.double({ min: -180, max: 180, noNaN: true });
const point = fc.tuple(degree, degree);
const points = fc.array(point, { minLength: 1, maxLength: 30 });

test('bounds hold every point and touch one on each side', () => {
  fc.assert(
    fc.property(points, (given) => {
      const bounds = boundsOf(given);
      const [lngs, lats] = [given.map(([lng]) => lng), given.map(([, lat]) => lat)];
      assert.ok(given.every((one) => contains(bounds, one)));
      assert.ok([bounds[0], bounds[2]].every((lng) => lngs.includes(lng)));
      assert.ok([bounds[1], bounds[3]].every((lat) => lats.includes(lat)));
    }),
  );
});

test('bounds of bounds are those of all their points', () => {
  fc.assert(
    fc.property(points, points, (some, others) => {
      assert.deepEqual(unionOf([boundsOf(some), boundsOf(others)]), boundsOf([...some, ...others]));
    }),
  );
});

test('a ring of any length has bounds, and of no points there are none', () => {
  const [west, south, east, north] = boundsOf(longRing([10, 50], 2));
  assert.deepEqual(
    [west, south, east, north].map((side) => Number(side.toFixed(6))),
    [8, 48, 12, 52],
  );
  const nothing: LngLatBounds = [Infinity, Infinity, -Infinity, -Infinity];
  assert.deepEqual(boundsOf([]), nothing);
});
