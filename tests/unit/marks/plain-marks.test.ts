import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnchoredGroup, PlainMark, ProjectedGroup } from '../../../src/marks/mark.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';

const dot: PlainMark = { type: 'circle', key: 'dot', cx: 1, cy: 2, r: 3, fill: 'ink' };
const word: PlainMark = { type: 'text', key: '0', x: 4, y: -5, text: 'a', role: 'focus', tone: 'ink', anchor: 'start' };
const block: AnchoredGroup = { type: 'anchored', key: 'town', x: 10, y: 20, opacity: 0.5, marks: [dot, word] };
const ground: ProjectedGroup = {
  type: 'projected',
  key: 'way',
  scale: 2,
  x: 100,
  y: -1,
  marks: [
    { type: 'path', key: '0', d: 'M1,2L3.5,-4Z', stroke: 'red', strokeWidth: 1.8, opacity: 0.4 },
    { type: 'path', key: '1', d: 'M0 5h.1M6 7h.1', stroke: 'red', strokeWidth: 3 },
  ],
};

test('what stands about a point comes to stand on the screen, with its block’s name and strength', () => {
  assert.deepEqual(plainMarks([block]), [
    { ...dot, key: 'town:dot', cx: 11, cy: 22, opacity: 0.5 },
    { ...word, key: 'town:0', x: 14, y: 15, opacity: 0.5 },
  ]);
});

test('lines on the ground are moved and stretched, and their strokes are not', () => {
  const [line, dots] = plainMarks([ground]);
  assert.deepEqual(line, { ...ground.marks[0], key: 'way:0', d: 'M102,3L107,-9Z' });
  assert.deepEqual(dots, { ...ground.marks[1], key: 'way:1', d: 'M100,9h.1M112,13h.1' });
});

test('a group fades all it holds, through blocks too, and keeps their names', () => {
  const faint = plainMarks([{ type: 'group', key: 'any', opacity: 0.5, marks: [dot, block, ground] }]);
  assert.deepEqual(
    faint.map(({ key, opacity }) => [key, opacity]),
    [
      ['dot', 0.5],
      ['town:dot', 0.25],
      ['town:0', 0.25],
      ['way:0', 0.2],
      ['way:1', 0.5],
    ],
  );
});

test('marks that belong to nothing are the very same', () => {
  assert.equal(plainMarks([dot])[0], dot);
});
