import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonContains } from 'd3';
import fc from 'fast-check';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { ringContains } from '../../../src/geo/ring-index.ts';

/** On a coarse grid, so that vertices at one height, level edges and points on an edge all turn up. */
const point: fc.Arbitrary<LngLat> = fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 }));

test('a ring holds the points that d3 says it holds', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), fc.array(point, { minLength: 1 }), (ring, points) => {
      for (const one of points) {
        assert.equal(ringContains(ring, one), polygonContains(ring as [number, number][], [...one]), String(one));
      }
    }),
  );
});
