import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  anchoredGroup,
  type BlockPart,
  blockBox,
  blockLines,
  charactersIn,
  lineHalos,
  textBlock,
} from '../../../../src/labels/texts/text-block.ts';
import { textStyle } from '../../../../src/typography/text-style.ts';
import { restContext } from '../../../support/kind-context.ts';

const CONTEXT = restContext();

const words = fc
  .array(fc.constantFrom('the', 'road', 'to', 'Saraqeb', 'was', 'cut', 'سراقب'), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(' '));
const parts = fc.array(
  fc.record({
    text: fc.oneof(words, fc.constant('')),
    role: fc.constantFrom('callout-head' as const, 'callout-body' as const, 'small' as const),
    gapPx: fc.integer({ min: 0, max: 12 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const withTone = (all: readonly Omit<BlockPart, 'tone'>[]): readonly BlockPart[] =>
  all.map((part) => ({ ...part, tone: 'ink' }));

test('a block says every word of its parts, in order, and its lines are no wider than it is', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 120, max: 400 }), (all, maxWidth) => {
      const block = textBlock(withTone(all), maxWidth, CONTEXT);
      const said = all.map(({ text }) => text).filter((text) => text !== '');
      assert.equal(block.lines.map(({ text }) => text).join(' '), said.join(' '));
      for (const { width } of block.lines) assert.ok(width <= block.width && width <= maxWidth);
      assert.equal(
        charactersIn(block),
        block.lines.reduce((sum, { text }) => sum + text.length, 0),
      );
    }),
  );
});

test('baselines go down, each within the height of the block', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 120, max: 400 }), (all, maxWidth) => {
      const { lines, height } = textBlock(withTone(all), maxWidth, CONTEXT);
      lines.forEach(({ baseline }, at) => {
        assert.ok(baseline > (lines[at - 1]?.baseline ?? 0) && baseline < height);
      });
    }),
  );
});

test('a gap stands between parts alone: not above the first, nor for a part that is empty', () => {
  const heightWith = (...gaps: readonly number[]): number =>
    textBlock(withTone(gaps.map((gapPx) => ({ text: 'word', role: 'small', gapPx }))), 300, CONTEXT).height;
  const line = textStyle('small', 'word', CONTEXT).lineHeight;
  assert.equal(heightWith(9), line);
  assert.equal(heightWith(9, 5), 2 * line + 5);
  const { height } = textBlock(
    withTone([
      { text: 'word', role: 'small' },
      { text: '  ', role: 'small', gapPx: 30 },
    ]),
    300,
    CONTEXT,
  );
  assert.equal(height, line);
});

test('a block of nothing has no size', () => {
  assert.deepEqual(textBlock([], 300, CONTEXT), { width: 0, height: 0, lines: [], firstMiddle: 0 });
});

test('lines are flush with the side asked for: their anchor follows their own script', () => {
  const block = textBlock(
    withTone([
      { text: 'Saraqeb', role: 'callout-head' },
      { text: 'سراقب', role: 'callout-head' },
    ]),
    300,
    CONTEXT,
  );
  const of = (align: 'left' | 'middle' | 'right') =>
    blockLines(block, align, 'land').map(({ x, anchor }) => [x, anchor]);
  assert.deepEqual(of('left'), [
    [0, 'start'],
    [0, 'end'],
  ]);
  assert.deepEqual(of('right'), [
    [block.width, 'end'],
    [block.width, 'start'],
  ]);
  assert.deepEqual(of('middle'), [
    [block.width / 2, 'middle'],
    [block.width / 2, 'middle'],
  ]);
});

test('each line has the halo of what lies under it', () => {
  const split = restContext({ toneAt: ([, lat]) => (lat > 35.72 ? 'tint' : 'sea') });
  const block = textBlock(withTone([{ text: 'one two', role: 'callout-body' }]), 30, split);
  const [, middleY] = split.projection.project([36.72, 35.72]);
  const [first] = block.lines;
  assert.ok(first && block.lines.length === 2);
  const halos = lineHalos(block, [600, middleY - first.baseline - 2], 'left', split);
  assert.deepEqual(halos, ['tint', 'sea']);
  assert.deepEqual(
    blockLines(block, 'left', halos).map(({ halo }) => halo),
    halos,
  );
});

test('a box is where its block stands, and a group of nothing or at no strength is none', () => {
  const block = textBlock(withTone([{ text: 'word', role: 'small' }]), 300, CONTEXT);
  const box = blockBox(block, [10, 20]);
  assert.deepEqual([box.left, box.top, box.right - 10, box.bottom - 20], [10, 20, block.width, block.height]);
  const lines = blockLines(block, 'left', 'land');
  assert.deepEqual(anchoredGroup('key', [], [0, 0]), []);
  assert.deepEqual(anchoredGroup('key', lines, [0, 0], 0), []);
  assert.equal(anchoredGroup('key', lines, [3, 4])[0]?.opacity, 1);
});
