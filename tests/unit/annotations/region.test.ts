import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotation, placeAndDraw, textsIn } from '../../support/kind-context.ts';
import { longRing } from '../../support/long-ring.ts';

const NAME = annotation({ kind: 'region', id: 'name', region: 'SY.ID', label: 'Idlib' });

test('a region whose outline has any number of vertices is named within it', () => {
  const atlas = { route: () => null, area: () => [[longRing([36.72, 35.72], 0.2)]] };
  const { marks, boxes } = placeAndDraw(NAME, 1, { atlas });
  assert.deepEqual(
    textsIn(marks).map(({ text }) => text),
    ['IDLIB'],
  );
  const [box] = boxes;
  assert.ok(box && Math.hypot((box.left + box.right) / 2 - 720, (box.top + box.bottom) / 2 - 450) < 40);
});

/** A rectangle about the middle of the screen. */
const strip = (width: number, height: number) =>
  [
    [36.72 - width, 35.72 - height],
    [36.72 + width, 35.72 - height],
    [36.72 + width, 35.72 + height],
    [36.72 - width, 35.72 + height],
    [36.72 - width, 35.72 - height],
  ] as const;
const LONG = { ...NAME, label: 'Camps near the border' };
const linesIn = (width: number, height: number, at: readonly [number, number] | null = null) => {
  const atlas = { route: () => null, area: () => [[strip(width, height)]] };
  return textsIn(placeAndDraw({ ...LONG, at }, 1, { atlas }).marks).map(({ text }) => text);
};

test('a name longer than its region is wide is set in two lines, where they fit better', () => {
  assert.deepEqual(linesIn(0.5, 0.1), ['CAMPS NEAR THE BORDER']);
  assert.deepEqual(linesIn(0.05, 0.1), ['CAMPS NEAR', 'THE BORDER']);
  assert.deepEqual(linesIn(0.05, 0.1, [36.72, 35.72]), ['CAMPS NEAR', 'THE BORDER']);
});

test('a region that holds neither keeps its name in one line', () => {
  assert.deepEqual(linesIn(0.01, 0.002), ['CAMPS NEAR THE BORDER']);
});
