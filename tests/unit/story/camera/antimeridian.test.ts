import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { createTravel } from '../../../../src/story/camera/camera.ts';
import { cameraFor } from '../../../../src/story/camera/framing.ts';
import { layoutFor } from '../../../../src/story/layout.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { frame, place, section, story } from '../../../support/story.ts';

const SCREENS: readonly Viewport[] = [
  { width: 1440, height: 900, dir: 'ltr', embed: false },
  { width: 390, height: 844, dir: 'ltr', embed: false },
];
const tokyo = place('tokyo', 139.7, 35.7, 1);
const frisco = place('frisco', -122.4, 37.8, 1);

for (const viewport of SCREENS) {
  for (const pitch of [0, 60]) {
    test(`a frame of places on both sides spans the ocean between them: ${viewport.width} px, ${pitch}°`, () => {
      const one = section(0, { frame: frame({ bounds: null, places: ['tokyo', 'frisco'], pitch }) });
      const { freeBox } = layoutFor(viewport, one.card);
      const camera = cameraFor(story([one], [tokyo, frisco]), one, viewport);
      const { project } = createProjection(camera, viewport.width, viewport.height);
      const [west, east] = [project(tokyo.lngLat), project(frisco.lngLat)];
      assert.ok(west[0] < east[0], 'Japan lies in the west of the Pacific');
      assert.ok(west[0] >= freeBox.left && east[0] <= freeBox.right);
      assert.ok(Math.abs(camera.center[0] - 188) < 60);
    });
  }

  test(`the whole world fits into a frame: ${viewport.width} px`, () => {
    const one = section(0, { frame: frame({ bounds: [-180, -60, 180, 80] }) });
    const { freeBox } = layoutFor(viewport, one.card);
    const camera = cameraFor(story([one], []), one, viewport);
    const { project } = createProjection(camera, viewport.width, viewport.height);
    assert.ok(project([-180, 0], 0)[0] >= freeBox.left - 1 && project([180, 0], 0)[0] <= freeBox.right + 1);
  });
}

test('a journey over the antimeridian takes the short way', () => {
  const viewport = SCREENS[0] as Viewport;
  const stop = (lng: number) => ({
    camera: { center: [lng, 40] as const, zoom: 5, pitch: 0, bearing: 0 },
    focusPoint: [720, 450] as const,
  });
  for (const [from, to] of [
    [170, -170],
    [-170, 170],
  ] as const) {
    const cameraAt = createTravel(stop(from), stop(to), viewport);
    for (let t = 0; t <= 1; t += 0.05) {
      const lng = cameraAt(t).center[0];
      assert.ok(Math.abs(Math.abs(lng) - 180) <= 10 + 1e-6, `${from} to ${to} at ${t}: ${lng}`);
    }
    assert.equal(cameraAt(1).center[0], to);
  }
});
