import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuiltFile, brotliSize, fitsInBrotli } from '../../support/built-files.ts';
import { seeded } from '../../support/seeded.ts';

/** Text that a good compression makes smaller than a quick one. */
function wordsOf(seed: number, count: number): BuiltFile {
  const random = seeded(seed);
  const words = Array.from({ length: 60 }, () => Math.floor(random() * 1e9).toString(36));
  const text = Array.from({ length: count }, () => words[Math.floor(random() ** 2 * words.length)]).join(' ');
  return { path: `${seed}.html`, content: Buffer.from(text) };
}

test('files fit in so many bytes as they have at the best compression, and in no byte less', () => {
  for (const seeds of [[1], [2, 3], [4, 5, 6]]) {
    const asFound = seeds.map((seed) => wordsOf(seed, 2000));
    assert.ok(fitsInBrotli(10 * 2000 * seeds.length, asFound), 'there is more room than they take');
    const fresh = seeds.map((seed) => wordsOf(10 * seed, 2000));
    assert.ok(!fitsInBrotli(1, fresh), 'they take more than a byte');
    const total = asFound.reduce((sum, file) => sum + brotliSize(file), 0);
    assert.ok(fitsInBrotli(total, asFound));
    assert.ok(!fitsInBrotli(total - 1, asFound));
  }
});

test('what a quick compression cannot show the best one does, of files not seen before', () => {
  const best = brotliSize(wordsOf(7, 4000));
  const renamed = { ...wordsOf(7, 4000), path: 'other.html' };
  assert.ok(fitsInBrotli(best, [renamed]));
  const unseen = wordsOf(8, 4000);
  const within = best * 1.15;
  assert.equal(fitsInBrotli(within, [unseen]), brotliSize(unseen) <= within);
  assert.ok(fitsInBrotli(0, []));
});
