import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SceneMark, TextMark } from '../../../src/marks/mark.ts';
import { marksOver } from '../../../src/marks/over-picture.ts';
import { renderMarks } from '../../../src/marks/render-marks.ts';

/** A picture has the left half of the screen. */
const isOver = ([x]: readonly [number, number]): boolean => x < 500;

const name = (key: string, x: number, own: Partial<TextMark> = {}): TextMark => ({
  ...{ type: 'text', key, x, y: 10, text: 'Olinda', role: 'rank-1', tone: 'ink', anchor: 'start', halo: 'land' },
  ...own,
});
const told = (marks: readonly SceneMark[]): string => renderMarks(marksOver(marks, isOver));

/** Whether each mark is set as on a picture, in order. */
const verdicts = (marks: readonly SceneMark[]): readonly boolean[] =>
  [...told(marks).matchAll(/class="([^"]*)"/g)].map(([, classes = '']) => classes.includes('on-picture'));

test('a name is set as on a picture where most of it lies on one', () => {
  assert.deepEqual(verdicts([name('on', 300), name('beside', 700)]), [true, false]);
  // Six letters are some fifty pixels wide.
  assert.deepEqual(verdicts([name('mostly', 470), name('hardly', 492)]), [true, false]);
  assert.deepEqual(verdicts([name('ends there', 520, { anchor: 'end' }), name('middle', 520, { anchor: 'middle' })]), [
    true,
    false,
  ]);
  assert.deepEqual(verdicts([name('rtl', 520, { text: 'أوليندا' })]), [true], 'Arabic begins at its right end');
});

test('lines, dots and squares lie where their middle or most of their corners are', () => {
  assert.deepEqual(
    verdicts([
      { type: 'path', key: 'a', d: 'M100,5L200,5L900,5', stroke: 'ink' },
      { type: 'path', key: 'b', d: 'M100 5L700,5L900,5', stroke: 'ink' },
      { type: 'circle', key: 'c', cx: 490, cy: 5, r: 30, fill: 'ink' },
      { type: 'rect', key: 'd', x: 490, y: 5, width: 40, height: 4, fill: 'ink' },
    ]),
    [true, false, true, false],
  );
});

test('what moves as one lies where it is moved to', () => {
  const group = (key: string, x: number): SceneMark => ({
    ...{ type: 'group', key },
    marks: [
      { type: 'anchored', key: 'a', x, y: 0, marks: [{ type: 'circle', key: 'dot', cx: 0, cy: 0, r: 3, fill: 'ink' }] },
    ],
  });
  assert.deepEqual(verdicts([group('on', 400), group('beside', 600)]), [true, false]);
  const line: SceneMark = {
    ...{ type: 'projected', key: 'line', x: 300, y: 0, scale: 2 },
    marks: [{ type: 'path', key: 'p', d: 'M50,0L90,0', stroke: 'ink' }],
  };
  assert.deepEqual(verdicts([line, { ...line, key: 'larger', scale: 5 }]), [true, false]);
});

test('what stands still stays the very same object, so that nothing is drawn again', () => {
  const marks: readonly SceneMark[] = [
    { type: 'anchored', key: 'a', x: 100, y: 0, marks: [name('on', 0), name('far', 900)] },
    name('beside', 700),
  ];
  const [first, second] = [marksOver(marks, isOver), marksOver(marks, isOver)];
  assert.ok(first.every((mark, at) => mark === second[at]));
  assert.equal(first[1], marks[1]);
});
