import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LOCALES } from '../../../../src/i18n/locale-entries.ts';
import { entriesOf, hasUnspacedWords, languagesToldIn } from '../../../../src/site/plugins/told-languages.ts';

const entriesIn = (code: string): unknown => JSON.parse(code.replace(/^export const LOCALES = |;$/g, ''));

test('a site’s pages get what is said of their own languages and of no other', () => {
  assert.deepEqual(entriesIn(entriesOf(['en', 'ku', 'de', 'xx'])), { en: LOCALES['en'], ku: LOCALES['ku'] });
  assert.doesNotMatch(entriesOf(['en']), /كانون|gulan/);
});

test('the languages of a site are those its stories list, whatever state their files are in', async () => {
  const root = await mkdtemp(join(tmpdir(), 'told-'));
  try {
    const files = {
      one: 'locales: [en, ku]',
      two: 'locales: [ku, ja]',
      odd: 'locales: {',
      bare: '',
      none: 'locales: en',
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(root, 'content', 'stories', name), { recursive: true });
      await writeFile(join(root, 'content', 'stories', name, 'story.yaml'), text);
    }
    await mkdir(join(root, 'content', 'stories', 'empty'));
    assert.deepEqual([...languagesToldIn(root)].sort(), ['en', 'ja', 'ku']);
    assert.deepEqual(languagesToldIn(join(root, 'nowhere')), []);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('lines break between words without spaces where a word of any story is such a word', async () => {
  const root = await mkdtemp(join(tmpdir(), 'told-'));
  const story = join(root, 'content', 'stories', 'one', 'en');
  try {
    assert.equal(hasUnspacedWords(root), false);
    await mkdir(story, { recursive: true });
    await writeFile(join(story, 'index.mdx'), 'Words, слова, 단어, शब्द, مدينة.');
    assert.equal(hasUnspacedWords(root), false);
    await writeFile(join(story, '10-a-name.mdx'), 'annotations:\n  - body: They call it 河.\n');
    assert.equal(hasUnspacedWords(root), true);
  } finally {
    await rm(root, { recursive: true });
  }
});
