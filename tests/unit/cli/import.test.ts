import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { errorsOf, renderProblems } from '../../../src/content/lint/diagnostics/problems.ts';
import { lintStory } from '../../../src/site/content/lint-story.ts';
import { FIXTURES, judged, runImport, treeOf, wordsOf } from '../../support/imported.ts';

/** What a reader reads of a section: its title, kicker and text. */
function readerWords(mdx: string): readonly string[] {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(mdx) ?? [];
  const { title, kicker, standfirst, byline } = parse(frontmatter) as Record<string, string>;
  const text = treeOf(body).map(({ type, value }) => (type === 'text' ? value : ' '));
  return wordsOf([title, kicker, standfirst, byline, ...text].filter(Boolean).join(' '));
}

const FIXTURE_NAMES = ['template.js', 'folder', 'storymapjs.json', 'geolibre.json'];
const imported = Object.fromEntries(
  await Promise.all(FIXTURE_NAMES.map(async (name) => [name, await runImport([join(FIXTURES, name)])] as const)),
);

for (const name of FIXTURE_NAMES) {
  test(`${name} becomes a story without errors, on ground of its own`, () => {
    const { code, written } = imported[name] ?? assert.fail();
    assert.equal(code, 0);
    const { raw, context, basemaps } = judged(written);
    const { problems } = lintStory(raw, context, basemaps);
    assert.equal(renderProblems(errorsOf(problems)), '');
    assert.equal(Object.keys(basemaps).length, 1);
  });
}

/** All that the fixtures say, in their order, as somebody reading them in their own tool would read it. */
const SAID: Readonly<Record<string, string>> = {
  'template.js': `Three lighthouses A walk along a coast that is made up, in 3 chapters By the test desk
    The first light It was lit in 1871, and seen from eighteen miles. The keeper wrote: “Wind & rain, {nothing} else.”
    Photograph: nobody in particular
    The second light On the cape white round the lamp room Nobody climbs it now. A white tower The tower in spring
    Lit by oil Lit by gas Lamp room
    The third light import nothing from here; export it neither. 1 < 2, and a * b stays.
    Sources Sources: the harbour book, 1902. Made with a tool.`,
  folder: `A keeper’s year Words told by Brid Winter In winter Brid counted ships. Spring In spring the boat came.
    Winter again And  years went by.`,
  'storymapjs.json': `Islands of the outer sea Four islands, and the boat between them. The mail boat, about 1930 The island museum
    The first island Monday The boat leaves at nine. It carries letters, and a goat.
    The second island Tuesday Here nobody answers; the letters stay on the wall. A wall
    Untitled Somewhere between the islands it grew dark.
    The last island Nobody lives here any more. Heard on the quay
    Sources Map words by nobody Begin the walk`,
  'geolibre.json': `Two rivers Where one water meets another By the test desk
    The source It rises under a stone. A child can step across it.
    The meeting The green water and the brown run side by side for a while.
    Sources Told after a school book.`,
};

for (const name of FIXTURE_NAMES) {
  test(`no word of ${name} is lost, and none is added`, () => {
    const { written } = imported[name] ?? assert.fail();
    const sections = Object.keys(written).filter((path) => path.endsWith('.mdx'));
    const ordered = sections.sort(
      (a, b) => (Number(/(\d+)-/.exec(a)?.[1]) || 0) - (Number(/(\d+)-/.exec(b)?.[1]) || 0),
    );
    const words = ordered.flatMap((path) => readerWords(written[path] ?? ''));
    assert.deepEqual(words, wordsOf(SAID[name] ?? ''));
  });

  test(`the report on ${name} names every section`, () => {
    const { written } = imported[name] ?? assert.fail();
    const { folder } = judged(written);
    const report = written[`${folder}/import-report.md`] ?? '';
    for (const path of Object.keys(written).filter((one) => one.endsWith('.mdx'))) {
      assert.ok(report.includes(`\`${path.slice(folder.length + 1)}\``), path);
    }
  });
}

const fileOf = (name: string, path: string): string => {
  const { written } = imported[name] ?? assert.fail();
  return written[`${judged(written).folder}/${path}`] ?? assert.fail(`${path} was not written`);
};
const frontmatterOf = (name: string, path: string) => parse(fileOf(name, path).split('---\n')[1] ?? '');

test('cameras that this map does not have are turned into ones it has, and the report says so', () => {
  assert.deepEqual(frontmatterOf('template.js', 'en/10-first-light.mdx').frame, {
    center: [-8.21, 52.5],
    zoom: 9.5,
    pitch: 60,
    bearing: -43.2,
  });
  const { frame, travel, card } = frontmatterOf('template.js', 'en/20-etc-passwd.mdx');
  assert.deepEqual([frame.zoom, frame.bearing, travel, card.side], [13, -90, 'cut', 'end']);
  const report = fileOf('template.js', 'import-report.md');
  for (const words of ['bearing of 270°', 'zoom of 14', 'no location', 'countShips', 'onClick', 'Fog on most days'])
    assert.ok(report.includes(words), words);
});

test('a chapter without a location shows what the one before it shows', () => {
  const [third, second] = ['en/30-third-light.mdx', 'en/20-etc-passwd.mdx'].map(
    (path) => frontmatterOf('template.js', path).frame,
  );
  assert.deepEqual(third, second);
});

test('names, templates, sums and spreads of a module are read; what would have to be run is not, and is reported', () => {
  assert.deepEqual(frontmatterOf('folder', 'en/20-spring.mdx').frame, {
    center: [-9.9, 52.1],
    zoom: 8,
    bearing: -159.5,
  });
  assert.equal(frontmatterOf('folder', 'en/30-winter-2.mdx').frame.zoom, 7.5);
  assert.match(fileOf('folder', 'import-report.md'), /call on line \d+: not read: it would have to be run/);
});

test('StoryMapJS: its zoom counts one more; a slide without one shows its place among its neighbours', () => {
  assert.deepEqual(frontmatterOf('storymapjs.json', 'en/10-the-first-island.mdx').frame, {
    center: [-9.75, 53.12],
    zoom: 10,
  });
  const [west, south, east, north] = frontmatterOf('storymapjs.json', 'en/20-the-second-island.mdx').frame.bounds;
  assert.ok(Math.abs((west + east) / 2 - -9.52) < 1e-6 && Math.abs((south + north) / 2 - 53.05) < 1e-6);
  assert.ok(west < -9.75 && north > 53.12, 'the first island is in view');
});

test('a folder that is there is left alone, and help explains', async () => {
  const inputs = {
    [resolve('/input')]: JSON.stringify({ title: 'T', chapters: [{ location: { center: [1, 2], zoom: 5 } }] }),
    '/project/content/stories/t': '',
  };
  const { code, written, err } = await runImport(['/input'], inputs);
  assert.deepEqual([code, written], [2, {}]);
  assert.match(err, /there already/);
  assert.match((await runImport(['--help'])).out, /StoryMapJS/);
  assert.equal((await runImport([])).code, 2);
  assert.equal((await runImport(['/nowhere'])).code, 2);
});
