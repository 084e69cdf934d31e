import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutFor } from '../../../../src/story/layout.ts';
import { backdropBox } from '../../../../src/story/media/backdrop-box.ts';
import type { Crop } from '../../../../src/story/media/medium.ts';
import type { Viewport } from '../../../../src/story/scene.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const pictures = fc.record({
  width: fc.integer({ min: 50, max: 9000 }),
  height: fc.integer({ min: 50, max: 9000 }),
  focus: fc.tuple(share, share),
});
const crops: fc.Arbitrary<Crop | null> = fc.option(
  fc
    .tuple(share, share, share, share)
    .map(
      ([a, b, c, d]): Crop => [
        Math.min(a, c) * 0.9,
        Math.min(b, d) * 0.9,
        Math.max(a, c) * 0.9 + 0.1,
        Math.max(b, d) * 0.9 + 0.1,
      ],
    ),
);
const viewports: fc.Arbitrary<Viewport> = fc.record({
  width: fc.integer({ min: 320, max: 2560 }),
  height: fc.integer({ min: 400, max: 1600 }),
  dir: fc.constantFrom('ltr', 'rtl'),
  embed: fc.boolean(),
});
const cards = fc.record({
  layout: fc.constantFrom('column', 'over', 'top'),
  side: fc.constantFrom('start', 'end'),
  width: fc.constantFrom('normal', 'narrow'),
} as const);

test('a backdrop covers the stage at every moment, in every shape, on every screen', () => {
  fc.assert(
    fc.property(pictures, crops, crops, viewports, cards, share, (picture, from, to, viewport, card, t) => {
      const { freeBox, stageHeightPx } = layoutFor(viewport, card);
      const stage = { freeBox, stageHeightPx, width: viewport.width };
      const { left, right, top, bottom } = backdropBox(picture, { from, to }, stage, t);
      assert.ok(left <= 0.01 && top <= 0.01, `${left} ${top}`);
      assert.ok(right >= viewport.width - 0.01 && bottom >= stageHeightPx - 0.01, `${right} ${bottom}`);
      const shape = (right - left) / (bottom - top);
      assert.ok(Math.abs(shape / (picture.width / picture.height) - 1) < 1e-6, 'nothing is stretched');
    }),
  );
});

test('the focus stands in the middle of what the text leaves free, as far as the picture reaches', () => {
  for (const dir of ['ltr', 'rtl'] as const) {
    const viewport = { width: 1440, height: 900, dir, embed: false };
    const { freeBox, stageHeightPx } = layoutFor(viewport, { layout: 'column', side: 'start', width: 'normal' });
    const picture = { width: 4000, height: 1600, focus: [0.5, 0.4] } as const;
    const box = backdropBox(picture, { from: null, to: null }, { freeBox, stageHeightPx, width: 1440 }, 0.5);
    const x = box.left + 0.5 * (box.right - box.left);
    assert.ok(Math.abs(x - (freeBox.left + freeBox.right) / 2) < 0.5, `${dir}: ${x}`);
  }
});

test('a focus at any place of the picture but its edges is beside the text, on every screen', () => {
  const inner = fc.double({ min: 0.2, max: 0.8, noNaN: true });
  const shapes = fc.record({
    width: fc.integer({ min: 1000, max: 2000 }),
    height: fc.integer({ min: 1000, max: 1400 }),
    focus: fc.tuple(inner, inner),
  });
  const screens = fc.record({
    width: fc.integer({ min: 1100, max: 1920 }),
    height: fc.integer({ min: 600, max: 1100 }),
    dir: fc.constantFrom('ltr', 'rtl'),
    embed: fc.boolean(),
  } as const);
  fc.assert(
    fc.property(shapes, screens, cards, (picture, viewport, card) => {
      const { freeBox, stageHeightPx } = layoutFor(viewport, card);
      const stage = { freeBox, stageHeightPx, width: viewport.width };
      const box = backdropBox(picture, { from: null, to: null }, stage, 0.5);
      const x = box.left + picture.focus[0] * (box.right - box.left);
      const y = box.top + picture.focus[1] * (box.bottom - box.top);
      const cover = Math.max(viewport.width / picture.width, stageHeightPx / picture.height);
      if ((box.right - box.left) / picture.width > cover * 2.49) return;
      assert.ok(x > freeBox.left && x < freeBox.right, `${x} in ${freeBox.left}–${freeBox.right}`);
      assert.ok(y > freeBox.top && y < freeBox.bottom, `${y} in ${freeBox.top}–${freeBox.bottom}`);
    }),
  );
});

test('a crop is as large as fits beside the text, and moves from the first to the last', () => {
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const { freeBox, stageHeightPx } = layoutFor(viewport, { layout: 'column', side: 'start', width: 'normal' });
  const stage = { freeBox, stageHeightPx, width: 1440 };
  const picture = { width: 2000, height: 1500, focus: [0.5, 0.5] } as const;
  const crop: Crop = [0.6, 0.4, 0.8, 0.6];
  const [first, last] = [0, 1].map((t) => backdropBox(picture, { from: null, to: crop }, stage, t));
  assert.ok(first && last);
  const left = last.left + 0.6 * (last.right - last.left);
  const right = last.left + 0.8 * (last.right - last.left);
  assert.ok(left >= freeBox.left - 0.5 && right <= freeBox.right + 0.5, `${left} ${right}`);
  const halfway = backdropBox(picture, { from: null, to: crop }, stage, 0.5);
  assert.ok(
    halfway.right - halfway.left > first.right - first.left && halfway.right - halfway.left < last.right - last.left,
  );
});
