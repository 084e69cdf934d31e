import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  distanceBetween,
  distanceToSegment,
  nearestShareOf,
  pointBetween,
} from '../../../../src/geo/lines/segments.ts';

const points = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));

test('no point of a segment is nearer than the one found', () => {
  fc.assert(
    fc.property(points, points, points, (a, b, point) => {
      const distance = distanceToSegment(point, a, b);
      const samples = Array.from({ length: 21 }, (_, step) => pointBetween(a, b, step / 20));
      assert.ok(samples.every((sample) => distanceBetween(sample, point) >= distance - 1e-9));
      const nearest = pointBetween(a, b, nearestShareOf(a, b, point));
      assert.ok(Math.abs(distanceBetween(nearest, point) - distance) < 1e-9);
    }),
  );
});

test('a segment without length is its end', () => {
  assert.equal(nearestShareOf([3, 4], [3, 4], [0, 0]), 0);
  assert.equal(distanceToSegment([0, 0], [3, 4], [3, 4]), 5);
});
