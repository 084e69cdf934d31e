import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { boxesAlong } from '../../../../src/labels/boxes-along.ts';
import { ringAround } from '../../../../src/labels/towns/ring-around.ts';

const MIDDLE: ScreenPoint = [400, 300];
const ROOM = { left: 0, top: 0, right: 800, bottom: 600 };
const circle = (radius: number, share = 1): readonly ScreenPoint[] =>
  Array.from({ length: Math.ceil(72 * share) + 1 }, (_, index): ScreenPoint => {
    const angle = (index * Math.PI) / 36;
    return [MIDDLE[0] + Math.sin(angle) * radius, MIDDLE[1] - Math.cos(angle) * radius];
  });
const along = (...lines: readonly (readonly ScreenPoint[])[]) =>
  lines.flatMap((line, index) => boxesAlong(line, 24, index === 0 ? 2 : 6, ROOM));

test('a small ring round a place is found, with its ruler or without, and its size to a few pixels', () => {
  for (const radius of [24, 40, 60, 80]) {
    const ruler: readonly ScreenPoint[] = [
      [MIDDLE[0] - 12, MIDDLE[1]],
      [MIDDLE[0] - radius, MIDDLE[1]],
    ];
    for (const found of [ringAround(MIDDLE, along(circle(radius))), ringAround(MIDDLE, along(circle(radius), ruler))]) {
      assert.ok(found !== null && Math.abs(found - radius) < 8, `${radius}: ${found}`);
    }
  }
});

test('a ring with room inside, a part of one, a line that passes and nothing at all are no small ring', () => {
  const passing: readonly ScreenPoint[] = [
    [420, 0],
    [380, 600],
  ];
  for (const pieces of [along(circle(140)), along(circle(50, 0.6)), along(passing), []]) {
    assert.equal(ringAround(MIDDLE, pieces), null);
  }
});

test('a ring round somewhere else is none round this place', () => {
  assert.equal(ringAround([440, 300], along(circle(50))), null);
});
