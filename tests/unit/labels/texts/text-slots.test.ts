import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToBox } from '../../../../src/geo/boxes.ts';
import type { Box } from '../../../../src/geo/lng-lat.ts';
import { blockBox, textBlock } from '../../../../src/labels/texts/text-block.ts';
import { SIDES, sidesFrom, slotsOn, type TextSlot } from '../../../../src/labels/texts/text-slots.ts';
import { restContext } from '../../../support/kind-context.ts';

const WORDS = 'the road to the north was cut in the night and nobody could pass';
const blockOf = (maxWidth: number) =>
  textBlock(
    [
      { text: 'Saraqeb', role: 'callout-head', tone: 'ink' },
      { text: WORDS, role: 'callout-body', tone: 'ink-2' },
    ],
    maxWidth,
    restContext(),
  );
const blocks = fc.integer({ min: 90, max: 320 }).map(blockOf);
const dirs = fc.constantFrom('ltr' as const, 'rtl' as const);
const sides = fc.constantFrom(...SIDES);

const ANCHOR: readonly [number, number] = [0, 0];

test('every leader starts at its point and ends at its text', () => {
  fc.assert(
    fc.property(blocks, sides, dirs, (block, side, dir) => {
      for (const { leader, corner } of slotsOn(block, side, dir)) {
        assert.deepEqual(leader[0], ANCHOR);
        const end = leader.at(-1) ?? ANCHOR;
        assert.ok(distanceToBox(end, blockBox(block, corner)) <= 7, `${side} ${end}`);
      }
    }),
  );
});

test('no text lies over the point it speaks of', () => {
  fc.assert(
    fc.property(blocks, sides, dirs, (block, side, dir) => {
      for (const { corner } of slotsOn(block, side, dir)) {
        assert.ok(distanceToBox(ANCHOR, blockBox(block, corner)) > 5);
      }
    }),
  );
});

test('a text stands on the side it is said to stand on', () => {
  const isOn: Readonly<Record<(typeof SIDES)[number], (box: Box) => boolean>> = {
    n: ({ bottom }) => bottom < 0,
    s: ({ top }) => top > 0,
    e: ({ left }) => left > 0,
    w: ({ right }) => right < 0,
    ne: ({ bottom }) => bottom < 60,
    nw: ({ bottom }) => bottom < 60,
    se: ({ left }) => left > 0,
    sw: ({ right }) => right < 0,
  };
  const block = textBlock([{ text: 'Saraqeb', role: 'callout-head', tone: 'ink' }], 200, restContext());
  for (const side of SIDES) {
    for (const slot of slotsOn(block, side, 'ltr')) {
      assert.equal(slot.side, side);
      assert.ok(isOn[side](blockBox(block, slot.corner)), side);
    }
  }
});

test('near places come before far ones, and all sides have as near ones', () => {
  fc.assert(
    fc.property(blocks, sides, dirs, (block, side, dir) => {
      const distances = slotsOn(block, side, dir).map(({ distancePx }) => distancePx);
      assert.deepEqual(
        distances,
        distances.toSorted((a, b) => a - b),
      );
      assert.equal(distances[0], 14);
    }),
  );
});

const mirrored = (block: { readonly width: number }, { corner, leader }: TextSlot) => ({
  left: Math.round(-corner[0] - block.width),
  top: Math.round(corner[1]),
  leader: leader.map(([x, y]) => [Math.round(-x) + 0, Math.round(y) + 0]),
});
const plain = ({ corner, leader }: TextSlot) => ({
  left: Math.round(corner[0]),
  top: Math.round(corner[1]),
  leader: leader.map(([x, y]) => [Math.round(x) + 0, Math.round(y) + 0]),
});

test('texts in the west mirror those in the east', () => {
  const block = blockOf(180);
  for (const [east, west] of [
    ['e', 'w'],
    ['se', 'sw'],
  ] as const) {
    assert.deepEqual(
      slotsOn(block, east, 'ltr').map(plain),
      slotsOn(block, west, 'ltr').map((slot) => mirrored(block, slot)),
    );
  }
});

test('sides are tried from the preferred one round to its opposite, each once', () => {
  for (const preferred of [null, ...SIDES]) {
    for (const dir of ['ltr', 'rtl'] as const) {
      assert.deepEqual(sidesFrom(preferred, dir).toSorted(), SIDES.toSorted());
    }
  }
  assert.deepEqual(sidesFrom('e', 'ltr'), ['e', 'se', 'ne', 's', 'n', 'sw', 'nw', 'w']);
  assert.equal(sidesFrom(null, 'ltr')[0], 'ne');
  assert.equal(sidesFrom(null, 'rtl')[0], 'nw');
});
