import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToBox, intersects, isWithin } from '../../../src/geo/boxes.ts';
import type { Box, ScreenPoint } from '../../../src/geo/lng-lat.ts';
import { segmentHitsBox } from '../../../src/labels/boxes-along.ts';
import { Collisions } from '../../../src/labels/collisions.ts';

// Beyond the screen to the left and above, too: what lies at its edge holds room there.
const px = fc.double({ min: -300, max: 900, noNaN: true });
const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400 }));
const boxes: fc.Arbitrary<Box> = fc
  .record({ left: px, top: px, width: size, height: size })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
const points: fc.Arbitrary<ScreenPoint> = fc.tuple(px, px);
/** Boxes that came together, one lot after another. */
const lots = fc.array(fc.array(boxes, { maxLength: 8 }), { maxLength: 5 });

const collisionsOf = (all: readonly (readonly Box[])[]): Collisions =>
  all.reduce((held, lot) => held.with(lot), Collisions.NONE);

const sorted = (some: readonly Box[]): readonly string[] => some.map((box) => JSON.stringify(box)).sort();

test('what overlaps a box is what one would find by looking at all of them', () => {
  fc.assert(
    fc.property(lots, boxes, boxes, (all, box, room) => {
      const held = collisionsOf(all);
      const found = all.flat().filter((other) => intersects(box, other));
      assert.deepEqual(held.boxes, all.flat());
      assert.deepEqual(sorted(held.overlapping(box)), sorted(found));
      assert.equal(held.hits(box), found.length > 0);
      assert.equal(held.isFree(box, room), found.length === 0 && isWithin(box, room));
    }),
    { numRuns: 300 },
  );
});

test('what stands in the way of a line is what one would find by looking at all of them', () => {
  fc.assert(
    fc.property(lots, points, points, size, (all, from, to, least) => {
      const counts = ({ left, right }: Box): boolean => right - left >= least;
      const found = all.flat().some((box) => counts(box) && segmentHitsBox(from, to, box));
      assert.equal(collisionsOf(all).hitsSegment(from, to, counts), found);
    }),
    { numRuns: 300 },
  );
});

test('the way to the nearest box is what one would find by looking at all of them, as far as it is asked for', () => {
  fc.assert(
    fc.property(lots, points, fc.integer({ min: 1, max: 120 }), (all, point, limit) => {
      const nearest = Math.min(limit, ...all.flat().map((box) => distanceToBox(point, box)));
      assert.ok(Math.abs(collisionsOf(all).clearance(point, limit) - nearest) < 1e-9);
    }),
    { numRuns: 300 },
  );
});

test('with more boxes it is another one, and the first stays as it was', () => {
  fc.assert(
    fc.property(lots, fc.array(boxes, { minLength: 1, maxLength: 4 }), (all, more) => {
      const held = collisionsOf(all);
      const both = held.with(more);
      assert.deepEqual(held.boxes, all.flat());
      assert.deepEqual(both.boxes, [...all.flat(), ...more]);
      for (const box of more) assert.ok(both.hits(box));
    }),
  );
});
