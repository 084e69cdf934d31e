import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intersects } from '../../../src/geo/boxes.ts';
import type { Box } from '../../../src/geo/lng-lat.ts';
import { placeAreaName } from '../../../src/labels/area-label.ts';
import { Collisions } from '../../../src/labels/collisions.ts';
import type { AreaNameInput } from '../../../src/labels/placed-label.ts';
import { restContext, type Setting, TOWN } from '../../support/kind-context.ts';

const REGION: AreaNameInput = { id: 'r', kind: 'region', lngLat: TOWN, names: { en: 'North Idlib', ar: 'شمال إدلب' } };

function place(area: AreaNameInput, taken: readonly Box[] = [], setting: Setting = {}) {
  const context = restContext(setting);
  return placeAreaName(area, Collisions.of(taken), { room: context.freeBox, lines: [], context });
}

const textsOf = (area: AreaNameInput, setting: Setting = {}) =>
  place(area, [], setting)?.lines.map(({ text }) => text) ?? [];

test('land is named in capitals and water in small letters', () => {
  assert.deepEqual(textsOf(REGION), ['NORTH IDLIB']);
  assert.deepEqual(textsOf({ ...REGION, kind: 'country' }), ['NORTH IDLIB']);
  assert.deepEqual(textsOf({ ...REGION, kind: 'water' }), ['North Idlib']);
  assert.deepEqual(textsOf(REGION, { locale: 'ar' }), ['شمال إدلب']);
});

test('a broken name has each word on a line of its own, one below the other about its place', () => {
  const placed = place({ ...REGION, broken: true });
  assert.deepEqual(
    placed?.lines.map(({ text }) => text),
    ['NORTH', 'IDLIB'],
  );
  const [first = 0, second = 0] = placed?.lines.map(({ dy }) => dy) ?? [];
  assert.ok(second > first);
  const whole = place(REGION)?.lines[0]?.dy ?? 0;
  assert.ok(Math.abs((first + second) / 2 - whole) < 1e-9);
});

test('a name stands at its place, else a little above or below it, and its lines move with it', () => {
  const [box] = place(REGION)?.boxes ?? [];
  assert.ok(box);
  const moved = place(REGION, [box]);
  const [other] = moved?.boxes ?? [];
  assert.ok(other && !intersects(other, box));
  assert.deepEqual([other.left, other.right], [box.left, box.right]);
  const shift = other.top - box.top;
  assert.ok(shift < 0, 'above comes first');
  assert.equal(moved?.lines[0]?.dy, (place(REGION)?.lines[0]?.dy ?? 0) + shift);
});

test('a region keeps farther from other texts than a water: it must not seem to be of a town', () => {
  const [box] = place(REGION)?.boxes ?? [];
  const [water] = place({ ...REGION, kind: 'water' })?.boxes ?? [];
  assert.ok(box && water);
  const besideOf = ({ right, top, bottom }: Box): Box => ({ left: right + 8, right: right + 40, top, bottom });
  assert.notEqual(place(REGION, [besideOf(box)])?.boxes[0]?.top, box.top);
  assert.equal(place({ ...REGION, kind: 'water' }, [besideOf(water)])?.boxes[0]?.top, water.top);
});

test('a name without room, or not told in the language, is left out', () => {
  assert.equal(place(REGION, [{ left: 0, right: 1440, top: 0, bottom: 900 }]), null);
  assert.equal(place({ ...REGION, names: { ar: 'شمال إدلب' } }), null);
  assert.equal(place({ ...REGION, names: { en: '' } }), null);
});

test('it has no symbol, and its halo is what lies under it', () => {
  const placed = place(REGION, [], { toneAt: () => 'tint' });
  assert.deepEqual([placed?.rank, placed?.halo, placed?.boxes.length], [null, 'tint', 1]);
});
