import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImports } from '../../support/architecture/import-rules.ts';
import { checkLoops } from '../../support/architecture/loop-rule.ts';
import { checkPurity } from '../../support/architecture/purity-rule.ts';
import {
  checkFiles,
  checkFolders,
  checkFunctions,
  MAX_FILES_PER_FOLDER,
} from '../../support/architecture/shape-rules.ts';
import { importsOf, type SourceUnit, unitsOf } from '../../support/architecture/source-unit.ts';

const tree = (files: Readonly<Record<string, string>>): readonly SourceUnit[] =>
  Object.entries(files).flatMap(([path, text]) => unitsOf(path, text));

const importMessages = (path: string, text: string): readonly string[] =>
  checkImports(tree({ [path]: text })).map(({ message }) => message);

const FORBIDDEN_IMPORTS: readonly (readonly [path: string, code: string])[] = [
  ['geo/a.ts', "import { x } from '../story/story.ts';"],
  ['geo/a.ts', "import type { X } from '../story/story.ts';"],
  ['geo/a.ts', "export * from '../story/story.ts';"],
  ['geo/a.ts', "type X = import('../story/story.ts').X;"],
  ['geo/a.ts', "const x = await import('../story/story.ts');"],
  ['story/a.ts', "import { x } from '../i18n/translate.ts';"],
  ['annotations/a.ts', "import { x } from '../charts/share.ts';"],
  ['basemap/a.ts', "import { x } from '../labels/collisions.ts';"],
  ['pictures/a.ts', "import { x } from '../reader/motion.ts';"],
  ['embed/loader.ts', "import { x } from './frame.ts';"],
  ['site/a.ts', "import { x } from '../reader/scroll/motion.ts';"],
  ['labels/a.ts', "import { x } from './section/place-section.ts';"],
  ['reader/a.ts', "import { x } from '../content/files/raw.ts';"],
  ['cli/a.ts', "import { x } from '../reader/motion.ts';"],
  ['reader/a.ts', "import { x } from '../content.ts';"],
  ['pages/index.astro', "---\nimport { x } from '../reader/motion.ts';\n---\n"],
  ['nonsense/a.ts', "import { x } from '../geo/lng-lat.ts';"],
  ['reader/a.ts', "import { Map } from 'maplibre-gl';"],
  ['reader/a.ts', "import type { Map } from 'maplibre-gl';"],
  ['basemap/a.ts', "import { Map } from 'maplibre-gl';"],
  ['reader/a.ts', "import scrollama from 'scrollama';"],
  ['reader/a.ts', "import { select } from 'd3';"],
  ['pictures/a.ts', "import * as d3 from 'd3';"],
  ['annotations/a.ts', "import { easeCubic, transition } from 'd3';"],
  ['reader/a.ts', "import { select } from 'd3-selection';"],
  ['pages/index.astro', "---\nimport { getCollection } from 'astro:content';\n---\n"],
  ['story/a.ts', "import { readFileSync } from 'node:fs';"],
  ['components/Rail.astro', "---\nimport { join } from 'node:path';\n---\n"],
  ['story/a.ts', "import { b } from './b';"],
];

test('each kind of forbidden import is found', () => {
  for (const [path, code] of FORBIDDEN_IMPORTS) {
    assert.equal(importMessages(path, code).length, 1, `${path}: ${code}`);
  }
});

const ALLOWED_IMPORTS: readonly (readonly [path: string, code: string])[] = [
  ['story/a.ts', "import type { Box } from '../geo/lng-lat.ts';\nimport { b } from './b.ts';"],
  ['basemap/a.ts', "import type { StyleSpecification } from 'maplibre-gl';"],
  [
    'reader/stages/maplibre-stage.ts',
    "import { Map } from 'maplibre-gl';\nimport url from 'maplibre-gl/worker.mjs?url';",
  ],
  ['reader/scroll/scroll-progress.ts', "import scrollama from 'scrollama';"],
  ['reader/player/annotation-layer.ts', "import { select, transition } from 'd3';"],
  ['annotations/a.ts', "import { geoCircle, line, scaleLinear } from 'd3';"],
  [
    'pages/index.astro',
    "---\nimport Page from '../layouts/Page.astro';\n---\n<script>import '../reader/player/story-map.ts';</script>",
  ],
  ['content.ts', "import { getCollection } from 'astro:content';"],
  ['cli/a.ts', "import { join } from 'node:path';\nimport { x } from '../pictures/render-static-map.ts';"],
];

test('what the table allows passes', () => {
  for (const [path, code] of ALLOWED_IMPORTS) assert.deepEqual(importMessages(path, code), [], `${path}: ${code}`);
});

test('loops are found across any number of files, through type imports too, and reported once', () => {
  const loop = tree({
    'story/a.ts': "import { b } from './b.ts';",
    'story/b.ts': "import type { C } from './c.ts';",
    'story/c.ts': "import { a } from './a.ts';",
    'story/d.ts': "import { a } from './a.ts';",
  });
  assert.equal(checkLoops(loop).length, 1);
  assert.match(checkLoops(loop)[0]?.message ?? '', /a\.ts → story\/b\.ts → story\/c\.ts → story\/a\.ts/);
  assert.deepEqual(checkLoops(tree({ 'story/a.ts': "import { b } from './b.ts';", 'story/b.ts': '' })), []);
});

test('each way out of a pure part is found', () => {
  const ways = [
    'window.innerWidth',
    'document.body',
    "fetch('x')",
    'Math.random()',
    'Date.now()',
    'new Date()',
    'process.env',
    'performance.now()',
  ];
  for (const way of ways) {
    assert.ok(checkPurity(tree({ 'story/a.ts': `export const a = () => ${way};` })).length > 0, way);
  }
});

test('properties, parameters and dates of those names are no way out, and other parts are free', () => {
  const code = `
    export const a = (document: { readonly window: number }) => document.window;
    export const b = { process: 1, fetch: 2 };
    export const c = new Date('2019-12-27');`;
  assert.deepEqual(checkPurity(tree({ 'story/a.ts': code, 'reader/b.ts': 'window.scrollTo(0, 0);' })), []);
});

test('long files, long medians and empty names are found', () => {
  const file = (path: string, lines: number) => ({ path, text: 'x\n'.repeat(lines) });
  assert.deepEqual(checkFiles([file('geo/mercator.ts', 90), file('components/Rail.astro', 50)]), []);
  assert.equal(checkFiles([file('geo/a.ts', 301), file('geo/b.ts', 9)]).length, 1);
  assert.equal(checkFiles([file('geo/a.ts', 91)]).length, 1);
  for (const path of [
    'geo/utils.ts',
    'helpers/a.ts',
    'geo/someName.ts',
    'components/rail.astro',
    'pages/Index.astro',
  ]) {
    assert.equal(checkFiles([file(path, 9)]).length, 1, path);
  }
});

test('long and deep functions are found', () => {
  const long = `export function long() {\n${'call();\n'.repeat(39)}}`;
  assert.equal(checkFunctions(tree({ 'geo/a.ts': long })).length, 1);
  assert.deepEqual(checkFunctions(tree({ 'geo/a.ts': long.replace('call();\n', '') })), []);
  const nest = (depth: number) => `function f() { ${'if (a) { '.repeat(depth)}b();${' }'.repeat(depth)} }`;
  assert.equal(checkFunctions(tree({ 'geo/a.ts': nest(4) })).length, 1);
  assert.deepEqual(checkFunctions(tree({ 'geo/a.ts': nest(3) })), []);
});

test('an .astro file is split into what is built and what the browser runs', () => {
  const [frontmatter, script, ...rest] = unitsOf(
    'pages/index.astro',
    "---\nimport A from './A.astro';\n---\n<script type=\"application/json\">{}</script><script>import './b.ts';</script>",
  );
  assert.deepEqual(frontmatter && importsOf(frontmatter).map(({ specifier }) => specifier), ['./A.astro']);
  assert.deepEqual(script && importsOf(script).map(({ specifier }) => specifier), ['./b.ts']);
  assert.deepEqual(rest, []);
});

const filesIn = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`);

test('a folder of one file too many is found, wherever it lies', () => {
  assert.deepEqual(checkFolders(filesIn('labels', MAX_FILES_PER_FOLDER)), []);
  for (const folder of ['labels', 'labels/section', 'reader/player']) {
    assert.deepEqual(checkFolders([...filesIn(folder, MAX_FILES_PER_FOLDER + 1), ...filesIn(`${folder}/inner`, 2)]), [
      { path: folder, message: 'holds 16 files; the most is 15' },
    ]);
  }
});

test('folders of one kind of thing may hold as many as there are, but not those beside or in them', () => {
  const folders = ['annotations', 'charts', 'charts/inventory/drawings', 'content/lint/rules', 'i18n/strings'];
  assert.deepEqual(checkFolders(folders.flatMap((folder) => filesIn(folder, 40))), []);
  const others = ['annotations/dots', 'content/lint', 'content/lint/rules/cases', 'i18n'];
  assert.equal(checkFolders(others.flatMap((folder) => filesIn(folder, 40))).length, others.length);
});
