import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_PITCH } from '../../../src/geo/camera/pitch-limits.ts';
import type { Camera } from '../../../src/geo/lng-lat.ts';
import {
  cameraPlacing,
  createProjection,
  fromWorld,
  toWorld,
  unproject,
  worldSize,
} from '../../../src/geo/mercator.ts';
import { lngLats } from '../../support/arbitraries.ts';

const cameras: fc.Arbitrary<Camera> = fc.record({
  center: lngLats,
  zoom: fc.double({ min: 3, max: 14, noNaN: true }),
  pitch: fc.double({ min: 0, max: 35, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
});
const points = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 700 }));
const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;

test('world coordinates and degrees are inverse', () => {
  fc.assert(
    fc.property(lngLats, ([lng, lat]) => {
      const [backLng, backLat] = fromWorld(toWorld([lng, lat]));
      return near(lng, backLng, 1e-9) && near(lat, backLat, 1e-9);
    }),
  );
});

test('the camera centre is in the middle of the screen', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const [x, y] = createProjection(camera, 1000, 700).project(camera.center);
      return near(x, 500, 1e-6) && near(y, 350, 1e-6);
    }),
  );
});

test('project undoes unproject at any pitch and bearing', () => {
  fc.assert(
    fc.property(cameras, points, (camera, point) => {
      const projection = createProjection(camera, 1000, 700);
      const [x, y] = projection.project(unproject(projection, point));
      return near(x, point[0], 1e-3) && near(y, point[1], 1e-3);
    }),
  );
});

test('cameraPlacing shows the place at the point it was asked for', () => {
  fc.assert(
    fc.property(cameras, lngLats, points, (view, place, point) => {
      const camera = cameraPlacing(place, point, view, { width: 1000, height: 700 });
      const [x, y] = createProjection(camera, 1000, 700).project(place);
      return near(x, point[0], 1e-3) && near(y, point[1], 1e-3);
    }),
  );
});

test('bearing turns the map against the clock: east is up when the camera looks east', () => {
  const camera = { center: [36, 35], zoom: 8, pitch: 0, bearing: 90 } as const;
  const [x, y] = createProjection(camera, 1000, 700).project([36.5, 35]);
  assert.ok(near(x, 500, 1e-6) && y < 350);
});

test('a pitched camera shrinks what lies further off', () => {
  const camera = { center: [36, 35], zoom: 8, pitch: 30, bearing: 0 } as const;
  const projection = createProjection(camera, 1000, 700);
  const width = (lat: number): number => projection.project([36.2, lat])[0] - projection.project([35.8, lat])[0];
  assert.ok(width(35.4) < width(35));
  assert.ok(width(35) < width(34.6));
});

test('a kilometre is as many pixels as the ground distance says', () => {
  const projection = createProjection({ center: [36, 35], zoom: 10, pitch: 0, bearing: 0 }, 1000, 700);
  const [x0] = projection.project([36, 35]);
  const [x1] = projection.project([36 + 1 / (111.319 * Math.cos((35 * Math.PI) / 180)), 35]);
  assert.ok(near((x1 - x0) * projection.metresPerPixel, 1000, 1));
});

test('at the steepest pitch no screen sees the horizon: its upper edge still shows ground, not far away', () => {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
    [3440, 1440],
  ] as const) {
    const camera: Camera = { center: [12, 40], zoom: 16, pitch: MAX_PITCH, bearing: 30 };
    const projection = createProjection(camera, width, height);
    const [cx, cy] = toWorld(camera.center);
    for (const x of [0, width / 2, width]) {
      const place = unproject(projection, [x, 0]);
      const [backX, backY] = projection.project(place);
      assert.ok(near(backX, x, 0.01) && near(backY, 0, 0.01));
      const [worldX, worldY] = toWorld(place);
      const away = Math.hypot(worldX - cx, worldY - cy) * worldSize(camera.zoom);
      assert.ok(away < 6 * Math.hypot(width, height), `${away}`);
    }
  }
});
