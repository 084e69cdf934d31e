import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { mdxToHast } from 'satteri';
import { parse } from 'yaml';
import type { Basemap } from '../../../src/basemap/basemap.ts';
import { htmlToMdx } from '../../../src/cli/import/html-to-mdx.ts';
import { ImportRefusal } from '../../../src/cli/import/imported-story.ts';
import { readInput } from '../../../src/cli/import/read-input.ts';
import { boundsOfStory, storyFilesOf } from '../../../src/cli/import/story-files-of.ts';
import { type ImportEffects, importCommand } from '../../../src/cli/import.ts';
import { lintStory } from '../../../src/cli/lint-story.ts';
import { readStoryFile } from '../../../src/cli/read-content.ts';
import { STRINGS } from '../../../src/i18n/translate.ts';
import { checkStory } from '../../../src/story/check.ts';
import { buildGround } from '../../../src/story/ground.ts';
import { errorsOf, renderProblems } from '../../../src/story/problems.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'import');

type Files = Readonly<Record<string, string>>;

async function run(args: readonly string[], inputs: Files = {}) {
  const written: Record<string, string> = {};
  const [out, err]: [string[], string[]] = [[], []];
  const effects: ImportEffects = {
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    exists: (path) =>
      path in inputs || path.startsWith(FIXTURES) || Object.keys(written).some((known) => known.startsWith(path)),
    list: async (path) => (path.endsWith('folder') ? await readdir(path) : null),
    read: (path) => (path in inputs ? Promise.resolve(inputs[path] ?? '') : readFile(path, 'utf8')),
    async write(path, text) {
      written[path] = await text;
    },
    today: () => '2026-01-02',
  };
  const code = await importCommand([...args, '--root', '/project'], effects);
  return { code, written, out: out.join('\n'), err: err.join('\n') };
}

const importText = (text: string) => run(['/input'], { [resolve('/input')]: text });

/** A written story as `npm run check` reads it. */
function judged(written: Files) {
  const [folder = ''] = Object.keys(written).flatMap((path) => /^(.*)\/story\.yaml$/.exec(path)?.[1] ?? []);
  const own = Object.keys(written).filter((path) => path.startsWith(`${folder}/`));
  const files = own.map((path) =>
    readStoryFile(path.slice(folder.length + 1), new TextEncoder().encode(written[path])),
  );
  const maps = Object.keys(written).filter((path) => path.endsWith('.topo.json'));
  const basemaps = Object.fromEntries(
    maps.map((path) => [/([^/]+)\.topo/.exec(path)?.[1] ?? '', JSON.parse(written[path] ?? '') as Basemap]),
  );
  const grounds = Object.fromEntries(Object.entries(basemaps).map(([name, map]) => [name, buildGround(map)]));
  const raw = { slug: folder.split('/').at(-1) ?? '', folder, files };
  return { folder, raw, basemaps, around: { grounds, strings: STRINGS } };
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly tagName?: string;
  readonly children?: readonly Node[];
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a reader reads of a section: its title, kicker and text. */
function readerWords(mdx: string): readonly string[] {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(mdx) ?? [];
  const { title, kicker, standfirst, byline } = parse(frontmatter) as Record<string, string>;
  const text = nodesOf(mdxToHast(body) as unknown as Node).map(({ type, value }) => (type === 'text' ? value : ' '));
  return wordsOf([title, kicker, standfirst, byline, ...text].filter(Boolean).join(' '));
}

const FIXTURE_NAMES = ['template.js', 'folder', 'storymapjs.json', 'geolibre.json'];
const imported = Object.fromEntries(
  await Promise.all(FIXTURE_NAMES.map(async (name) => [name, await run([join(FIXTURES, name)])] as const)),
);

for (const name of FIXTURE_NAMES) {
  test(`${name} becomes a story without errors, on ground of its own`, () => {
    const { code, written } = imported[name] ?? assert.fail();
    assert.equal(code, 0);
    const { raw, around, basemaps } = judged(written);
    const { problems } = lintStory(raw, around, basemaps);
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
    pitch: 35,
    bearing: -43.2,
  });
  const { frame, travel, card } = frontmatterOf('template.js', 'en/20-etc-passwd.mdx');
  assert.deepEqual([frame.zoom, frame.bearing, travel, card.side], [13, -90, 'cut', 'end']);
  const report = fileOf('template.js', 'import-report.md');
  for (const words of [
    'pitch of 60°',
    'bearing of 270°',
    'zoom of 14',
    'no location',
    'countShips',
    'onClick',
    'Fog on most days',
  ])
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

for (const storymap of [{ map_as_image: true }, { map_type: 'zoomify' }, { zoomify: { path: 'x' } }]) {
  test(`a story over a picture is refused with the reason: ${JSON.stringify(storymap)}`, async () => {
    const { code, written, err } = await importText(JSON.stringify({ storymap: { slides: [{}], ...storymap } }));
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, /zoomify.*picture|picture.*zoomify/);
  });
}

const chapters = (...all: readonly object[]) => ({ title: 'T', chapters: all });
const at = { center: [1, 2], zoom: 5 };

for (const [what, text, complaint] of [
  ['nothing', '', /no story/],
  ['no script', '{{{', /JSON|JavaScript/],
  ['half a JSON', '{"chapters": [', /JSON/],
  ['another JSON', '{"type": "FeatureCollection"}', /no story/],
  ['no chapters', 'var config = { chapters: [] }', /no story/],
  ['deep arrays', `var config = ${'['.repeat(50_000)}${']'.repeat(50_000)}`, /deep/],
  ['values deep enough to hide in', `var config = ${'['.repeat(400)}1${']'.repeat(400)}`, /deep/],
  [
    'a text that doubles',
    `${Array.from({ length: 40 }, (_, n) => `const a${n + 1} = \`\${a${n}}\${a${n}}\`;`).join('')} const a0 = "ha"; export default { chapters: [{ title: a40 }] }`,
    /too long/,
  ],
  ['a file too large', ' '.repeat(25_000_001), /25 MB/],
  ['too many chapters', JSON.stringify(chapters(...Array.from({ length: 901 }, () => ({ location: at })))), /901/],
] as const) {
  test(`refused with the reason: ${what}`, async () => {
    const { code, written, err } = await importText(text);
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, complaint);
  });
}

test('a script that means harm does none: it is not run', async () => {
  const text = `globalThis.harmed = true; (() => { globalThis.harmed = true })();
    const config = { title: (globalThis.harmed = true, 'T'), get chapters() { globalThis.harmed = true; return [] } };
    export default { title: 'Calm', chapters: [{ title: 'One', description: await import('node:fs'), location: { center: [1, 2], zoom: 3 } }] }`;
  const { code } = await importText(text);
  assert.equal(code, 0);
  assert.equal('harmed' in globalThis, false);
});

test('names that are not data lead nowhere', async () => {
  const text =
    '{"title": "T", "__proto__": {"polluted": 1}, "chapters": [{"id": "__proto__", "title": "A", "constructor": {"x": "kept here"}, "location": {"__proto__": [1], "center": [1, 2], "zoom": 3}}]}';
  const { code, written } = await importText(text);
  assert.equal(code, 0);
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.ok(Object.keys(written).some((path) => path.endsWith('en/10-proto.mdx')));
});

test('whatever an id says, a file lies inside the folder of the story', async () => {
  const ids = ['../../../x', '/etc/passwd', 'C:\\x', 'index', 'opening', 'a/../b', '\u0000', '..', 'a', 'A', 'é'];
  const { written } = await importText(JSON.stringify(chapters(...ids.map((id) => ({ id, title: id, location: at })))));
  const paths = Object.keys(written).filter((path) => path.endsWith('.mdx'));
  assert.equal(paths.length, ids.length + 1);
  for (const path of paths) assert.match(path, /^\/project\/content\/stories\/t\/en\/(index|\d{2,3}-[a-z0-9-]+)\.mdx$/);
  assert.equal(renderProblems(errorsOf(checkStory(judged(written).raw, judged(written).around))), '');
});

test('ten megabytes, and HTML nested past all sense, are read and their words kept', async () => {
  const picture = `<img alt="a tower" src="data:image/png;base64,${'QUJD'.repeat(2_500_000)}">`;
  const long = `${picture}<p>${'many words '.repeat(20_000)}</p>`;
  const deep = `${'<div>'.repeat(20_000)}deep words${'</div>'.repeat(20_000)}`;
  const all = chapters({ title: 'Long', description: long, location: at }, { title: 'Deep', description: deep });
  const { code, written } = await importText(JSON.stringify(all));
  assert.equal(code, 0);
  const textOf = (end: string) => written[Object.keys(written).find((path) => path.endsWith(end)) ?? ''] ?? '';
  assert.equal(textOf('10-long.mdx').match(/many/g)?.length, 20_000);
  assert.match(textOf('10-long.mdx'), /a tower/);
  assert.match(textOf('20-deep.mdx'), /deep words/);
  assert.ok(textOf('import-report.md').length < 5000);
});

const HARMLESS = /^(root|element|text)$/;
const inertTree = (mdx: string): readonly Node[] => nodesOf(mdxToHast(mdx) as unknown as Node);

test('whatever HTML is converted, the MDX holds text and elements and nothing that acts', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<ul><li>',
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<a href="javascript:z">',
    ),
    fc.constantFrom(
      '{',
      '}',
      '{1+1}',
      '<Fact id="x"/>',
      'import x from "y"\n',
      'export const a = 1\n',
      '\n\n',
      '```',
      '---\n',
      '~~~',
      '*',
      '_',
      '[a](b)',
    ),
    fc.constantFrom(
      '&lt;',
      '&#123;',
      '<iframe src=//x>',
      '<svg/onload=1>',
      '<style>',
      '<!--',
      '-->',
      '<table><tr><td>',
      '$',
      '|',
      '# ',
      '> ',
      '1. ',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      for (const node of inertTree(htmlToMdx(pieces.join('')).mdx)) {
        assert.match(node.type, HARMLESS);
        assert.ok(!['script', 'iframe', 'style', 'img', 'svg'].includes(node.tagName ?? ''), node.tagName);
      }
    }),
    { numRuns: 400 },
  );
});

test('plain words keep their number and order, whatever stands between them', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const between = fc.constantFrom(
    ' ',
    ' * ',
    ' _ ',
    ' {',
    '} ',
    ' &lt;',
    ' # ',
    '<br>',
    '<br><br>',
    ' <b>',
    '</b> ',
    '. ',
    '\n',
    '\n\n',
    ' - ',
    ' > ',
    ' ` ',
    ' \\ ',
    ' 1. ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 12 }), (parts) => {
      const html = parts.map(([text, gap]) => `${text}${gap}`).join('');
      const told = inertTree(htmlToMdx(html).mdx).map(({ type, value }) => (type === 'text' ? value : ''));
      const letters = (text: string) => (text.match(/[a-z]+/g) ?? []).join('');
      assert.equal(letters(told.join(' ')), parts.map(([text]) => text).join(''));
    }),
    { numRuns: 300 },
  );
});

test('whatever a file holds, it becomes a story without errors or is refused with a reason', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.anything(), { maxLength: 3 }),
    fc.double({ min: -200, max: 200 }).map((x) => [x, x / 3]),
  );
  const names = [
    'id',
    'title',
    'description',
    'image',
    'images',
    'legend',
    'alignment',
    'hidden',
    'caption',
    'text',
    'media',
    'type',
    'date',
  ];
  const location = fc.dictionary(fc.constantFrom('center', 'zoom', 'pitch', 'bearing', 'lat', 'lon', 'line'), value);
  const chapter = fc
    .tuple(fc.dictionary(fc.constantFrom(...names), value), location)
    .map(([own, where]) => ({ ...own, location: where }));
  const story = fc.tuple(
    fc.dictionary(fc.constantFrom('title', 'subtitle', 'byline', 'footer', 'style', 'legend', 'map_type'), value),
    fc.array(chapter, { maxLength: 5 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(story, ([own, all, isSlides]) => {
      const text = JSON.stringify(isSlides ? { storymap: { ...own, slides: all } } : { ...own, chapters: all });
      try {
        const read = readInput(text);
        const bounds = boundsOfStory(read);
        const { files } = storyFilesOf(read, { basemap: 'x', homeCountry: 'XXA', bounds }, '2026-01-02');
        const raw = {
          slug: 'x',
          folder: 'x',
          files: Object.entries(files).map(([path, body]) => readStoryFile(path, new TextEncoder().encode(body))),
        };
        const ground = { name: 'x', bounds, regions: {}, roads: {}, isCredited: true };
        assert.equal(renderProblems(errorsOf(checkStory(raw, { grounds: { x: ground }, strings: STRINGS }))), '');
      } catch (error) {
        if (!(error instanceof ImportRefusal)) throw error;
      }
    }),
    { numRuns: 200 },
  );
});

test('a folder that is there is left alone, and help explains', async () => {
  const inputs = { [resolve('/input')]: JSON.stringify(chapters({ location: at })), '/project/content/stories/t': '' };
  const { code, written, err } = await run(['/input'], inputs);
  assert.deepEqual([code, written], [2, {}]);
  assert.match(err, /there already/);
  assert.match((await run(['--help'])).out, /StoryMapJS/);
  assert.equal((await run([])).code, 2);
  assert.equal((await run(['/nowhere'])).code, 2);
});
