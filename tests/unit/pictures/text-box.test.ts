import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextMark } from '../../../src/marks/mark.ts';
import { textBox } from '../../../src/pictures/text-box.ts';
import { TEXT_ROLES, typeStyle } from '../../../src/typography/type-scale.ts';

const SETTING = { sizeClass: 'desktop', locale: 'en' } as const;
const markOf = (own: Partial<TextMark> = {}): TextMark => ({
  type: 'text',
  key: 'text',
  x: 100,
  y: 50,
  text: 'Saraqeb',
  role: 'rank-1',
  tone: 'ink',
  anchor: 'start',
  ...own,
});
const sides = (own: Partial<TextMark>) => {
  const { left, right } = textBox(markOf(own), SETTING);
  return [left < 99, right > 101] as const;
};

test('a text begins, ends or has its middle at its point, by its anchor', () => {
  assert.deepEqual(sides({ anchor: 'start' }), [false, true]);
  assert.deepEqual(sides({ anchor: 'end' }), [true, false]);
  const { left, right } = textBox(markOf({ anchor: 'middle' }), SETTING);
  assert.ok(Math.abs((left + right) / 2 - 100) < 1e-9);
});

test('a text read from the right begins at the right', () => {
  assert.deepEqual(sides({ text: 'سراقب', anchor: 'start' }), [true, false]);
  assert.deepEqual(sides({ text: 'سراقب', anchor: 'end' }), [false, true]);
});

test('letters stand on the baseline and reach a little below it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXT_ROLES), (role) => {
      const { top, bottom } = textBox(markOf({ role }), SETTING);
      assert.ok(top < 50 && bottom > 50);
      assert.ok(50 - top > bottom - 50);
      assert.ok(bottom - top < typeStyle(role, 'desktop').size * 1.01);
    }),
  );
});

test('a longer text is wider, and only moves with its point', () => {
  const [short, long] = ['Saraqeb', 'Saraqeb and Ariha'].map((text) => textBox(markOf({ text }), SETTING));
  assert.ok((long?.right ?? 0) > (short?.right ?? 0));
  const moved = textBox(markOf({ x: 140, y: 90 }), SETTING);
  const still = textBox(markOf(), SETTING);
  assert.deepEqual(
    [moved.left - still.left, moved.right - still.right, moved.top - still.top, moved.bottom - still.bottom].map(
      Math.round,
    ),
    [40, 40, 40, 40],
  );
});
