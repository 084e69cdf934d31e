import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HATCH_LEVELS, hatchPieces } from '../../../../src/annotations/area/hatch.ts';
import type { ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { longRing } from '../../../support/long-ring.ts';

const circle = (radius: number, [x, y]: ScreenPoint = [200, 200]): readonly ScreenPoint[] =>
  Array.from({ length: 72 }, (_, index) => {
    const angle = (index / 72) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

const radii = fc.integer({ min: 30, max: 180 });

test('hatching stays inside its area and runs at 45°', () => {
  fc.assert(
    fc.property(radii, (radius) => {
      for (const { from, to } of hatchPieces([circle(radius)], 20)) {
        for (const [x, y] of [from, to]) assert.ok(Math.hypot(x - 200, y - 200) <= radius + 0.01);
        assert.ok(Math.abs(to[0] - from[0] + (to[1] - from[1])) < 1e-6);
      }
    }),
    { numRuns: 20 },
  );
});

test('it is full in the middle and grows fainter towards the edge, step by step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 180 }), (radius) => {
      const pieces = hatchPieces([circle(radius)], 20).map(({ from, to, level }) => {
        const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
        return { level, depth: radius - Math.hypot(x - 200, y - 200) };
      });
      for (const { level, depth } of pieces) {
        assert.ok(level >= 1 && level <= HATCH_LEVELS);
        assert.ok(depth > 1, 'nothing is drawn along the edge itself');
      }
      const inner = pieces.filter(({ depth }) => depth > 27);
      assert.ok(inner.length > 0);
      for (const { level } of inner) assert.equal(level, HATCH_LEVELS);
    }),
    { numRuns: 20 },
  );
});

test('a hole stays empty', () => {
  for (const { from, to } of hatchPieces([circle(120), circle(60).toReversed()], 10)) {
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    assert.ok(Math.hypot(x - 200, y - 200) > 59);
  }
});

test('an area off the screen has no hatch', () => {
  assert.deepEqual(hatchPieces([[]], 20), []);
});

test('an outline of any length is hatched', () => {
  const pieces = hatchPieces([longRing([200, 200], 9)], 20);
  assert.ok(pieces.length > 0);
  for (const { from } of pieces) assert.ok(Math.hypot(from[0] - 200, from[1] - 200) <= 9.01);
});
