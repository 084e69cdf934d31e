import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roomBeyond } from '../../../../../src/labels/section/names/room-beyond.ts';
import { layoutFor } from '../../../../../src/story/layout.ts';
import type { Viewport } from '../../../../../src/story/scene.ts';
import type { Card } from '../../../../../src/story/story.ts';
import { cards, viewports } from '../../../../support/arbitraries.ts';

const DESKTOP: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const COLUMN: Card = { layout: 'column', side: 'start', width: 'normal' };
const roomOn = (viewport: Viewport, card: Card) => {
  const layout = layoutFor(viewport, card);
  return { layout, room: roomBeyond(layout, viewport) };
};

test('names may go on to the edge of the screen where no text stands, and not towards the text', () => {
  const { layout, room } = roomOn(DESKTOP, COLUMN);
  assert.ok(layout.cardBox.right <= layout.freeBox.left, 'the card is on the left');
  assert.equal(room.left, 0);
  assert.equal(layout.freeBox.right + room.right, DESKTOP.width);
});

test('a card on the other side is a mirror image of it', () => {
  const one = roomOn(DESKTOP, COLUMN).room;
  const other = roomOn(DESKTOP, { ...COLUMN, side: 'end' }).room;
  assert.deepEqual([other.left, other.right], [one.right, one.left]);
});

test('no name stands under the bar, under the line of credits or off the map', () => {
  fc.assert(
    fc.property(viewports, cards, (viewport, card) => {
      const { layout, room } = roomOn(viewport, card);
      for (const px of Object.values(room)) assert.ok(px >= 0);
      const { freeBox, barHeightPx, stageHeightPx } = layout;
      assert.ok(freeBox.left - room.left >= 0 && freeBox.right + room.right <= viewport.width);
      assert.ok(freeBox.top - room.top >= Math.min(barHeightPx, freeBox.top));
      assert.ok(freeBox.bottom + room.bottom <= Math.max(stageHeightPx, freeBox.bottom));
    }),
  );
});

test('text above and below the map of an upright phone leaves no room beyond', () => {
  const phone: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };
  const { room } = roomOn(phone, { ...COLUMN, layout: 'over' });
  assert.deepEqual([room.top, room.bottom], [0, 0]);
});
