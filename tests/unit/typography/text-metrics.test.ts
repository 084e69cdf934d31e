import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textWidth } from '../../../src/typography/text-metrics.ts';
import { wrapBalanced, wrapText } from '../../../src/typography/wrap-text.ts';

const BODY = { size: 15, weight: 400, tracking: 0 };

/** Widths of the same texts in Chromium. */
const MEASURED = [
  { text: 'How near the advance had come', size: 16, weight: 600, px: 228 },
  { text: 'by 27 December. The account gives', size: 15, weight: 400, px: 228.2 },
  { text: 'Maaret al-Numan', size: 20, weight: 600, px: 151 },
  { text: '235,000', size: 158, weight: 400, px: 605.9 },
  { text: 'schools, reception halls and', size: 14.5, weight: 500, px: 177.5 },
  { text: 'mostly suspended, since late November', size: 13.5, weight: 400, px: 236.8 },
  { text: 'معرة النعمان', size: 16, weight: 400, px: 69 },
  { text: 'كانت القوات الحكومية على بعد أقل من أربعة كيلومترات', size: 16, weight: 400, px: 312.4 },
  { text: '٢٣٥٬٠٠٠', size: 62, weight: 450, px: 183.7 },
  { text: '٢٣٥\u00a0ألف', size: 62, weight: 450, px: 178.6 },
  { text: '٢٥', size: 16, weight: 600, px: 15.2 },
  { text: 'معرة النعمان', size: 21.8, weight: 600, px: 96.6 },
  { text: 'من المدينة في ٢٧ كانون الأول', size: 16, weight: 700, px: 172.9 },
];

for (const { text, size, weight, px } of MEASURED) {
  test(`“${text}” is as wide as in a browser, within 2 %`, () => {
    assert.ok(Math.abs(textWidth(text, { size, weight, tracking: 0 }) / px - 1) < 0.02);
  });
}

test('tracking widens Latin and never Arabic', () => {
  const tracked = { ...BODY, tracking: 0.2 };
  assert.equal(Math.round(textWidth('SYRIA', tracked) - textWidth('SYRIA', BODY)), 15);
  assert.equal(textWidth('سوريا', tracked), textWidth('سوريا', BODY));
});

test('letters join as the words are written', () => {
  const width = (text: string): number => textWidth(text, BODY);
  assert.ok(width('بب') < width('ب') + width('ب'), 'both join');
  assert.ok(width('ب\u200cب') > width('بب'), 'a non-joiner between them');
  assert.ok(Math.abs(width('دد') - 2 * width('د')) < 0.01, 'neither joins the next');
  assert.notEqual(width('سلا'), width('سل') - width('ل') + width('لا'), 'lam and alef are one shape behind a letter');
});

test('a face of one optical size is as wide at every size, beside that size', () => {
  const at = (size: number, opticalSize?: number): number =>
    textWidth('Saraqeb', { ...BODY, size, ...(opticalSize ? { opticalSize } : {}) }) / size;
  assert.equal(at(11, 14), at(30, 14));
  assert.ok(at(11) > at(11, 14) && at(11, 14) > at(18, 14) - 1e-9 && at(18) < at(18, 14));
});

test('vowel signs take no width', () => {
  assert.equal(textWidth('التقدّم', BODY), textWidth('التقدم', BODY));
});

const words = fc.array(fc.stringMatching(/^[a-zA-Z,.]{1,12}$/), { minLength: 1, maxLength: 20 });

test('wrapping keeps every word in order and no line of several words is too wide', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (list, maxWidth) => {
      for (const wrap of [wrapText, wrapBalanced]) {
        const lines = wrap(list.join(' '), maxWidth, BODY);
        assert.deepEqual(lines.join(' ').split(' '), list);
        assert.ok(lines.every((line) => !line.includes(' ') || textWidth(line, BODY) <= maxWidth));
      }
    }),
  );
});

test('balanced lines are as many as greedy ones', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (list, maxWidth) => {
      const text = list.join(' ');
      assert.equal(wrapBalanced(text, maxWidth, BODY).length, wrapText(text, maxWidth, BODY).length);
    }),
  );
});

test('a break the author sets is kept', () => {
  assert.deepEqual(wrapText('towards Saraqeb.\nA schematic line.', 400, BODY), [
    'towards Saraqeb.',
    'A schematic line.',
  ]);
});
