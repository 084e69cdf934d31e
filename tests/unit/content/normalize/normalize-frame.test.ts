import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeFrame } from '../../../../src/content/normalize/normalize-frame.ts';
import { frameSchema } from '../../../../src/content/schema/section.ts';

const frameOf = (written: object) => normalizeFrame(frameSchema.parse(written));

test('what an author leaves out is left out exactly', () => {
  assert.deepEqual(frameOf({ bounds: [1, 40, 2, 41] }), {
    places: null,
    radiusKm: 0,
    bounds: [1, 40, 2, 41],
    center: null,
    zoom: null,
    keepVisible: [],
    pitch: 0,
    bearing: 0,
    phone: null,
  });
});

test('a zoom belongs to a point, and is nothing without one', () => {
  assert.equal(frameOf({ center: [1, 40], zoom: 9 }).zoom, 9);
  assert.equal(frameOf({ places: ['harbour'], zoom: 9 }).zoom, null);
});

test('a phone that names another target forgets the first one, and keeps all else', () => {
  const { phone } = frameOf({
    places: ['harbour'],
    radiusKm: 20,
    keepVisible: ['mill'],
    pitch: 20,
    phone: { center: [1, 40], zoom: 10 },
  });
  assert.deepEqual([phone?.places, phone?.center, phone?.zoom], [null, [1, 40], 10]);
  assert.deepEqual([phone?.keepVisible, phone?.pitch], [['mill'], 20]);
});

test('a phone that names no target keeps the target, with what it says otherwise', () => {
  const { phone, radiusKm } = frameOf({ places: ['harbour'], radiusKm: 20, phone: { radiusKm: 8, bearing: 30 } });
  assert.deepEqual([phone?.places, phone?.radiusKm, phone?.bearing], [['harbour'], 8, 30]);
  assert.equal(radiusKm, 20, 'other screens are as they were');
});

test('a phone has no phone of its own', () => {
  assert.equal(frameOf({ places: ['a'], phone: { radiusKm: 3 } }).phone?.phone, null);
});
