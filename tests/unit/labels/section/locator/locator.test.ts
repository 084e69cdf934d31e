import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intersects, isWithin } from '../../../../../src/geo/boxes.ts';
import type { Box } from '../../../../../src/geo/lng-lat.ts';
import { Collisions } from '../../../../../src/labels/collisions.ts';
import { placeLocator } from '../../../../../src/labels/section/locator/locator.ts';
import { buildMapBase } from '../../../../../src/labels/section/map-base.ts';
import { pathPoints } from '../../../../support/chart-marks.ts';
import { restContext, type Setting } from '../../../../support/kind-context.ts';
import { section, story } from '../../../../support/story.ts';
import { tinyBasemap } from '../../../../support/tiny-basemap.ts';

const tinted = (opacity: number) =>
  section(0, { layers: { emphasis: {}, tints: [{ region: 'HO.ME', tone: 'subject', opacity }], wash: 0 } });
const INSIDE = tinted(1);
const base = buildMapBase(tinyBasemap, { ...story([INSIDE]), homeCountry: 'HOM' });

/** So near that the region fills the screen. */
const NEAR: Setting = { rest: { center: [1, 41], zoom: 11, pitch: 0, bearing: 0 }, screen: [1440, 900] };

const place = (own: Setting = {}, taken: readonly Box[] = [], shown = INSIDE) =>
  placeLocator(shown, base, restContext({ ...NEAR, ...own }), Collisions.of(taken));

test('where one region is all there is to see, a small map says where it is', () => {
  const locator = place();
  assert.ok(locator);
  const texts = locator.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
  assert.deepEqual(texts, ['Middle']);
});

test('where more is to be seen, or the region is hardly tinted, there is none', () => {
  assert.equal(place({ rest: { center: [1, 41], zoom: 8, pitch: 0, bearing: 0 } }), null);
  assert.equal(place({ rest: { center: [1.4, 41], zoom: 11, pitch: 0, bearing: 0 } }), null, 'its border is in view');
  assert.equal(place({}, [], tinted(0.4)), null);
  assert.equal(place({}, [], section(0)), null);
});

test('a screen with little room has none to spare for it', () => {
  for (const [right, bottom] of [
    [540, 876],
    [1416, 440],
  ] as const) {
    assert.equal(place({ freeBox: { left: 24, top: 76, right, bottom } }), null);
  }
});

test('it stands in a corner of the free box, at the foot and far from the text, if that is free', () => {
  const { freeBox } = restContext(NEAR);
  const box = place()?.box;
  assert.ok(box && isWithin(box, freeBox));
  assert.ok(freeBox.right - box.right < 20 && freeBox.bottom - box.bottom < 20);
  const other = place({}, [box])?.box;
  assert.ok(other && !intersects(other, box));
  assert.ok(freeBox.bottom - other.bottom < 20, 'the other corner at the foot comes before those at the head');
  const mirrored = place({ dir: 'rtl' })?.box;
  assert.ok(mirrored && mirrored.left - freeBox.left < 20);
});

test('where every corner is taken there is none', () => {
  assert.equal(place({}, [{ left: 0, right: 1440, top: 0, bottom: 900 }]), null);
});

test('nothing of it is drawn outside its own box', () => {
  const locator = place();
  assert.ok(locator);
  const { left, right, top, bottom } = locator.box;
  for (const mark of locator.marks) {
    if (mark.type !== 'path') continue;
    for (const [x, y] of pathPoints(mark.d)) {
      assert.ok(x >= left - 0.1 && x <= right + 0.1 && y >= top - 0.1 && y <= bottom + 0.1, `${mark.key} ${x},${y}`);
    }
  }
});

test('a square shows what the screen sees, in the middle of the region', () => {
  const locator = place();
  const square = locator?.marks.find(({ key }) => key === 'locator:square');
  assert.ok(locator && square?.type === 'rect');
  const [x, y] = [square.x + square.width / 2, square.y + square.height / 2];
  assert.ok(Math.abs(x - (locator.box.left + locator.box.right) / 2) < 8);
  assert.ok(Math.abs(y - (locator.box.top + locator.box.bottom) / 2) < 8);
});
