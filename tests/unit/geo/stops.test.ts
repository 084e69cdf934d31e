import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSameCamera, isSameView } from '../../../src/geo/camera/same-view.ts';
import { clamp, clamp01 } from '../../../src/geo/clamp.ts';
import { GREAT_ROAD, roadWidth } from '../../../src/geo/road-width.ts';
import { valueAt } from '../../../src/geo/stops.ts';

const zooms = fc.double({ min: 0, max: 24, noNaN: true });

test('at a stop the value is the stop’s own, before the first and after the last it stays', () => {
  for (const [zoom, value] of GREAT_ROAD) assert.ok(Math.abs(valueAt(GREAT_ROAD, zoom) - value) < 1e-9);
  assert.equal(valueAt(GREAT_ROAD, 0), GREAT_ROAD[0]?.[1]);
  assert.equal(valueAt(GREAT_ROAD, 24), GREAT_ROAD.at(-1)?.[1]);
  assert.equal(valueAt([[5, 3]], 9), 3);
});

test('between stops it runs in a straight line', () => {
  const stops = [
    [4, 10],
    [8, 30],
  ] as const;
  assert.deepEqual(
    [5, 6, 7].map((zoom) => valueAt(stops, zoom)),
    [15, 20, 25],
  );
});

test('a road never grows thinner as the map comes nearer', () => {
  fc.assert(
    fc.property(zooms, zooms, (a, b) => {
      assert.ok(roadWidth(Math.min(a, b)) <= roadWidth(Math.max(a, b)));
    }),
  );
});

test('a value is held between its limits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const held = clamp(value, -2, 5);
      assert.ok(held >= -2 && held <= 5);
      if (value >= -2 && value <= 5) assert.equal(held, value);
      assert.ok(clamp01(value) >= 0 && clamp01(value) <= 1);
    }),
  );
});

test('two views are the same where every place is on the same pixel', () => {
  const camera = { center: [36.7, 35.7], zoom: 9, pitch: 0, bearing: 0 } as const;
  const view = { camera, width: 800, height: 600 };
  assert.ok(isSameView(view, { ...view, camera: { ...camera, center: [...camera.center] } }));
  assert.ok(isSameCamera(camera, { ...camera }));
  for (const own of [
    { zoom: 9.01 },
    { pitch: 1 },
    { bearing: 1 },
    { center: [36.7, 35.8] as const },
    { center: [36.8, 35.7] as const },
  ]) {
    assert.ok(!isSameView(view, { ...view, camera: { ...camera, ...own } }), JSON.stringify(own));
  }
  assert.ok(!isSameView(view, { ...view, width: 801 }));
  assert.ok(!isSameView(view, { ...view, height: 601 }));
});
