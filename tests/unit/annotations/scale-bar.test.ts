import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { niceScale } from '../../../src/annotations/scale-bar.ts';
import type { Box } from '../../../src/geo/lng-lat.ts';
import {
  annotation,
  cameras,
  markOf,
  marksOf,
  pointsOf,
  restContext,
  type Setting,
  viewOf,
} from '../../support/kind-context.ts';

const BAR = annotation({ kind: 'scale-bar', id: 'b' });
const textsOf = (setting: Setting): readonly string[] =>
  marksOf(BAR, 1, setting).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));

test('the length is a round number of kilometres near the wanted length on screen', () => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 4000, noNaN: true }), (metresPerPixel) => {
      const { km } = niceScale(metresPerPixel, 160);
      const px = (km * 1000) / metresPerPixel;
      assert.ok(px > 110 && px < 232, String(px));
      assert.match(km.toExponential(), /^[1-5]e/);
    }),
  );
});

test('the bar is as long as it says at the scale of the moment', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const setting = { rest: camera };
      const marks = marksOf(BAR, 1, setting);
      const [from = [0, 0], to = [0, 0]] = pointsOf(markOf(marks, 'path', 'b:bar').d);
      const km = (Math.abs(to[0] - from[0]) * viewOf(setting).projection.metresPerPixel) / 1000;
      const said = textsOf(setting).flatMap((text) => (text.includes(' km') ? [Number.parseFloat(text)] : []));
      assert.ok(Math.abs((said[0] ?? 0) / km - 1) < 0.01);
    }),
  );
});

test('it stands in the lower corner of the reading side and runs in the direction of reading', () => {
  for (const locale of ['en', 'ar'] as const) {
    const context = restContext({ locale });
    const [from = [0, 0], to = [0, 0]] = pointsOf(markOf(marksOf(BAR, 1, { locale }), 'path', 'b:bar').d);
    const left = locale === 'en';
    assert.equal(from[0], left ? context.freeBox.left + 16 : context.freeBox.right - 16);
    assert.equal(to[0] > from[0], left);
    assert.ok(from[1] > context.freeBox.bottom - 60);
  }
});

test('only the last number carries the unit, in the figures of the language', () => {
  const texts = (locale: 'en' | 'ar') => textsOf({ locale });
  assert.equal(texts('en').filter((text) => text.includes('km')).length, 1);
  assert.match(texts('en').at(-1) ?? '', /km$/);
  assert.equal(texts('ar')[0], '٠');
  assert.match(texts('ar').at(-1) ?? '', /^[٠-٩]+\s?كم$/);
});

test('the spacing of the crosses is named where they are drawn', () => {
  const near = { center: [36.7, 35.7] as const, zoom: 12, pitch: 0, bearing: 0 };
  const texts = (crosses: boolean, rest = near) => textsOf({ rest, crosses });
  assert.ok(texts(true).some((text) => text.startsWith('Crosses')));
  assert.ok(!texts(false).some((text) => text.startsWith('Crosses')));
  assert.ok(!texts(true, { ...near, zoom: 9 }).some((text) => text.startsWith('Crosses')));
});

test('half a bar stands where there is no room for the whole', () => {
  const lengthIn = (taken: readonly Box[]): number => {
    const [from = [0, 0], to = [0, 0]] = pointsOf(markOf(marksOf(BAR, 1, { taken }), 'path', 'b:bar').d);
    return Math.abs(to[0] - from[0]);
  };
  const { left, right, top, bottom } = restContext().freeBox;
  const beside = { left: left + 150, right, top, bottom };
  assert.ok(lengthIn([beside]) < lengthIn([]) * 0.7);
});
