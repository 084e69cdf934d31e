import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { runTranslated } from '../../../../src/cli/translated.ts';
import type { RawFile } from '../../../../src/content/files/raw.ts';
import { storyFiles } from '../../../../src/content/files/story-files.ts';
import { checkStale } from '../../../../src/content/lint/rules/check-stale.ts';
import { readStories } from '../../../../src/site/content/read-content.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../../fixtures/content/read-fixture.ts';

const [raw] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects('translated'));
assert.ok(raw);

async function recorded(): Promise<RawFile> {
  const written: string[] = [];
  const code = await runTranslated(['ar'], FIXTURE_ROOT, {
    ...fixtureEffects('translated'),
    write: (path, text) => {
      assert.equal(path, join(FIXTURE_ROOT, 'content', 'stories', 'crossing/ar/translated.yaml'));
      written.push(text);
      return Promise.resolve();
    },
    print: () => {},
  });
  assert.deepEqual([code, written.length], [0, 1]);
  return { path: 'ar/translated.yaml', data: parse(written[0] ?? ''), body: '', bodyLine: 1, lines: {}, fault: null };
}

async function staleAfter(path: string, change: (file: RawFile) => RawFile): Promise<readonly string[]> {
  assert.ok(raw);
  const files = raw.files.map((file) => (file.path === path ? change(file) : file));
  const problems = checkStale(storyFiles({ ...raw, files: [...files, await recorded()] }));
  return problems.map(({ file, field }) => `${file.replace(`${raw.folder}/`, '')} ${field}`);
}

test('a translation just recorded is not stale', async () => {
  assert.deepEqual(await staleAfter('', (file) => file), []);
});

test('words that change in the default language make their own translation stale and no other', async () => {
  const retitled = (file: RawFile) => ({ ...file, data: { ...(file.data as object), title: 'Another harbour' } });
  assert.deepEqual(await staleAfter('en/10-harbour.mdx', retitled), ['ar/10-harbour.mdx title']);
  const rewritten = (file: RawFile) => ({ ...file, body: `${file.body} And then?` });
  assert.deepEqual(await staleAfter('en/20-across.mdx', rewritten), ['ar/20-across.mdx text']);
});

test('annotations are followed by their names, not by their places in the list', async () => {
  const turned = (file: RawFile) => {
    const data = file.data as { readonly annotations: readonly object[] };
    return { ...file, data: { ...data, annotations: data.annotations.toReversed() } };
  };
  assert.deepEqual(await staleAfter('en/10-harbour.mdx', turned), []);
});

test('new lines and spaces are no change', async () => {
  assert.deepEqual(await staleAfter('en/20-across.mdx', (file) => ({ ...file, body: `\n${file.body}\n\n` })), []);
});

test('a fact whose words change is named by its own field', async () => {
  const changed = (file: RawFile) => {
    const data = structuredClone(file.data) as Record<string, Record<string, Record<string, string>>>;
    if (data['crossed']?.['text']) data['crossed']['text']['en'] = 'More than 1,200 crossed';
    return { ...file, data };
  };
  assert.deepEqual(await staleAfter('facts.yaml', changed), ['facts.yaml crossed.text']);
});
