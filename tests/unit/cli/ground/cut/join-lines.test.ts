import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinLines } from '../../../../../src/cli/ground/cut/join-lines.ts';
import type { WorldPoint } from '../../../../../src/geo/mercator.ts';

const line = (...points: readonly (readonly [number, number])[]): readonly WorldPoint[] =>
  points.map(([x, y]) => [x / 1000, y / 1000]);

test('pieces of a street that meet end to end become one, whichever way they run', () => {
  const pieces = [line([0, 0], [1, 0]), line([2, 0], [1, 0]), line([2, 0], [3, 0])];
  const [joined, ...more] = joinLines(pieces);
  assert.equal(more.length, 0);
  const along = joined?.map(([x]) => Math.round(x * 1000)) ?? [];
  assert.deepEqual(along[0] === 0 ? along : along.toReversed(), [0, 1, 2, 3]);
});

test('at a crossing nothing is joined', () => {
  const star = [line([0, 0], [1, 1]), line([2, 0], [1, 1]), line([1, 1], [1, 2])];
  assert.equal(joinLines(star).length, 3);
});

test('a ring of pieces is joined and stays closed', () => {
  const ring = [line([0, 0], [1, 0]), line([1, 0], [1, 1]), line([1, 1], [0, 0])];
  const [joined = [], ...more] = joinLines(ring);
  assert.equal(more.length, 0);
  assert.equal(joined.length, 4);
  assert.deepEqual(joined[0], joined.at(-1));
});
