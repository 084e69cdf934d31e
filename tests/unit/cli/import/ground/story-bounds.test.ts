import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mapBoundsOf } from '../../../../../src/cli/import/ground/story-bounds.ts';

test('a map holds its story with room round it, and is no strip', () => {
  const bounds = fc
    .tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true }),
      fc.double({ min: 0.02, max: 200, noNaN: true }),
      fc.double({ min: 0.02, max: 20, noNaN: true }),
    )
    .map(([west, south, width, height]) => [west, south, west + width, south + height] as const);
  fc.assert(
    fc.property(bounds, ([west, south, east, north]) => {
      const [w, s, e, n] = mapBoundsOf([west, south, east, north]);
      if (e - w >= 360) return;
      assert.ok(w <= west && e >= east && s <= south && n >= north);
      const shape = (n - s) / ((e - w) * Math.cos((((south + north) / 2) * Math.PI) / 180));
      assert.ok(shape > 0.8 || n === 85 || s === -85, String(shape));
    }),
  );
});

test('a story of the whole world has the world', () => {
  assert.deepEqual(mapBoundsOf([-170, -40, 170, 60]), [-180, -60, 180, 80]);
});
