import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, wordsPerMinute } from '../../../../../src/cli/film/text/reading-speed.ts';

test('each language has its own speed, those nobody measured that of the slowest', () => {
  assert.ok(wordsPerMinute('en') > wordsPerMinute('ar'));
  assert.equal(wordsPerMinute('pt-BR'), wordsPerMinute('pt'));
  assert.equal(wordsPerMinute('ckb'), wordsPerMinute('ar'));
});

test('words are counted where no spaces part them', () => {
  assert.equal(countWords('The road, north.', 'en'), 3);
  assert.ok(countWords('火山が噴火しました。', 'ja') >= 3);
});
