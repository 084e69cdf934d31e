import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { transformed } from '../../../../../src/geo/camera/similarity.ts';
import type { LngLat, Projection } from '../../../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../../../src/geo/mercator.ts';
import {
  isSharp,
  isWorn,
  roomAround,
  type Sheet,
  sheetAhead,
  sheetAtRest,
  sheetMatrix,
} from '../../../../../src/reader/stages/light/sheet.ts';

const PHONE = { width: 390, height: 844 };
const SCREENS = [PHONE, { width: 844, height: 390 }, { width: 1440, height: 900 }, { width: 411, height: 731 }];
const RATIOS = [1, 1.25, 1.5, 2, 2.625, 3];

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const projections = fc
  .record({
    center: fc.tuple(number(-60, 60), number(-55, 60)),
    zoom: number(4, 13),
    bearing: number(-60, 60),
    screen: fc.constantFrom(...SCREENS),
  })
  .map(({ center, zoom, bearing, screen }) =>
    createProjection({ center, zoom, bearing, pitch: 0 }, screen.width, screen.height),
  );
const ratios = fc.constantFrom(...RATIOS);

/** The map moved by some pixels, zoomed and turned. */
const moved = ({ camera, width, height }: Projection, [dx, dy, zoom, turn]: readonly number[]): Projection => {
  const [lng, lat] = camera.center;
  const degrees = 360 / (512 * 2 ** camera.zoom);
  const center: LngLat = [lng + (dx ?? 0) * degrees, lat + (dy ?? 0) * degrees];
  return createProjection(
    { center, zoom: camera.zoom + (zoom ?? 0), bearing: camera.bearing + (turn ?? 0), pitch: 0 },
    width,
    height,
  );
};
const motions = fc.tuple(number(-60, 60), number(-60, 60), number(-0.5, 0.5), number(-20, 20));

/** Where a sheet shows a place, in its own pixels. */
const onSheet = ({ camera, viewport, left, top, density }: Sheet, place: LngLat) => {
  const [x, y] = createProjection(camera, viewport.width, viewport.height).project(place);
  return [(x - left) * density, (y - top) * density] as const;
};

test('wherever the map has moved, a sheet has every place where the map has it', () => {
  fc.assert(
    fc.property(projections, ratios, motions, motions, (made, ratio, motion, [dx, dy]) => {
      const now = moved(made, motion);
      for (const sheet of [sheetAtRest(made, ratio), sheetAhead(made, ratio, made)]) {
        const place = moved(made, [dx, dy]).camera.center;
        const [x, y] = transformed(sheetMatrix(sheet, now), onSheet(sheet, place));
        const [theirX, theirY] = now.project(place);
        assert.ok(Math.hypot(x - theirX, y - theirY) < 0.01);
      }
    }),
  );
});

test('a sheet of a map at rest lies on the pixels of the screen, one on one', () => {
  fc.assert(
    fc.property(projections, ratios, (now, ratio) => {
      const sheet = sheetAtRest(now, ratio);
      const [a, b, c, d, e, f] = sheetMatrix(sheet, now);
      assert.deepEqual(
        [a, b, c, d].map((value) => Math.round(value * ratio * 1e9) / 1e9 + 0),
        [1, 0, 0, 1],
      );
      for (const offset of [e * ratio, f * ratio]) assert.ok(Math.abs(offset - Math.round(offset)) < 1e-6);
      assert.ok(Number.isInteger(sheet.width) && Number.isInteger(sheet.height));
      assert.ok(isSharp(sheet, now, ratio));
      assert.ok(roomAround(sheet, now) > 0);
    }),
  );
});

test('another place, zoom, bearing, screen or density is not sharp', () => {
  const now = createProjection({ center: [36, 35], zoom: 8, bearing: 0, pitch: 0 }, 390, 844);
  const sheet = sheetAtRest(now, 2);
  for (const motion of [
    [1, 0],
    [0, 0, 0.001],
    [0, 0, 0, 0.1],
  ])
    assert.ok(!isSharp(sheet, moved(now, motion), 2));
  assert.ok(!isSharp(sheet, now, 3));
  assert.ok(!isSharp(sheet, createProjection(now.camera, 391, 844), 2));
});

test('room is what lies beyond the screen: none is left where the map has moved past the sheet', () => {
  const now = createProjection({ center: [36, 35], zoom: 8, bearing: 0, pitch: 0 }, 400, 800);
  const sheet = sheetAhead(now, 1, now);
  assert.equal(Math.round(roomAround(sheet, now)), 80);
  assert.equal(Math.round(roomAround(sheet, moved(now, [50, 0]))), 30);
  assert.ok(roomAround(sheet, moved(now, [90, 0])) < 0);
  assert.ok(roomAround(sheet, moved(now, [0, 0, -1])) < 0);
  assert.ok(roomAround(sheet, moved(now, [0, 0, 0, 45])) < 0);
  assert.ok(roomAround(sheet, moved(now, [0, 0, 1])) > 80);
});

test('a sheet is worn before it ends on the screen, and before its lines have grown by more than a ninth', () => {
  fc.assert(
    fc.property(projections, ratios, motions, (made, ratio, motion) => {
      const sheet = sheetAhead(made, ratio, made);
      const now = moved(made, motion);
      const grown = 2 ** Math.abs(now.camera.zoom - made.camera.zoom);
      if (roomAround(sheet, now) < 0 || grown > 1.111) assert.ok(isWorn(sheet, now));
    }),
  );
});

test('the next sheet is made for where the map goes, and covers where it is', () => {
  const before = createProjection({ center: [36, 35], zoom: 8, bearing: 0, pitch: 0 }, 400, 800);
  const now = moved(before, [0, 0, -0.03]);
  assert.ok(sheetAhead(now, 1, before).camera.zoom < now.camera.zoom);
  fc.assert(
    fc.property(projections, motions, (made, motion) => {
      const onward = moved(made, motion);
      assert.ok(roomAround(sheetAhead(onward, 2, made), onward) >= 0);
    }),
  );
  // Not after a jump: nobody goes on like that.
  const far = moved(before, [5000, 0]);
  assert.deepEqual(sheetAhead(far, 1, before).camera.center, far.camera.center);
});

test('on a phone two sheets that fade and one on its way take 64 MB at most, whatever its pixels', () => {
  const bytes = ({ width, height }: Sheet): number => 4 * width * height;
  for (const { width, height } of [PHONE, { width: 430, height: 932 }]) {
    const now = createProjection({ center: [36, 35], zoom: 8, bearing: 0, pitch: 0 }, width, height);
    for (const ratio of RATIOS) {
      const most = Math.max(bytes(sheetAtRest(now, ratio)), bytes(sheetAhead(now, ratio, now)));
      assert.ok(3 * most <= 64e6, `${width} × ${height} at ${ratio}: ${(3 * most) / 1e6} MB`);
    }
  }
});

test('where a map goes on round the world, the next sheet is made for a camera on its own turn', () => {
  const before = createProjection({ center: [179.9, 0], zoom: 6, bearing: 0, pitch: 0 }, 400, 800);
  const now = createProjection({ center: [-180, 0], zoom: 6, bearing: 0, pitch: 0 }, 400, 800);
  const [lng] = sheetAhead(now, 1, before).camera.center;
  assert.ok(Math.abs(lng - -179.6) < 1e-9, String(lng));
});
