import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Basemap } from '../../../src/basemap/basemap.ts';
import { blankBasemap } from '../../../src/cli/lib/blank-basemap.ts';
import { annotationExamples, type NewStory, storyTemplate } from '../../../src/cli/story-new/story-template.ts';
import { type NewStoryEffects, newStoryCommand } from '../../../src/cli/story-new.ts';
import { renderProblems } from '../../../src/content/lint/diagnostics/problems.ts';
import { ANNOTATION_KINDS, annotationSchema } from '../../../src/content/schema/annotation.ts';
import { factsSchema, placesSchema, storySchema } from '../../../src/content/schema/documents.ts';
import { openingSchema, pageSchema, sectionSchema } from '../../../src/content/schema/section.ts';
import { STRINGS } from '../../../src/i18n/translate.ts';
import { lintStory } from '../../../src/site/content/lint-story.ts';
import { readStoryFile } from '../../../src/site/content/read-content.ts';
import { buildMapIndex } from '../../../src/story/map-index.ts';

const ROOT = '/project';

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}, overrides = {}) {
  const written: Record<string, string> = {};
  const [out, err]: [string[], string[]] = [[], []];
  const effects: NewStoryEffects = {
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    exists: (path) => [...Object.keys(files), ...Object.keys(written)].some((known) => known.startsWith(resolve(path))),
    read: (path) => Promise.resolve(files[resolve(path)] ?? written[path] ?? ''),
    async write(path, text) {
      written[path] = await text;
    },
    ask: () => Promise.resolve(null),
    basemaps: () => Promise.resolve([]),
    makeBasemap: () => Promise.resolve(0),
    today: () => '2026-01-02',
    ...overrides,
  };
  const code = await newStoryCommand(args.length === 0 ? args : [...args, '--root', ROOT], effects);
  return { code, written, out: out.join('\n'), err: err.join('\n') };
}

function lint(story: NewStory, basemap: Basemap) {
  const files = Object.entries(storyTemplate(story)).map(([path, text]) =>
    readStoryFile(path, new TextEncoder().encode(text)),
  );
  const strings = { en: {}, ar: {}, he: {}, 'zh-Hans': {} };
  const context = { mapIndexes: { [story.basemap]: buildMapIndex(basemap) }, strings };
  return lintStory({ slug: story.slug, folder: 'x', files }, context, { [story.basemap]: basemap });
}

const story = (own: Partial<NewStory>): NewStory => ({
  slug: 'the-crossing',
  title: 'The crossing',
  locales: ['en'],
  bounds: [20, 35, 29, 41],
  basemap: 'the-crossing',
  country: null,
  licence: null,
  today: '2026-01-02',
  ...own,
});

for (const own of [
  { locales: ['en'] },
  { locales: ['en', 'ar'] },
  { locales: ['he', 'zh-Hans'] },
  { locales: ['ar', 'en'], title: 'A: “title” #1 {odd}' },
  { bounds: [-0.4, 51.3, 0.2, 51.7] as const },
  { bounds: [-74, -56, -53, -17] as const },
]) {
  test(`a new story lacks nothing but a licence and translations, and says so: ${JSON.stringify(own)}`, () => {
    const made = story({ ...own, title: 'title' in own ? own.title.replace('1', 'one') : 'The crossing' });
    const { problems } = lint(made, blankBasemap(made.basemap, made.bounds));
    const [, ...others] = made.locales;
    const untranslated = others.flatMap((locale) =>
      problems.filter(({ name, file }) => name === 'UntranslatedText' && file.includes(`/${locale}/`)),
    );
    const rest = problems.filter((problem) => !untranslated.includes(problem));
    assert.equal(renderProblems(rest.filter(({ name }) => name !== 'UnstatedLicence')), '');
    assert.equal(rest.length, 1);
    assert.equal(untranslated.length, others.length * 4, 'one for each file of the template');
  });
}

test('a licence that is said is written, whatever signs it has', () => {
  for (const licence of ['CC BY 4.0', 'All rights reserved: ask # me']) {
    const { 'story.yaml': text = '' } = storyTemplate(story({ licence }));
    assert.equal((parse(text) as { licence: unknown }).licence, licence);
  }
});

test('a new story shows every field there is', () => {
  const texts = storyTemplate(story({}));
  const all = Object.values(texts).join('\n');
  const shapes = [storySchema, openingSchema, sectionSchema, pageSchema].map(({ shape }) => shape);
  const nested = [factsSchema.valueType, placesSchema.valueType].map(({ shape }) => shape);
  const fields = [...shapes, ...nested].flatMap((shape) => Object.keys(shape));
  // `silence` is the older name of `suppress`.
  for (const field of fields.filter((name) => name !== 'silence')) {
    assert.match(all, new RegExp(`^[ #{]*${field}:`, 'm'), field);
  }
});

test('the examples of annotations are one of each kind, as their schemas want them', () => {
  const examples = parse(annotationExamples()) as readonly { readonly kind: string }[];
  assert.deepEqual(new Set(examples.map(({ kind }) => kind)), new Set(ANNOTATION_KINDS));
  for (const example of examples) {
    assert.ok(annotationSchema(example.kind)?.safeParse(example).success, example.kind);
    const commented = Object.values(storyTemplate(story({}))).some((text) =>
      text.includes(`#   - kind: ${example.kind}`),
    );
    assert.ok(commented, example.kind);
  }
});

test('a story without a map gets bare ground, and the command that makes the real one', async () => {
  const { code, written, out } = await run(['the-crossing', '--bounds', '24,21.5,37,32', '--country', 'EGY']);
  assert.equal(code, 0);
  assert.ok(`${ROOT}/public/basemap/the-crossing.topo.json` in written);
  assert.match(written[`${ROOT}/content/stories/the-crossing/story.yaml`] ?? '', /homeCountry: EGY/);
  assert.match(out, /npm run basemap -- --name the-crossing --bounds=24,21\.5,37,32 --countries EGY/);
});

test('on a map there is already the story lies where the map does', async () => {
  const path = `${ROOT}/public/basemap/nile.topo.json`;
  const files = { [path]: JSON.stringify(blankBasemap('nile', [24, 21.5, 37, 32])) };
  const { code, written } = await run(['the-crossing', '--basemap', 'nile'], files);
  assert.equal(code, 0);
  assert.ok(!(path in written));
  assert.match(written[`${ROOT}/content/stories/the-crossing/story.yaml`] ?? '', /bounds: \[24, 21\.5, 37, 32\]/);
});

test('asked for, its map is made before it is written; where that fails, nothing is written', async () => {
  const asked: string[][] = [];
  const makeBasemap = (args: readonly string[]) => Promise.resolve(asked.push([...args]) > 0 ? 1 : 0);
  const { code, written } = await run(
    ['the-crossing', '--with-basemap', '--bounds', '24,21.5,37,32'],
    {},
    { makeBasemap },
  );
  assert.deepEqual([code, written], [1, {}]);
  assert.deepEqual(asked[0]?.slice(0, 3), ['--name', 'the-crossing', '--bounds=24,21.5,37,32']);
});

for (const [args, complaint] of [
  [['The Crossing'], /cannot be an address/],
  [['../elsewhere'], /cannot be an address/],
  [['a/b'], /cannot be an address/],
  [['-x'], /-x/],
  [['a', 'b'], /One story at a time/],
  [['a', '--locales', 'en,english'], /"english"/],
  [['a', '--bounds', '1,2,3'], /not four numbers/],
  [['a', '--country', 'Egypt'], /country code/],
  [['a', '--basemap', 'nowhere'], /no map public\/basemap\/nowhere/],
  [['a', '--titel', 'x'], /--titel/],
] as const) {
  test(`refuses ${args.join(' ')}`, async () => {
    const { code, written, err } = await run(args);
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, complaint);
  });
}

test('refuses a name that is taken', async () => {
  const { code, written, err } = await run(['taken'], { [`${ROOT}/content/stories/taken/story.yaml`]: '' });
  assert.deepEqual([code, written], [2, {}]);
  assert.match(err, /already/);
});

test('without arguments it asks; who goes away leaves nothing behind', async () => {
  assert.deepEqual((await run([])).code, 2);
  const ask = (wishes: object) => Promise.resolve({ ...wishes, slug: 'asked', title: 'Asked', root: ROOT });
  const { code, written } = await run([], {}, { ask });
  assert.equal(code, 0);
  assert.match(written[`${ROOT}/content/stories/asked/en/index.mdx`] ?? '', /title: Asked/);
});

test('a story begins in any language; what the interface lacks in it is said, and checked the same', async () => {
  const { code, out } = await run(['a-story', '--locales', 'pt-PT,ur,ckb,de-AT,sr-Latn']);
  assert.equal(code, 0);
  assert.match(out, /pages in pt-PT have the buttons and notices of pt-BR.*src\/i18n\/strings\/pt-PT\.json/);
  assert.match(out, /pages in de-AT have the buttons and notices of de\b/);
  assert.match(out, /no words in ur yet: buttons and notices are in English.*content\/guide\/languages\.md/);
  assert.match(out, /no words in sr-Latn yet/);
  assert.doesNotMatch(out, /(in|of) ckb\b/);
  const made = story({ locales: ['pt-PT', 'ur', 'ckb', 'de-AT', 'sr-Latn'], licence: 'CC0-1.0' });
  const files = Object.entries(storyTemplate(made)).map(([path, text]) =>
    readStoryFile(path, new TextEncoder().encode(text)),
  );
  const basemap = blankBasemap(made.basemap, made.bounds);
  const context = { mapIndexes: { [made.basemap]: buildMapIndex(basemap) }, strings: STRINGS };
  const { problems } = lintStory({ slug: made.slug, folder: 'x', files }, context, { [made.basemap]: basemap });
  const missing = problems.filter(({ name }) => name === 'MissingInterfaceStrings').map(({ file }) => file);
  assert.deepEqual(missing.toSorted(), ['src/i18n/strings/sr-Latn.json', 'src/i18n/strings/ur.json']);
});
