import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RawFile, RawStory } from '../../../../src/content/files/raw.ts';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { readMapIndexes, readStories } from '../../../../src/site/content/read-content.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../../fixtures/content/read-fixture.ts';

const mapIndexes = await readMapIndexes(join(FIXTURE_ROOT, 'public', 'basemap'));
const mapIndex = mapIndexes['island'];
assert.ok(mapIndex);
const [whole] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects('translated'));
assert.ok(whole);

/** The translated story with one file changed, or taken away. */
function changed(path: string, change: (file: RawFile) => RawFile | null): RawStory {
  assert.ok(whole);
  return { ...whole, files: whole.files.flatMap((file) => (file.path === path ? (change(file) ?? []) : [file])) };
}

const read = (raw: RawStory) => normalizeStory(raw, { locale: 'ar', figure: String });
const reported = (raw: RawStory) =>
  checkStory(raw, { mapIndexes, strings: { en: {}, ar: {} } }).map(({ name, severity, file, field }) => ({
    name,
    severity,
    where: `${file.split('/').slice(-2).join('/')} ${field}`,
  }));

test('a translation in full leaves nothing to the default language', () => {
  const { sections, pages, facts } = read(whole);
  for (const { untranslated } of [...sections, ...pages, ...Object.values(facts)]) assert.deepEqual(untranslated, []);
});

test('a section that is not translated is told in the default language, and reported', () => {
  const raw = changed('ar/10-harbour.mdx', () => null);
  const harbour = read(raw).sections.find(({ id }) => id === 'harbour');
  assert.equal(harbour?.title, 'The harbour');
  assert.equal(harbour?.file, 'en/10-harbour.mdx');
  assert.ok(harbour?.untranslated.includes('title') && harbour.untranslated.includes('text'));
  assert.deepEqual(reported(raw), [{ name: 'MissingTranslation', severity: 'warning', where: 'ar/10-harbour.mdx ' }]);
});

test('a field that is not translated stands alone in the default language, and is named', () => {
  const raw = changed('ar/10-harbour.mdx', (file) => {
    const { kicker: _, ...data } = file.data as Record<string, unknown>;
    return { ...file, data };
  });
  const harbour = read(raw).sections.find(({ id }) => id === 'harbour');
  assert.deepEqual(harbour?.untranslated, ['kicker']);
  assert.equal(harbour?.title, 'الميناء');
  assert.notEqual(harbour?.kicker, '');
  assert.deepEqual(
    reported(raw).map(({ where }) => where),
    ['ar/10-harbour.mdx kicker'],
  );
});

/** The translated story, the harbour described for phones as well. */
function withPhone(arabic: string | null): RawStory {
  const described = (text: string) => (file: RawFile) => ({
    ...file,
    data: { ...(file.data as object), phone: { mapDescription: text } },
  });
  const base = changed('en/10-harbour.mdx', described('The harbour, without its ring.'));
  if (arabic === null) return base;
  return {
    ...base,
    files: base.files.map((file) => (file.path === 'ar/10-harbour.mdx' ? described(arabic)(file) : file)),
  };
}

test('a map described for phones is described so in the other language, too, or that is missed', () => {
  const told = (raw: RawStory) => read(raw).sections.find(({ id }) => id === 'harbour');
  const translated = told(withPhone('الميناء بلا حلقة.'));
  assert.deepEqual([translated?.phoneMapDescription, translated?.untranslated], ['الميناء بلا حلقة.', []]);
  assert.deepEqual(reported(withPhone('الميناء بلا حلقة.')), []);
  const left = told(withPhone(null));
  assert.equal(left?.phoneMapDescription, 'The harbour, without its ring.');
  assert.notEqual(left?.mapDescription, left?.phoneMapDescription);
  assert.deepEqual(left?.untranslated, ['phone.mapDescription']);
  assert.deepEqual(reported(withPhone(null)), [
    { name: 'MissingTranslation', severity: 'warning', where: 'ar/10-harbour.mdx phone.mapDescription' },
  ]);
  assert.equal(told(whole as RawStory)?.phoneMapDescription, '');
});

test('prose that is not translated is read from the default language under translated words', () => {
  const raw = changed('ar/20-across.mdx', (file) => ({ ...file, body: '' }));
  const across = read(raw).sections.find(({ id }) => id === 'across');
  assert.deepEqual([across?.file, across?.untranslated], ['en/20-across.mdx', ['text']]);
});

test('a fact that is not translated says so', () => {
  const raw = changed('facts.yaml', (file) => {
    const data = structuredClone(file.data) as Record<string, Record<string, unknown>>;
    if (data['crossed']) data['crossed']['text'] = { en: 'More than 1,200 people crossed' };
    return { ...file, data };
  });
  const fact = read(raw).facts['crossed'];
  assert.deepEqual([fact?.text, fact?.untranslated], ['More than 1,200 people crossed', ['text']]);
});
