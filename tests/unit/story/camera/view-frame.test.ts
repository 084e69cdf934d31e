import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { cameraFor } from '../../../../src/story/camera/framing.ts';
import { boundsOfView } from '../../../../src/story/camera/view-frame.ts';
import { cards, lngLats, viewports } from '../../../support/arbitraries.ts';
import { frame, section, story } from '../../../support/story.ts';

const angles = fc.oneof(fc.constant(0), fc.integer({ min: -180, max: 180 }));
const zooms = fc.double({ min: 5, max: 12, noNaN: true });

test('a view chosen on a screen, written as a frame, gives that screen the same view', () => {
  fc.assert(
    fc.property(lngLats, zooms, angles, viewports, cards, (center, zoom, bearing, viewport, card) => {
      const chosen = { center, zoom, bearing, pitch: 0 };
      const bounds = boundsOfView(chosen, viewport, card);
      const own = section(0, { card, frame: frame({ bounds, bearing }) });
      const solved = cameraFor(story([own]), own, viewport);
      const [x, y] = createProjection(solved, viewport.width, viewport.height).project(center);
      assert.ok(Math.abs(solved.zoom - zoom) < 0.01, `zoom ${solved.zoom} for ${zoom}`);
      assert.ok(Math.hypot(x - viewport.width / 2, y - viewport.height / 2) < 3, `${x}, ${y}`);
    }),
  );
});

test('a tilted view is met within a few pixels', () => {
  fc.assert(
    fc.property(
      lngLats,
      zooms,
      angles,
      fc.integer({ min: 1, max: 35 }),
      cards,
      (center, zoom, bearing, pitch, card) => {
        const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
        const bounds = boundsOfView({ center, zoom, bearing, pitch }, viewport, card);
        const own = section(0, { card, frame: frame({ bounds, bearing, pitch }) });
        const solved = cameraFor(story([own]), own, viewport);
        const [x, y] = createProjection(solved, viewport.width, viewport.height).project(center);
        assert.ok(Math.abs(solved.zoom - zoom) < 0.05, `zoom ${solved.zoom} for ${zoom}`);
        assert.ok(Math.hypot(x - viewport.width / 2, y - viewport.height / 2) < 10, `${x}, ${y}`);
      },
    ),
    { numRuns: 30 },
  );
});

test('bounds are written with no more digits than a screen can show', () => {
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const card = { layout: 'column', side: 'start', width: 'normal' } as const;
  const far = boundsOfView({ center: [24.8, 35.2], zoom: 7.5, pitch: 0, bearing: 0 }, viewport, card);
  for (const value of far) assert.match(String(value), /^-?\d+(\.\d{1,3})?$/);
});
