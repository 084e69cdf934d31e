import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { createProjection, unproject } from '../../../src/geo/mercator.ts';
import { Background } from '../../../src/labels/background.ts';
import type { Tone } from '../../../src/marks/mark.ts';

const projection = createProjection({ center: [36.7, 35.7], zoom: 9, pitch: 0, bearing: 0 }, 800, 600);
const [MIDDLE_LNG] = unproject(projection, [400, 300]);

/** Land in the west half of the screen, sea in the east. */
const coast = (lngLat: LngLat): Tone => (lngLat[0] < MIDDLE_LNG ? 'land' : 'sea');
const box = (left: number, width: number, top = 100, height = 40) => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

test('a text stands on the colour that most of it lies on', () => {
  const background = new Background(projection, coast);
  assert.equal(background.tone(box(100, 200)), 'land');
  assert.equal(background.tone(box(300, 400)), 'sea');
  assert.equal(background.tone(box(320, 100)), 'land');
});

test('a mix is none on one colour, half at most, and the more the nearer to half', () => {
  const background = new Background(projection, coast);
  assert.equal(background.mix(box(100, 200)), 0);
  assert.equal(background.mix(box(300, 200)), 0.5);
  const mixes = [150, 180, 200].map((width) => background.mix(box(300, width)));
  assert.deepEqual(
    mixes,
    mixes.toSorted((a, b) => a - b),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 300 }), (left, width) => {
      const mix = background.mix(box(left, width));
      assert.ok(mix >= 0 && mix <= 0.5);
    }),
  );
});

test('a text touches a colour that any of it lies on', () => {
  const background = new Background(projection, coast);
  assert.equal(background.touches(box(360, 80), 'sea'), true);
  assert.equal(background.touches(box(300, 80), 'sea'), false);
});

test('no place of the screen is looked at twice', () => {
  const looks: string[] = [];
  const background = new Background(projection, (lngLat) => {
    looks.push(String(lngLat));
    return 'land';
  });
  const text = box(105, 200);
  background.tone(text);
  background.mix(text);
  background.touches(box(120, 60), 'sea');
  assert.equal(new Set(looks).size, looks.length);
  assert.ok(looks.length > 0 && looks.length <= 21 * 5);
});

test('one point is told exactly, however coarse the squares are', () => {
  const background = new Background(projection, coast);
  assert.equal(background.at([MIDDLE_LNG - 1e-6, 35.7]), 'land');
  assert.equal(background.at([MIDDLE_LNG + 1e-6, 35.7]), 'sea');
});
