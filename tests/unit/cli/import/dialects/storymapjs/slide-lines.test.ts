import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from '../../../../../../src/cli/import/dialects/storymapjs/slide-lines.ts';
import { Field } from '../../../../../../src/cli/import/input/field.ts';
import { Account } from '../../../../../../src/cli/import/report/account.ts';

const slide = (lon: number, line: boolean) => ({ location: { lat: 0, lon, line } });
const way = (slides: readonly object[]) => wayOf(new Field(slides, new Account()).items);

test('each slide draws the part of the line that leads to it, over what was drawn before', () => {
  const { pieces, lines } = way([
    { type: 'overview', location: { line: true } },
    slide(0, true),
    slide(1, true),
    slide(4, false),
  ]);
  assert.deepEqual(pieces, [
    [
      [0, 0],
      [1, 0],
      [4, 0],
    ],
  ]);
  const spans = lines.map((all) => all.map(({ span, isEarlier }) => [...span, isEarlier]));
  assert.deepEqual(spans, [
    [],
    [],
    [[0, 0.25, false]],
    [
      [0, 0.25, true],
      [0.25, 1, false],
    ],
  ]);
});

test('where no line leads on the way has a gap, and what was drawn stays', () => {
  const { pieces, lines } = way([slide(0, true), slide(1, false), slide(5, true), slide(6, true)]);
  assert.deepEqual(pieces, [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [5, 0],
      [6, 0],
    ],
  ]);
  assert.deepEqual(lines[2], [{ line: 'way', span: [0, 0.5], isEarlier: true }]);
  assert.deepEqual(lines[3]?.at(-1), { line: 'way', span: [0.5, 1], isEarlier: false });
});

test('places without lines have no way', () => {
  assert.deepEqual(way([slide(0, false), slide(1, false)]), { pieces: [], lines: [[], []] });
});
