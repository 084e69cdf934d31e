import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FIXTURE_ROOT, fixtureEffects } from '../../fixtures/content/read-fixture.ts';

const SIGNPOST = pathToFileURL(join(import.meta.dirname, '..', '..', 'support', 'signpost.ts')).href;

/** Tells apart what is loaded once more, with the new kind, from what other tests in this process have loaded. */
const ONCE_MORE = '?with-signpost';
const REGISTRY = `/src/annotations/registry.ts${ONCE_MORE}`;
const isOurs = (url: string): boolean => url.startsWith('file:') && !url.includes('/node_modules/');

// The registry as it would be with one line more, and everything that imports it.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const { parentURL = '' } = context;
    const isAsked = parentURL === import.meta.url || parentURL.endsWith(ONCE_MORE);
    return isAsked && isOurs(resolved.url) ? { ...resolved, url: resolved.url + ONCE_MORE } : resolved;
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(REGISTRY)) return loaded;
    const source = String(loaded.source);
    const added = source.replace('\n] as const;', '\n  signpost,\n] as const;');
    assert.notEqual(added, source, 'the list of kinds was found');
    return { ...loaded, source: `import { signpost } from '${SIGNPOST}';\n${added}` };
  },
});

const { DEFINITIONS, definitionOf, tablesOf } = await import('../../../src/annotations/registry.ts');
const { annotationExamples } = await import('../../../src/cli/story-new/story-template.ts');
const { textFieldsOf } = await import('../../../src/content/files/text-fields.ts');
const { checkStory } = await import('../../../src/content/lint/check-story.ts');
const { normalizeStory } = await import('../../../src/content/normalize/normalize-story.ts');
const { buildMapBase } = await import('../../../src/labels/section/map-base.ts');
const { placedSceneMarks } = await import('../../../src/labels/section/placed-scene-marks.ts');
const { plainMarks } = await import('../../../src/marks/plain-marks.ts');
const { readMapIndexes, readStories } = await import('../../../src/site/content/read-content.ts');
const { restScene } = await import('../../../src/story/scenes/scene-at.ts');
const { buildTimeline } = await import('../../../src/story/timeline.ts');
const { exampleOf, KIND_LAWS } = await import('../../support/kind-laws.ts');
const { frame, place, section, story } = await import('../../support/story.ts');
const { tinyBasemap } = await import('../../support/tiny-basemap.ts');

const definition = definitionOf({ kind: 'signpost' });

for (const [law, hold] of Object.entries(KIND_LAWS)) {
  test(`a kind added in one file: ${law}`, () => hold(definition, exampleOf(definition)));
}

const mapIndexes = await readMapIndexes(join(FIXTURE_ROOT, 'public', 'basemap'));
const [whole] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects(null));
assert.ok(whole);

/** The fixture's story with one signpost more, or with this in place of it. */
function withSignpost(own: Readonly<Record<string, unknown>> = {}, path = 'en/10-harbour.mdx') {
  assert.ok(whole);
  const annotation = { kind: 'signpost', near: 'harbour', inscription: 'To the boats', ...own };
  const files = whole.files.map((file) => {
    if (file.path !== path) return file;
    const data = file.data as { readonly annotations: readonly unknown[] };
    return { ...file, data: { ...data, annotations: [annotation, ...data.annotations] } };
  });
  return { ...whole, files };
}
const problemsIn = (raw: typeof whole) =>
  checkStory(raw, { mapIndexes, strings: { en: {}, ar: {} } }).map(({ name, field }) => `${name} ${field}`);
const problemsOf = (own: Readonly<Record<string, unknown>>) => problemsIn(withSignpost(own));

test('its schema alone has names checked, fields demanded and unknown ones refused', () => {
  assert.deepEqual(problemsOf({}), []);
  assert.deepEqual(problemsOf({ near: 'harbor' }), ['UnknownPlace annotations.0.near']);
  assert.deepEqual(problemsOf({ inscription: undefined }), ['MissingField annotations.0.inscription']);
  assert.equal(problemsOf({ colour: 'red' }).length, 1);
  assert.equal(problemsOf({ arms: 0 }).length, 1);
});

test('lengths on it are measured by eye, so its map must be level', () => {
  const signposted = withSignpost({}, 'en/20-across.mdx');
  const tiltedBy = (pitch: number): typeof whole => ({
    ...signposted,
    files: signposted.files.map((file) => {
      const { frame, ...data } = file.data as { readonly frame?: object };
      return file.path === 'en/20-across.mdx' ? { ...file, data: { ...data, frame: { ...frame, pitch } } } : file;
    }),
  });
  assert.deepEqual(problemsIn(tiltedBy(0)), []);
  assert.deepEqual(problemsIn(tiltedBy(20)), ['PitchWithScale frame.pitch']);
});

test('its words are words to translate, and its names are not', () => {
  const { data } = withSignpost().files.find(({ path }) => path === 'en/10-harbour.mdx') ?? {};
  const fields = textFieldsOf(data).map(({ field }) => field);
  assert.ok(fields.includes('annotations.0.inscription') && !fields.includes('annotations.0.near'));
});

test('it is in the exact story with its defaults, has its table, and is scaffolded for authors', () => {
  const { sections } = normalizeStory(withSignpost(), { locale: 'en', figure: String });
  const [found] = sections.find(({ id }) => id === 'harbour')?.annotations ?? [];
  assert.deepEqual(found, {
    id: 'signpost',
    kind: 'signpost',
    space: 'map',
    draw: [0.15, 0.42],
    near: 'harbour',
    inscription: 'To the boats',
    arms: 1,
  });
  const [table] = tablesOf([found], { facts: {}, locale: 'en', sectionTitle: 'The harbour' });
  assert.deepEqual(table?.rows, [['harbour', 'To the boats']]);
  assert.match(annotationExamples(), /^ {2}- kind: signpost\n {4}near: first-place$/m);
  assert.equal(DEFINITIONS.at(-1), definition);
});

test('it stands on the map of its section', () => {
  const own = { ...exampleOf(definition), draw: [0, 0.2] as const };
  const one = section(0, { frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }), annotations: [own] });
  const tiny = { ...story([one], [place('first-place', 1.3, 40.8)]), homeCountry: 'HOM' };
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const timeline = buildTimeline(tiny);
  const scene = placedSceneMarks(timeline, buildMapBase(tinyBasemap, tiny))(restScene(timeline, 0, viewport), viewport);
  const texts = plainMarks(scene).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
  assert.ok(texts.includes('Five hours on foot'), texts.join(', '));
});
