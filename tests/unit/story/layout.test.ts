import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutFor } from '../../../src/story/layout.ts';
import type { Viewport } from '../../../src/story/scene.ts';

const phone = (embed: boolean): Viewport => ({ width: 390, height: 844, dir: 'ltr', embed });
const over = { layout: 'over', side: 'start', width: 'normal' } as const;

test('text over an upright map stands as much higher in a frame as the bar at its foot is high, and so does what is free', () => {
  const [page, frame] = [layoutFor(phone(false), over), layoutFor(phone(true), over)];
  const bar = page.cardBox.bottom - frame.cardBox.bottom;
  assert.ok(bar >= 44);
  for (const box of ['cardBox', 'freeBox'] as const) {
    assert.equal(page[box].bottom - frame[box].bottom, bar);
    assert.equal(page[box].top - frame[box].top, bar);
  }
  assert.ok(frame.freeBox.bottom <= frame.cardBox.top);
});

test('where there is no card the map has the screen, on every screen, between the bars', () => {
  const stop = { layout: 'column', side: 'start', width: 'normal', hidden: true } as const;
  for (const [width, height] of [
    [390, 844],
    [820, 1180],
    [1440, 900],
  ] as const)
    for (const embed of [false, true])
      for (const dir of ['ltr', 'rtl'] as const) {
        const { freeBox, stageHeightPx, barHeightPx, cardBox } = layoutFor({ width, height, dir, embed }, stop);
        const bar = embed && width < 700 ? 44 : 0;
        assert.equal(stageHeightPx, height - bar, 'credits stand at the foot of the stage, above the bar of an embed');
        assert.equal(cardBox.bottom - cardBox.top, 0);
        assert.equal(freeBox.left, width - freeBox.right, 'the middle of the map is the middle of the screen');
        assert.ok(
          freeBox.left <= 32 && freeBox.top >= barHeightPx && freeBox.bottom > height * 0.88,
          `${width} ${embed}`,
        );
      }
});
