import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoryFiles } from '../../../../src/content/files/story-files.ts';
import { readingTime } from '../../../../src/content/prose/reading-time.ts';

const filesOf = (...bodies: readonly (readonly [locale: string, body: string])[]): StoryFiles =>
  ({ mdx: bodies.map(([locale, body]) => ({ locale, file: { body } })) }) as unknown as StoryFiles;
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

test('a story takes a minute for each 220 words of its language, and one at least', () => {
  assert.deepEqual(readingTime(filesOf(['en', words(660)], ['ar', words(50)]), 'en'), { words: 660, minutes: 3 });
  assert.equal(readingTime(filesOf(['en', words(660)], ['ar', words(50)]), 'ar').minutes, 1);
  assert.deepEqual(readingTime(filesOf(), 'en'), { words: 0, minutes: 1 });
});

test('sections add up', () => {
  assert.equal(readingTime(filesOf(['en', words(100)], ['en', words(120)]), 'en').words, 220);
});

test('what is not read is not counted: addresses, components, comments', () => {
  const body = 'Two words. [Three](https://example.org/a-long-address) {/* not this */} <Fact id="fled">four</Fact>';
  assert.equal(readingTime(filesOf(['en', body]), 'en').words, 4);
});
