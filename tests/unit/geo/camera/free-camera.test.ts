import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { panZoomCamera } from '../../../../src/geo/camera/free-camera.ts';
import type { Camera, LngLatBounds } from '../../../../src/geo/lng-lat.ts';
import { createProjection, unproject } from '../../../../src/geo/mercator.ts';

const BOUNDS: LngLatBounds = [32, 30, 44, 39];
const SCREEN = { width: 1000, height: 700 };
const START: Camera = { center: [37, 35], zoom: 8, pitch: 0, bearing: 0 };

const points = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 700 }));
const near = fc.tuple(fc.integer({ min: 450, max: 550 }), fc.integer({ min: 300, max: 400 }));
const pitches = fc.integer({ min: 0, max: 35 });
const bearings = fc.integer({ min: -180, max: 180 });

test('the place taken hold of stays under the hand, also while zooming and on a pitched map', () => {
  fc.assert(
    fc.property(near, near, pitches, bearings, fc.double({ min: -1, max: 1, noNaN: true }), (from, to, ...rest) => {
      const [pitch, bearing, zoomBy] = rest;
      const camera = { ...START, pitch, bearing };
      const place = unproject(createProjection(camera, SCREEN.width, SCREEN.height), from);
      const next = panZoomCamera(camera, { from, to, zoomBy }, { bounds: BOUNDS, nearestZoom: 13 }, SCREEN);
      const [x, y] = createProjection(next, SCREEN.width, SCREEN.height).project(place);
      assert.ok(Math.hypot(x - to[0], y - to[1]) < 0.01);
    }),
  );
});

test('however often one pulls, the map is never out of sight and never a blank', () => {
  const gestures = fc.array(
    fc.record({ from: points, to: points, zoomBy: fc.double({ min: -3, max: 3, noNaN: true }) }),
  );
  fc.assert(
    fc.property(gestures, (list) => {
      const end = list.reduce(
        (camera, gesture) => panZoomCamera(camera, gesture, { bounds: BOUNDS, nearestZoom: 13 }, SCREEN),
        START,
      );
      const [lng, lat] = end.center;
      assert.ok(lng >= 31.999 && lng <= 44.001 && lat >= 29.999 && lat <= 39.001);
      assert.ok(end.zoom <= 13 && end.zoom > 4);
    }),
  );
});

test('a story that begins beyond the limits does not jump when it is taken hold of', () => {
  const camera: Camera = { ...START, center: [46, 35], zoom: 3 };
  const still = panZoomCamera(
    camera,
    { from: [500, 350], to: [500, 350], zoomBy: 0 },
    { bounds: BOUNDS, nearestZoom: 13 },
    SCREEN,
  );
  assert.ok(Math.abs(still.center[0] - 46) < 1e-9 && still.zoom === 3);
});
