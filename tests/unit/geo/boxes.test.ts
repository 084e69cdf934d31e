import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxAround, containsPoint, distanceToBox, grow, intersects, isWithin } from '../../../src/geo/boxes.ts';
import type { Box, ScreenPoint } from '../../../src/geo/lng-lat.ts';

const px = fc.integer({ min: 0, max: 400 });
const boxes: fc.Arbitrary<Box> = fc
  .record({ left: px, top: px, width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 200 }) })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
const points: fc.Arbitrary<ScreenPoint> = fc.tuple(px, px);

test('boxes intersect each other or neither the other, and do not where they only touch', () => {
  fc.assert(fc.property(boxes, boxes, (a, b) => assert.equal(intersects(a, b), intersects(b, a))));
  const [first, beside] = [boxAround([5, 5], 5), boxAround([15, 5], 5)];
  assert.equal(intersects(first, beside), false);
  assert.equal(intersects(grow(first, 1), beside), true);
});

test('a box lies within itself grown, and not within itself shrunk', () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: 1, max: 20 }), (box, by) => {
      assert.ok(isWithin(box, box) && isWithin(box, grow(box, by)) && !isWithin(box, grow(box, -by)));
    }),
  );
});

test('the points a box contains are those at no distance from it', () => {
  fc.assert(
    fc.property(boxes, points, (box, point) => {
      assert.equal(containsPoint(box, point), distanceToBox(point, box) === 0);
    }),
  );
});
