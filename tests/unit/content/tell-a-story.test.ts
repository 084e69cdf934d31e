import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'content', 'stories', 'tell-a-story');

test('the guide says truly how many files and lines it is written in', async () => {
  const files = (await readdir(FOLDER, { recursive: true })).filter((path) => /^(en\/.+\.mdx|[^/]+\.yaml)$/.test(path));
  const texts = await Promise.all(files.map((path) => readFile(join(FOLDER, path), 'utf8')));
  const lines = texts.map((text) => text.trimEnd().split('\n').length).reduce((sum, count) => sum + count, 0);
  const facts = parse(await readFile(join(FOLDER, 'facts.yaml'), 'utf8'));
  assert.deepEqual([facts['own-files'].value, facts['own-lines'].value], [files.length, lines]);
  assert.match(facts['own-files'].text.en, new RegExp(`\\b${files.length} files`));
  assert.match(facts['own-lines'].text.en, new RegExp(`\\b${lines} lines`));
});
