import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ImportRefusal } from '../../../../src/cli/import/dialects/imported-story.ts';
import { boundsOfStory } from '../../../../src/cli/import/ground/story-bounds.ts';
import { readInput } from '../../../../src/cli/import/input/read-input.ts';
import { htmlToMdx } from '../../../../src/cli/import/text/html-to-mdx.ts';
import { storyFilesOf, storyYaml } from '../../../../src/cli/import/write/story-files-of.ts';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { errorsOf, renderProblems } from '../../../../src/content/lint/diagnostics/problems.ts';
import { STRINGS } from '../../../../src/i18n/translate.ts';
import { readStoryFile } from '../../../../src/site/content/read-content.ts';
import { importText, judged, treeOf } from '../../../support/imported.ts';

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
  const { raw, context } = await judged(written);
  assert.equal(renderProblems(errorsOf(checkStory(raw, context))), '');
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
  assert.match(textOf('import-report.md'), /it is described as “a tower”/);
  assert.match(textOf('20-deep.mdx'), /deep words/);
  assert.ok(textOf('import-report.md').length < 5000);
});

const HARMLESS = /^(root|element|text)$/;

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
      for (const node of treeOf(htmlToMdx(pieces.join('')).mdx)) {
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
      const told = treeOf(htmlToMdx(html).mdx).map(({ type, value }) => (type === 'text' ? value : ''));
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
        const bounds = boundsOfStory(read.story);
        const ground = { basemap: 'x', homeCountry: 'XXA', bounds };
        const options = { ground, locale: 'en', today: '2026-01-02' };
        const draft = storyFilesOf(read, options).files;
        const reasons = { UnexplainedNumeral: 'imported' };
        const files = { ...draft, 'story.yaml': storyYaml('x', options, reasons) };
        const raw = {
          slug: 'x',
          folder: 'x',
          files: Object.entries(files).map(([path, body]) =>
            readStoryFile(path, new TextEncoder().encode(String(body))),
          ),
        };
        const mapIndex = { name: 'x', bounds, regions: {}, roads: {}, languages: [], detail: null, isCredited: true };
        assert.equal(renderProblems(errorsOf(checkStory(raw, { mapIndexes: { x: mapIndex }, strings: STRINGS }))), '');
      } catch (error) {
        if (!(error instanceof ImportRefusal)) throw error;
      }
    }),
    { numRuns: 200 },
  );
});

const seenFrom = (...centers: readonly (readonly [number, number])[]) =>
  boundsOfStory({
    title: 'x',
    opening: null,
    routes: {},
    layers: [],
    chapters: centers.map((center) => ({ places: [], frame: { kind: 'view', center, zoom: 7, pitch: 0, bearing: 0 } })),
  } as unknown as Parameters<typeof boundsOfStory>[0]);

test('a story on both sides of the antimeridian has the ground between them, not the rest of the world', () => {
  const [west, , east] = seenFrom([178, -18], [-178, -17]);
  assert.ok(west > 165 && west < 178 && east > 182 && east < 195);
  const [again] = seenFrom([-178, -17], [178, -18]);
  assert.ok(Math.abs(again - west) < 0.01);
});

test('a story of everywhere has the whole world', () => {
  const bounds = seenFrom([0, 0], [100, 10], [-120, 40], [170, -40], [-170, 0]);
  assert.deepEqual([bounds[0], bounds[2]], [-180, 180]);
});
