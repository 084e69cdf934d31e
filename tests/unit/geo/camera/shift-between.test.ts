import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NO_SHIFT, shiftBetween } from '../../../../src/geo/camera/shift-between.ts';
import { createProjection } from '../../../../src/geo/mercator.ts';

const lngLats = fc.tuple(fc.double({ min: 35, max: 40, noNaN: true }), fc.double({ min: 33, max: 37, noNaN: true }));
const zooms = fc.double({ min: 5, max: 13, noNaN: true });
const sizes = fc.tuple(fc.integer({ min: 300, max: 1500 }), fc.integer({ min: 300, max: 1000 }));
const bearings = fc.integer({ min: -180, max: 180 });

test('a place on one screen, shifted, is where the other screen has it', () => {
  fc.assert(
    fc.property(
      fc.tuple(lngLats, zooms, sizes),
      fc.tuple(lngLats, zooms, sizes),
      bearings,
      lngLats,
      (one, other, bearing, place) => {
        const [from, to] = [one, other].map(([center, zoom, [width, height]]) =>
          createProjection({ center, zoom, pitch: 0, bearing }, width, height),
        );
        assert.ok(from && to);
        const shift = shiftBetween(from, to);
        assert.ok(shift);
        const [x, y] = from.project(place);
        const [wantedX, wantedY] = to.project(place);
        assert.ok(Math.abs(x * shift.scale + shift.x - wantedX) < 1e-3);
        assert.ok(Math.abs(y * shift.scale + shift.y - wantedY) < 1e-3);
      },
    ),
  );
});

test('what is drawn moves with the camera, though the middle of what is seen leaves it behind by a turn', () => {
  const at = (lng: number, middleX: number) =>
    createProjection({ center: [lng, 0], zoom: 0, pitch: 0, bearing: 0 }, 1440, 900, [middleX, 450]);
  const shift = shiftBetween(at(0, 1060), at(100, 1060));
  assert.ok(shift && Math.abs(shift.x + (100 / 360) * 512) < 1e-6, JSON.stringify(shift));
  const round = shiftBetween(at(170, 720), at(-170, 720));
  assert.ok(round && Math.abs(round.x + (20 / 360) * 512) < 1e-6, JSON.stringify(round));
});

test('no one shift moves all places of a tilted map, or of one turned against the other', () => {
  const at = (pitch: number, bearing: number) =>
    createProjection({ center: [36, 35], zoom: 9, pitch, bearing }, 400, 800);
  assert.equal(shiftBetween(at(0, 0), at(30, 0)), null);
  assert.equal(shiftBetween(at(30, 0), at(0, 0)), null);
  assert.equal(shiftBetween(at(0, 0), at(0, 10)), null);
  const tilted = at(30, 10);
  assert.deepEqual(shiftBetween(tilted, tilted), NO_SHIFT);
});
