import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTravel, shortestTurn } from '../../../../src/story/camera/camera.ts';
import { easeTravel } from '../../../../src/story/easing.ts';

const angles = fc.double({ min: -720, max: 720, noNaN: true });

test('a turn takes the shorter arc and ends at the other bearing', () => {
  fc.assert(
    fc.property(angles, angles, (from, to) => {
      const turn = shortestTurn(from, to);
      const missed = (((from + turn - to) % 360) + 360) % 360;
      return Math.abs(turn) <= 180 && Math.min(missed, 360 - missed) < 1e-6;
    }),
  );
});

test('travel begins and ends at the two cameras exactly, and zooms out on a long way', () => {
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const from = { camera: { center: [36.3, 33.5], zoom: 11, pitch: 0, bearing: 0 }, focusPoint: [1000, 450] } as const;
  const to = { camera: { center: [37.2, 36.2], zoom: 11, pitch: 20, bearing: 30 }, focusPoint: [700, 450] } as const;
  const cameraAt = createTravel(from, to, viewport);
  assert.deepEqual(cameraAt(0), from.camera);
  assert.deepEqual(cameraAt(1), to.camera);
  assert.ok(cameraAt(0.5).zoom < 10);
});

test('easing is monotone and exact at both ends', () => {
  assert.equal(easeTravel(0), 0);
  assert.equal(easeTravel(1), 1);
  for (let step = 0; step < 100; step += 1) assert.ok(easeTravel((step + 1) / 100) > easeTravel(step / 100));
});
