import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../../../src/content/prose/mdx-body.ts';

test('a word is one word with all its signs: apostrophes, hyphens, and the marks above and below letters', () => {
  assert.equal(countWords('The UN’s north-west front, 2,350 dots.'), 7);
  assert.equal(countWords('كان قد عُلِّقَ مدنيًّا، وأيٌّ منهم'), 6);
  assert.equal(countWords('e\u0301migre\u0301 na\u00efve'), 2);
});
