import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { cameraFor, resolveFrame } from '../../../../src/story/camera/framing.ts';
import { layoutFor } from '../../../../src/story/layout.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import type { Card, Frame } from '../../../../src/story/story.ts';
import { cards, embed, frames, viewports } from '../../../support/arbitraries.ts';
import { frame, place, section, story } from '../../../support/story.ts';

const PLACES = [place('a', 36.677, 35.648), place('b', 36.806, 35.864), place('c', 36.634, 35.93)];
const EPSILON = 0.05;

/** Whether every point of the frame, with its room as far as the free part is large enough for it, lies in the free part. */
function everythingFits(own: Frame, viewport: Viewport, card: Card): boolean {
  const only = section(0, { frame: own, card });
  const told = story([only], PLACES);
  const { freeBox } = layoutFor(viewport, card);
  const camera = cameraFor(told, only, viewport);
  const projection = createProjection(camera, viewport.width, viewport.height);
  const limit = { x: (freeBox.right - freeBox.left) * 0.4, y: (freeBox.bottom - freeBox.top) * 0.4 };
  return resolveFrame(told, own, 13).points.every(({ lngLat, room }) => {
    const [x, y] = projection.project(lngLat);
    return (
      x - Math.min(room.left, limit.x) >= freeBox.left - EPSILON &&
      x + Math.min(room.right, limit.x) <= freeBox.right + EPSILON &&
      y - Math.min(room.top, limit.y) >= freeBox.top - EPSILON &&
      y + Math.min(room.bottom, limit.y) <= freeBox.bottom + EPSILON
    );
  });
}

test('everything in a frame lies in the part of the screen the card leaves free', () => {
  fc.assert(fc.property(frames, fc.oneof(viewports, embed), cards, everythingFits), { numRuns: 400 });
});

test('a slim frame on an upright screen fits under a tilted camera too', () => {
  const own = frame({ bounds: [33, 33.5, 33.040046139353706, 33.59318325419852], pitch: 34.99999997877613 });
  const viewport = { width: 1100, height: 1423, dir: 'ltr', embed: false } as const;
  assert.ok(everythingFits(own, viewport, { layout: 'column', side: 'start', width: 'normal' }));
});

test('the free part and the card never overlap and both lie on the screen', () => {
  fc.assert(
    fc.property(fc.oneof(viewports, embed), cards, (viewport, card) => {
      const { cardBox, freeBox } = layoutFor(viewport, card);
      const apart =
        cardBox.right <= freeBox.left ||
        freeBox.right <= cardBox.left ||
        cardBox.bottom <= freeBox.top ||
        freeBox.bottom <= cardBox.top;
      const inside = freeBox.left >= 0 && freeBox.right <= viewport.width && freeBox.bottom <= viewport.height;
      return apart && inside && freeBox.right - freeBox.left > 100 && freeBox.bottom - freeBox.top > 60;
    }),
  );
});

test('reading from right to left mirrors the free part and moves the camera to its middle', () => {
  const own = frame({ bounds: [36, 35, 37, 36] });
  const only = section(0, { frame: own });
  const told = story([only]);
  const ltr = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const rtl = { ...ltr, dir: 'rtl' } as const;
  const [left, right] = [cameraFor(told, only, ltr), cameraFor(told, only, rtl)];
  assert.ok(Math.abs(left.zoom - right.zoom) < 1e-9);
  const x = createProjection(left, 1440, 900).project([36.5, 35.5])[0];
  const mirrored = createProjection(right, 1440, 900).project([36.5, 35.5])[0];
  assert.ok(Math.abs(x + mirrored - 1440) < 1e-6);
});

test('a raw centre and zoom is kept as given where the frame has room for it', () => {
  const only = section(0, { frame: frame({ center: [36.5, 35.5], zoom: 9 }) });
  const camera = cameraFor(story([only]), only, { width: 1440, height: 900, dir: 'ltr', embed: false });
  assert.ok(Math.abs(camera.zoom - 9) < 1e-9);
});

test('an upright phone uses the frame its section gives for phones', () => {
  const own = frame({ center: [36.5, 35.5], zoom: 9, phone: frame({ center: [36.5, 35.5], zoom: 7 }) });
  const only = section(0, { frame: own });
  const told = story([only]);
  const phone = cameraFor(told, only, { width: 390, height: 844, dir: 'ltr', embed: false });
  const desktop = cameraFor(told, only, { width: 1440, height: 900, dir: 'ltr', embed: false });
  assert.ok(Math.abs(phone.zoom - 7) < 1e-9 && Math.abs(desktop.zoom - 9) < 1e-9);
});
