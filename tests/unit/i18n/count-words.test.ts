import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../../src/i18n/count-words.ts';

test('a word is one word with all its signs: apostrophes, hyphens, and the marks above and below letters', () => {
  assert.equal(countWords('The UN’s north-west front, 2,350 dots.'), 7);
  assert.equal(countWords('كان قد عُلِّقَ مدنيًّا، وأيٌّ منهم'), 6);
  assert.equal(countWords('e\u0301migre\u0301 na\u00efve'), 2);
});

test('words that no space parts are counted by the dictionaries of the language, marks between them not', () => {
  assert.equal(countWords('我们离开了城市。'), 4);
  assert.equal(countWords('「港」、「船」。'), 2);
  assert.equal(countWords('우리는 강을 건넜다.'), 3);
  const thai = countWords('แม่น้ำไหลผ่านเมือง');
  assert.ok(thai >= 3 && thai <= 6, String(thai));
});
