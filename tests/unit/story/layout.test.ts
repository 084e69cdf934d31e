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
