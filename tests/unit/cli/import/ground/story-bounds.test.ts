import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boundsText, parseBounds } from '../../../../../src/cli/basemap/parse-bounds.ts';
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
      // On another turn round the world where the map crosses the antimeridian.
      const by = w > west ? 360 : 0;
      assert.ok(w <= west + by && e >= east + by && s <= south && n >= north);
      const shape = (n - s) / ((e - w) * Math.cos((((south + north) / 2) * Math.PI) / 180));
      assert.ok(shape > 0.8 || n === 85 || s === -85, String(shape));
    }),
  );
});

test('a story of the whole world has the world', () => {
  assert.deepEqual(mapBoundsOf([-170, -40, 170, 60]), [-180, -60, 180, 80]);
});

test('the command that makes a map is never refused, wherever and however wide the story is', () => {
  const bounds = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -84, max: 80, noNaN: true }),
    fc.double({ min: 0.02, max: 359, noNaN: true }),
    fc.double({ min: 0.02, max: 4, noNaN: true }),
  );
  fc.assert(
    fc.property(bounds, ([west, south, width, height]) => {
      const told = parseBounds(boundsText(mapBoundsOf([west, south, west + width, south + height])));
      assert.ok(!('problem' in told), JSON.stringify(told));
    }),
    { examples: [[[178.678, -18.479, 181.351, 70.02]], [[-179.5, 10, 3, 2]]] },
  );
});
