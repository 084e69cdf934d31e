import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CARD_MARGIN, layCardWords } from '../../../src/pictures/card-words.ts';

const SIZE = { width: 1200, height: 630 };
/** A face all of whose letters are half as wide as high. */
const measure = (text: string, sizePx: number): number => [...text].length * sizePx * 0.5;

test('a short headline is set large, and stands at the foot', () => {
  const [line, ...others] = layCardWords({ title: 'The crossing', publisher: '' }, measure, SIZE);
  assert.deepEqual(others, []);
  assert.equal(line?.text, 'The crossing');
  assert.equal(line?.yPx, SIZE.height - CARD_MARGIN);
});

test('a publisher’s name stands below the headline, smaller', () => {
  const lines = layCardWords({ title: 'The crossing', publisher: 'A paper' }, measure, SIZE);
  const [title, publisher] = lines;
  assert.equal(publisher?.text, 'A paper');
  assert.ok((title?.yPx ?? 0) < (publisher?.yPx ?? 0) && (title?.sizePx ?? 0) > (publisher?.sizePx ?? 0));
});

test('any headline keeps within the picture, in at most three lines, and is whole or says that it is not', () => {
  const title = fc.array(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(title, (words) => {
      const text = words.join(' ').trim();
      const lines = layCardWords({ title: text, publisher: '' }, measure, SIZE);
      assert.ok(lines.length <= 3);
      for (const line of lines) {
        assert.ok(measure(line.text, line.sizePx) <= SIZE.width - 2 * CARD_MARGIN, line.text);
        assert.ok(line.yPx - line.sizePx > 0 && line.yPx <= SIZE.height);
      }
      const said = lines.map((line) => line.text).join(' ');
      assert.ok(said === text.split(/\s+/).join(' ') || said.includes('…'), said);
    }),
  );
});
