import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RawStory } from '../../../../src/content/files/raw.ts';
import { checkStory, type LintContext } from '../../../../src/content/lint/check-story.ts';
import { PROBLEMS, type ProblemName, renderProblem } from '../../../../src/content/lint/diagnostics/problems.ts';
import { ANNOTATION_KINDS } from '../../../../src/content/schema/annotation.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import { lintContent } from '../../../../src/site/content/content-problems.ts';
import { lintStory } from '../../../../src/site/content/lint-story.ts';
import { readBasemaps, readMapIndexes, readStories } from '../../../../src/site/content/read-content.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../../fixtures/content/read-fixture.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'content');
const broken = readdirSync(join(FIXTURES, 'broken')) as ProblemName[];
const mapIndexes = await readMapIndexes(join(FIXTURE_ROOT, 'public', 'basemap'));
const basemaps = await readBasemaps(join(FIXTURE_ROOT, 'public', 'basemap'));
const strings = { en: { close: 'Close' }, ar: { close: 'إغلاق' } };
const lintContext: LintContext = { mapIndexes, strings, drawings: ['mattresses', 'toys'] };

/** Frontmatter with its first annotation replaced. */
function overlaid(data: unknown, annotation: object): unknown {
  const { annotations, ...rest } = data as { readonly annotations: readonly unknown[] };
  return { ...rest, annotations: [annotation, ...annotations.slice(1)] };
}

/** The same story with a line of thousands of points, which are too many for a file of the repository. */
function withLongLine(story: RawStory): RawStory {
  const coordinates = Array.from({ length: 6000 }, (_, at) => [10.4 + at / 6000, 50.5 + at / 6000 + (at % 2) / 1e6]);
  const files = story.files.map((file) => {
    if (file.path !== 'data/boat.geojson') return file;
    const { features, ...rest } = file.data as { readonly features: readonly object[] };
    const [boat, ...others] = features;
    return {
      ...file,
      data: { ...rest, features: [{ ...boat, geometry: { type: 'LineString', coordinates } }, ...others] },
    };
  });
  return { ...story, files };
}

/** The same story with thousands of rows in place of those of its table. */
function withManyRows(story: RawStory): RawStory {
  const files = story.files.map((file) => {
    if (file.path !== 'data/people.csv') return file;
    const rows = Array.from({ length: 2100 }, (_, at) => `10.5,50.5,${20 + (at % 3)}`);
    return { ...file, data: readTable(['lng,lat,people', ...rows].join('\n')) };
  });
  return { ...story, files };
}

/** What is too large for a file of the repository, by its fixture. */
const ENLARGED: Readonly<Record<string, (story: RawStory) => RawStory>> = {
  'broken/ManyVertices': withLongLine,
  'broken/ThinnedShapes': withManyRows,
};

async function read(overlay: string | null): Promise<RawStory> {
  const [story] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects(overlay));
  assert.ok(story);
  return ENLARGED[overlay ?? '']?.(story) ?? story;
}

test('a story without mistakes has no problems', async () => {
  assert.deepEqual(lintStory(await read(null), lintContext, basemaps), { problems: [], suppressed: [] });
});

test('a story told in full in two languages has no problems', async () => {
  assert.deepEqual(lintStory(await read('translated'), lintContext, basemaps), { problems: [], suppressed: [] });
});

test('every problem of the catalogue has a fixture that makes it, and every fixture a problem', () => {
  assert.deepEqual([...broken].sort(), Object.keys(PROBLEMS).sort());
});

test('every problem of the catalogue has a heading in the guide that its address leads to', async () => {
  const guide = await readFile(join(FIXTURES, '..', '..', '..', 'content', 'README.md'), 'utf8');
  for (const name of Object.keys(PROBLEMS)) {
    assert.match(guide, new RegExp(`^### ${name}$`, 'm'), `content/README.md has no heading for ${name}`);
    assert.ok(guide.includes(`<a id="${name}"></a>`), `content/README.md has no anchor for ${name}`);
  }
});

/** Problems of the site's own files, or of a story in the site's faces, which no check of one story tells. */
const OF_SITE: readonly string[] = [
  'FaintColour',
  'MalformedBasemap',
  'MissingGlyph',
  'MissingTypeface',
  'UnknownTheme',
];

for (const name of OF_SITE) {
  test(`the fixture ${name} makes that problem of the site and no other`, async () => {
    const folders = { root: FIXTURE_ROOT, publicFolder: join(FIXTURE_ROOT, 'public') };
    const { problems } = await lintContent(folders, fixtureEffects(`broken/${name}`));
    assert.deepEqual([...new Set(problems.map((problem) => problem.name))], [name]);
  });
}

test('a basemap that cannot be read is named, and no check breaks off at it', async () => {
  const folders = { root: FIXTURE_ROOT, publicFolder: join(FIXTURE_ROOT, 'public') };
  const { problems } = await lintContent(folders, fixtureEffects('broken/MalformedBasemap'));
  assert.deepEqual(
    problems.map(({ name, file }) => [name, file]),
    [['MalformedBasemap', 'public/basemap/torn.topo.json']],
  );
});

for (const name of broken.filter((one) => !OF_SITE.includes(one))) {
  test(`the fixture ${name} makes that problem and no other kind of error`, async () => {
    const context = name === 'MissingInterfaceStrings' ? { ...lintContext, strings: { en: strings.en } } : lintContext;
    const { problems } = lintStory(await read(`broken/${name}`), context, basemaps);
    const names = new Set(problems.map((problem) => problem.name));
    assert.ok(names.has(name), `found ${[...names].join(', ') || 'nothing'}`);
    assert.deepEqual(
      [...names].filter((other) => other !== name),
      [],
      problems.map(renderProblem).join('\n'),
    );
    for (const problem of problems) {
      assert.equal(problem.severity, PROBLEMS[name].severity);
      assert.ok(problem.file.length > 0 && problem.message.length > 0 && problem.hint.length > 0);
    }
  });
}

test('figures beside a picture and on a link card answer to the ledger as the text does', async () => {
  const valid = await read(null);
  const files = valid.files.map((file) => {
    if (file.path === 'media/media.yaml') {
      const caption = { en: 'The quay, from which 1,200 went.', ar: 'الرصيف الذي غادره ٩٣ شخصًا' };
      const quay = { ...(file.data as { 'quay.jpg': object })['quay.jpg'], caption };
      return { ...file, data: { 'quay.jpg': quay } };
    }
    const card = '<Embed href="https://films.example/ferry" title="94 boats, a film"/>';
    return file.path === 'en/30-sources.mdx' ? { ...file, body: `${file.body}\n\n${card}\n` } : file;
  });
  const found = checkStory({ ...valid, files }, lintContext).map(({ name, field, message }) => [
    name,
    field,
    /“(.*?)”/.exec(message)?.[1],
  ]);
  assert.deepEqual(found, [
    ['UnexplainedNumeral', '<Embed title>', '94'],
    ['UnexplainedNumeral', 'quay.jpg.caption.ar', '٩٣'],
  ]);
});

test('all mistakes of a story are found at once, sorted by file and line', async () => {
  const overlays = ['UnknownFact', 'UnknownSource', 'UnknownRoute', 'SwappedLngLat'];
  const stories = await Promise.all(overlays.map((name) => read(`broken/${name}`)));
  const valid = await read(null);
  const files = valid.files.map((file) => {
    const changed = stories.map((story) => story.files.find(({ path }) => path === file.path));
    return changed.find((other) => JSON.stringify(other) !== JSON.stringify(file)) ?? file;
  });
  const problems = checkStory({ ...valid, files }, lintContext);
  assert.deepEqual(new Set(problems.map(({ name }) => name)), new Set(overlays));
  const keys = problems.map(({ file, line }) => `${file}:${String(line ?? 0).padStart(5, '0')}`);
  assert.deepEqual(keys, [...keys].sort());
});

test('whatever a file holds, checking never throws', async () => {
  const valid = await read(null);
  fc.assert(
    fc.property(
      fc.constantFrom(...valid.files.map(({ path }) => path)),
      fc.anything(),
      fc.string(),
      (path, data, body) => {
        const files = valid.files.map((file) => (file.path === path ? { ...file, data, body } : file));
        checkStory({ ...valid, files }, lintContext);
      },
    ),
    { numRuns: 300 },
  );
});

test('a problem is printed with its name, file, line, field, cause, cure and address', async () => {
  const [problem] = checkStory(await read('broken/CameraOutsideBasemap'), lintContext);
  assert.ok(problem);
  assert.equal(
    renderProblem(problem),
    '**CameraOutsideBasemap** — `content/stories/crossing/en/20-across.mdx:4`: `frame.center` is 49.1°N, but the basemap' +
      ' island begins at 50°N. Move the frame, or rebuild the basemap with a larger `--bounds`.' +
      ' See content/README.md#CameraOutsideBasemap',
  );
});

test('a misspelt name is answered with the nearest one', async () => {
  const [problem] = checkStory(await read('broken/UnknownFact'), lintContext);
  assert.match(problem?.hint ?? '', /Did you mean `crossed`\?/);
});

test('an unknown kind of annotation is answered with all kinds there are', async () => {
  const [problem] = checkStory(await read('broken/UnknownAnnotationKind'), lintContext);
  for (const kind of ANNOTATION_KINDS) assert.ok(problem?.hint.includes(`\`${kind}\``), kind);
});

test('a wish for another projection is answered with the one there is, in the story and in a section', async () => {
  const raw = await read('translated');
  const wished = (path: string) =>
    raw.files.map((file) =>
      file.path === path ? { ...file, data: { ...(file.data as object), projection: 'globe' } } : file,
    );
  for (const path of ['story.yaml', 'en/10-harbour.mdx']) {
    const found = checkStory({ ...raw, files: wished(path) }, lintContext);
    const problem = found.find(({ name }) => name === 'UnknownField');
    assert.ok(problem, path);
    assert.match(problem.hint, /^Remove it: every map is in Web Mercator/);
  }
});

test('a translation may not change what the map draws', async () => {
  const raw = await read('translated');
  const files = raw.files.map((file) =>
    file.path === 'ar/10-harbour.mdx'
      ? { ...file, data: overlaid(file.data, { id: 'ring', label: 'م', radiusKm: 9 }) }
      : file,
  );
  const problems = checkStory({ ...raw, files }, lintContext).filter(({ name }) => name === 'UnknownField');
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['annotations.0.radiusKm'],
  );
});

test('malformed YAML is named by its line', async () => {
  const [problem] = checkStory(await read('broken/MalformedYaml'), lintContext);
  assert.equal(problem?.line, 2);
});
