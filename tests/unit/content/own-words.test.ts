import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readStories } from '../../../src/site/content/read-content.ts';
import { type RunHashes, sharedRuns } from '../../support/similarity/shared-runs.ts';
import { storyTexts } from '../../support/similarity/story-texts.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FOLDER = join(ROOT, 'tests', 'fixtures', 'similarity');
/** The accounts are in English, so it is the English words that can be theirs. */
const LOCALE = 'en';

const stories = await readStories(join(ROOT, 'content', 'stories'));
const compared = (await readdir(FOLDER)).map((name) => name.replace(/\.json$/, ''));

const hashesOf = async (slug: string): Promise<RunHashes> =>
  JSON.parse(await readFile(join(FOLDER, `${slug}.json`), 'utf8'));

test('the first story is compared with the accounts it is told after', () =>
  assert.ok(compared.includes('maaret-al-numan')));

for (const slug of compared) {
  test(`${slug} is told in its own words: outside quotations, no six in a row are its sources’`, async () => {
    const story = stories.find((one) => one.slug === slug);
    assert.ok(story, `there is a story ${slug}`);
    const hashes = await hashesOf(slug);
    const texts = storyTexts(story, LOCALE);
    assert.ok(texts.length > 50, 'its texts were found');
    const taken = texts.flatMap(({ file, line, field, text }) =>
      sharedRuns(text, hashes).map(
        ({ run, words, sentence }) => `${file}:${line ?? '?'} (${field}): ${words} words “${run}” in: ${sentence}`,
      ),
    );
    assert.equal(taken.join('\n'), '');
  });
}

test('words of a real account are found when they stand in a sentence, and may stand in a quotation', async () => {
  const hashes = await hashesOf('maaret-al-numan');
  // AFP, Beirut, 27 December 2019
  const quoted = 'people fleeing in droves in recent days';
  assert.deepEqual(
    sharedRuns(`Its correspondents had seen ${quoted}.`, hashes).map(({ run, words }) => [run, words]),
    [[`seen ${quoted}`, 8]],
  );
  assert.deepEqual(sharedRuns(`Its correspondents saw ${quoted}.`, hashes)[0]?.run, quoted);
  assert.deepEqual(sharedRuns(`Its correspondents saw “${quoted}”.`, hashes), []);
  assert.deepEqual(sharedRuns('Its correspondents watched people fleeing in droves in those days.', hashes), []);
});
