import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockMarks, chartBlock, chartType, runInBlock } from '../../../src/charts/chart-text.ts';
import type { BlockPart } from '../../../src/labels/texts/text-block.ts';
import { restContext } from '../../support/kind-context.ts';

const LTR = restContext();
const RTL = restContext({ locale: 'ar' });

const HEAD: BlockPart = { text: '16 December', role: 'callout-head', tone: 'ink' };
const bodyOf = (text: string): BlockPart => ({ text, role: 'callout-body', tone: 'ink-2' });
const words = fc
  .array(fc.constantFrom('towns', 'and', 'villages', 'are', 'taken', 'a', 'bakeries'), { minLength: 1, maxLength: 20 })
  .map((all) => all.join(' '));
const widths = fc.integer({ min: 140, max: 420 });

test('Arabic has more room between its lines and is never tracked, in every role of a chart', () => {
  for (const role of ['callout-head', 'callout-body', 'small', 'caption', 'chart-numeral'] as const) {
    const [latin, arabic] = [chartType(role, LTR), chartType(role, RTL)];
    assert.equal(arabic.size, latin.size);
    assert.ok(arabic.lineHeight > arabic.size * 1.5, role);
    assert.equal(arabic.tracking, 0);
  }
});

test('a block is as wide as whole pixels, no wider than it may be, and as high as its lines', () => {
  fc.assert(
    fc.property(words, widths, (text, width) => {
      const block = chartBlock([HEAD, bodyOf(text)], width, LTR);
      assert.ok(Number.isInteger(block.width) && block.width <= width);
      const [head, body] = [chartType('callout-head', LTR), chartType('callout-body', LTR)];
      assert.equal(block.height, head.lineHeight + (block.lines.length - 1) * body.lineHeight);
    }),
  );
});

test('a body that runs on behind its head loses no word and takes no more lines than below it', () => {
  fc.assert(
    fc.property(words, widths, (text, width) => {
      const block = runInBlock(HEAD, bodyOf(text), width, LTR);
      const [, ...rest] = block.lines;
      assert.deepEqual(rest.map((line) => line.text).join(' '), text);
      assert.ok(block.height <= chartBlock([HEAD, bodyOf(text)], width, LTR).height);
      for (const { indent = 0, width: own } of block.lines) assert.ok(indent + own <= width + 0.5);
    }),
  );
});

test('only the first line of the body stands behind the head, on its baseline', () => {
  const { lines } = runInBlock(HEAD, bodyOf('air strikes rise, the UN says, in the south of the province'), 240, LTR);
  const [head, first, ...rest] = lines;
  assert.equal(first?.baseline, head?.baseline);
  assert.ok((first?.indent ?? 0) > (head?.width ?? 0));
  assert.ok(
    rest.length > 0 && rest.every(({ indent, baseline }) => indent === undefined && baseline > (head?.baseline ?? 0)),
  );
});

test('a head that fills its line has the body below it', () => {
  const { lines } = runInBlock(HEAD, bodyOf('fortifications'), 110, LTR);
  assert.deepEqual(
    lines.map(({ indent }) => indent),
    [undefined, undefined],
  );
});

test('the lines of a block keep its edge, each with a key of its own, faint only where they are asked to be', () => {
  const block = runInBlock(HEAD, bodyOf('air strikes rise'), 400, LTR);
  const left = blockMarks(block, { x: 100, top: 50, edge: 'left' }, 'key');
  const right = blockMarks(block, { x: 100, top: 50, edge: 'right' }, 'key', 0.5);
  assert.deepEqual(
    left.map(({ key }) => key),
    ['key/0', 'key/1'],
  );
  const [head, first] = left;
  assert.equal(head?.x, 100);
  assert.equal((first?.x ?? 0) - 100, 100 - (right[1]?.x ?? 0));
  assert.deepEqual(
    left.map(({ anchor, opacity }) => [anchor, opacity]),
    [
      ['start', undefined],
      ['start', undefined],
    ],
  );
  assert.deepEqual(
    right.map(({ anchor, opacity }) => [anchor, opacity]),
    [
      ['end', 0.5],
      ['end', 0.5],
    ],
  );
});
