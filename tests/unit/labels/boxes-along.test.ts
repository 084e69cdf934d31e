import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { containsPoint, distanceToBox, grow } from '../../../src/geo/boxes.ts';
import type { Box, ScreenPoint } from '../../../src/geo/lng-lat.ts';
import { boxesAlong, segmentHitsBox } from '../../../src/labels/boxes-along.ts';

const px = fc.integer({ min: 0, max: 400 });
const boxes: fc.Arbitrary<Box> = fc
  .record({ left: px, top: px, width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 200 }) })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
const points: fc.Arbitrary<ScreenPoint> = fc.tuple(px, px);

test('a segment hits a box just where one of its points lies inside', () => {
  fc.assert(
    fc.property(points, points, boxes, (from, to, box) => {
      const samples = Array.from(
        { length: 201 },
        (_, index): ScreenPoint => [
          from[0] + ((to[0] - from[0]) * index) / 200,
          from[1] + ((to[1] - from[1]) * index) / 200,
        ],
      );
      if (samples.some((point) => containsPoint(grow(box, -0.01), point) && distanceToBox(point, box) === 0)) {
        const degenerate = from[0] === to[0] && from[1] === to[1];
        assert.ok(degenerate || segmentHitsBox(from, to, box));
      }
      if (segmentHitsBox(from, to, box)) assert.ok(samples.some((point) => distanceToBox(point, box) < 3));
    }),
  );
});

test('boxes along a line cover all of it that lies in the room', () => {
  const room: Box = { left: 50, top: 50, right: 350, bottom: 350 };
  fc.assert(
    fc.property(fc.array(points, { minLength: 2, maxLength: 5 }), (line) => {
      const found = boxesAlong(line, 20, 2, room);
      line.slice(1).forEach((to, index) => {
        const from = line[index] ?? to;
        const middle: ScreenPoint = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
        if (containsPoint(room, middle)) assert.ok(found.some((box) => containsPoint(box, middle)));
      });
    }),
  );
});
