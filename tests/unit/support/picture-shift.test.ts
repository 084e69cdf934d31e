import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grey, shiftsBetween } from '../../support/picture-shift.ts';

const picture = (shade: (x: number, y: number) => number): Grey => ({
  width: 80,
  height: 60,
  values: Float32Array.from({ length: 80 * 60 }, (_, index) => shade(index % 80, Math.floor(index / 80))),
});

const speckled = (x: number, y: number): number => (Math.imul(x * 31 + y * 17, 2_654_435_761) >>> 24) % 256;

test('a picture lies on itself, and one that was moved lies where it was moved to', () => {
  const still = picture(speckled);
  for (const [x, y] of [
    [0, 0],
    [2, -1],
  ] as const) {
    const moved = picture((column, row) => speckled(column - x, row - y));
    assert.deepEqual(shiftsBetween(still, moved), Array(4).fill({ x, y }));
  }
});

test('plain ground and a single line tell nothing', () => {
  const plain = picture(() => 200);
  const line = picture((x) => (x % 40 === 20 ? 0 : 200));
  assert.deepEqual(shiftsBetween(plain, plain), []);
  assert.deepEqual(shiftsBetween(line, line), []);
});
