import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawBasemap } from '../../../src/basemap/drawing/basemap-drawing.ts';
import { benchStory } from '../../../src/cli/bench/bench-story.ts';
import { renderBuildTable } from '../../../src/cli/bench/build-table.ts';
import { cityBasemap } from '../../../src/cli/bench/city-basemap.ts';
import { DATA_SECTIONS, dataStory, MUCH_DATA, YEARS } from '../../../src/cli/bench/data-story.ts';
import { renderFramesTable } from '../../../src/cli/bench/frames-table.ts';
import { renderLoadTable } from '../../../src/cli/bench/load-table.ts';
import { floorPage } from '../../../src/cli/bench/measure/floor-page.ts';
import { textPage, transformPage } from '../../../src/cli/bench/measure/frame-pages.ts';
import { renderInteractionsTable } from '../../../src/cli/bench/measure/measure-interactions.ts';
import { blockingTime, type LoadRun } from '../../../src/cli/bench/measure/measure-load.ts';
import { dataBytes } from '../../../src/cli/bench/measure/measure-memory.ts';
import { type Profile, scriptPerFrame } from '../../../src/cli/bench/measure/measure-script.ts';
import type { ScrollFrame } from '../../../src/cli/bench/measure/measure-scroll.ts';
import { parseBench } from '../../../src/cli/bench/options.ts';
import { quantile, renderScrollTable } from '../../../src/cli/bench/scroll-table.ts';
import { checkStory } from '../../../src/content/lint/check-story.ts';
import { errorsOf, renderProblems } from '../../../src/content/lint/diagnostics/problems.ts';
import { normalizeStory } from '../../../src/content/normalize/normalize-story.ts';
import { formatQuantity } from '../../../src/i18n/format-quantity.ts';
import { STRINGS } from '../../../src/i18n/translate.ts';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';
import { readBasemaps, readStoryFile } from '../../../src/site/content/read-content.ts';
import { buildMapIndex } from '../../../src/story/map-index.ts';

test('a quantile is the least value that the share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(quantile(values, 0.5), 50);
  assert.equal(quantile(values, 0.95), 95);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([], 0.5), 0);
});

test('the table has all frames first, then each section, in equal columns', () => {
  const frame = (section: string, mainMs: number): ScrollFrame => ({
    section,
    startMs: 0,
    mainMs,
    intervalMs: mainMs * 2,
  });
  const lines = renderScrollTable('nile', [frame('source', 4), frame('source', 6), frame('delta', 100)]).split('\n');
  assert.match(lines[1] ?? '', /^nile +3 +6\.0 +100\.0 +12\.0 +200\.0 +33\.3$/);
  assert.match(lines[2] ?? '', /^ {2}source +2 +4\.0 +6\.0 +8\.0 +12\.0 +0\.0$/);
  assert.match(lines[3] ?? '', /^ {2}delta +1 +100\.0/);
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
});

test('what a reader presses has a line with the middle and the slowest of its answers', () => {
  const lines = renderInteractionsTable('nile', [{ name: 'explore', delaysMs: [24, 96, 32] }]).split('\n');
  assert.match(lines[1] ?? '', /^ {2}explore +32 +96$/);
});

test("of a profile a frame has what the reader's own script took from its first event until it was painted", () => {
  const call = (id: number, url: string, children: readonly number[] = []): Profile['nodes'][number] => ({
    id,
    callFrame: { url },
    children,
  });
  const site = 'http://localhost/nile/_astro';
  const nodes = [
    call(1, '', [2, 5, 6]),
    call(2, `${site}/story-map.abc.js`, [3, 4]),
    // A function of the browser, called by the reader's script; and the map, called by it, too.
    call(3, ''),
    call(4, `${site}/maplibre-stage.abc.js`, [7]),
    call(5, ''),
    call(6, 'http://localhost/measuring.js'),
    // Called back by the map: its frame is the map's.
    call(7, `${site}/story-map.abc.js`),
  ];
  // Two frames, at 10 and 26 ms of a clock that began at 1 s of the profile's; a sample each millisecond from 9 ms on.
  const samples = [2, 2, 3, 4, 7, 6, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
  const profile: Profile = { nodes, startTime: 1_008_000, samples, timeDeltas: samples.map(() => 1000) };
  const frames = [
    { startMs: 10, mainMs: 7 },
    { startMs: 26, mainMs: 4 },
  ];
  const rounded = scriptPerFrame(profile, frames, 1_000_000).map((ms) => Math.round(ms * 1000) / 1000);
  assert.deepEqual(rounded, [4, 2]);
  assert.deepEqual(scriptPerFrame({ nodes, startTime: 0 }, frames, 0), [0, 0]);
});

test('of a heap, what scripts keep is told from their code and from what is the browser’s', () => {
  const types = ['hidden', 'array', 'string', 'object', 'code', 'native', 'object shape'];
  const meta = { node_fields: ['type', 'name', 'self_size'], node_types: [types, 'string', 'number'] };
  // Rows of type, name and size: an array, an object, code, something of the browser's, the shape of an object.
  const nodes = [1, 0, 100, 3, 0, 20, 4, 0, 5000, 5, 0, 700, 6, 0, 60];
  assert.equal(dataBytes({ snapshot: { meta }, nodes }), 120);
});

test('the command line is read, and what it does not know is refused', () => {
  assert.equal(parseBench(['--help']), null);
  assert.deepEqual(parseBench(['--size', 'phone', '--story', 'nile']), {
    story: 'nile',
    sizes: ['phone'],
    slowdown: 4,
    site: null,
    parts: ['load', 'frames', 'scroll', 'script', 'jumps', 'interactions', 'memory', 'host'],
    runs: 5,
    quick: false,
    builds: [],
    sections: [],
    segments: [],
    data: false,
    edits: false,
    json: null,
  });
  assert.deepEqual(parseBench(['--only', 'jumps,load'])?.parts, ['load', 'jumps']);
  const quick = parseBench(['--quick']);
  assert.deepEqual([quick?.sizes, quick?.runs], [['phone'], 2]);
  assert.deepEqual(quick?.parts, ['load', 'frames', 'scroll', 'script', 'jumps', 'interactions', 'memory']);
  assert.deepEqual(parseBench(['--quick', '--only', 'host'])?.parts, ['host']);
  assert.throws(() => parseBench(['--only', 'speed']), {
    message: /load, frames, scroll, script, jumps, interactions, memory, host; found "speed"/,
  });
  assert.throws(() => parseBench(['--runs', '0']), { message: /from 1; found "0"/ });
  assert.deepEqual(parseBench(['--builds', '10,50'])?.builds, [10, 50]);
  assert.deepEqual(parseBench(['--segments', '2000,40000'])?.segments, [2000, 40_000]);
  assert.deepEqual(parseBench([])?.sizes, ['desktop', 'phone']);
  assert.throws(() => parseBench(['--size', 'watch']), { message: /desktop or phone; found "watch"/ });
  assert.throws(() => parseBench(['--slowdown', '0']), { message: /from 1; found "0"/ });
  for (const builds of ['0', '10,5', 'many', '1.5'])
    assert.throws(() => parseBench(['--builds', builds]), { message: /whole numbers/ });
});

test('builds are told with what each further section cost', () => {
  const lines = renderBuildTable([
    { stories: 10, sections: 20, seconds: 12, bytes: 5e6, againSeconds: 8 },
    { stories: 50, sections: 20, seconds: 32, bytes: 25e6, againSeconds: 24 },
    { stories: 50, sections: 20, seconds: 30, bytes: 25e6 },
  ]).split('\n');
  assert.match(lines[1] ?? '', /^10 × 20 sections +12\.0 +5\.0 +8\.0 +$/);
  assert.match(lines[2] ?? '', /^50 × 20 sections +32\.0 +25\.0 +25\.0 +24\.0 +20\.0$/);
  assert.match(lines[3] ?? '', /^50 × 20 sections +30\.0 +25\.0 +$/);
});

const VISIT: LoadRun = {
  fcpMs: 400,
  lcpMs: 500,
  mapMs: 450,
  followsMs: 900,
  liveMs: 2000,
  cls: 0,
  tbtMs: 120,
  wholeTbtMs: 310,
  longestTaskMs: 90,
  heapBytes: 5e6,
  requestsBefore: 6,
  requests: 9,
  bytes: { html: 50_000, js: 300_000, woff2: 90_000 },
};

test('visits are told as a median with the least and the most, next to the floor', () => {
  const slow = { ...VISIT, lcpMs: 700 };
  const floor = { ...VISIT, lcpMs: 400, liveMs: null, bytes: { html: 20_000 } };
  const table = renderLoadTable({ path: '/en/nile/', profile: 'phone', story: [VISIT, slow, VISIT], floor: [floor] });
  assert.match(table, /^largest contentful paint, s +0\.50 \(0\.50–0\.70\) +0\.40 +1\.25×$/m);
  assert.match(table, /^from a move to MapLibre, s +2\.00 +– +$/m);
  assert.match(table, /^bytes without fonts, kB +350\.0 +20\.0 +17\.50×$/m);
  assert.match(table, /^ {2}woff2 +90\.0 /m);
  const failed = renderLoadTable({
    path: '/',
    profile: 'phone',
    story: [VISIT, { ...VISIT, liveMs: null }],
    floor: [],
  });
  assert.match(failed, /^from a move to MapLibre, s +– /m);
});

test('only what a task takes beyond 50 ms blocks, and only within the span', () => {
  const tasks = [
    { startMs: 100, durationMs: 200 },
    { startMs: 400, durationMs: 51 },
    { startMs: 600, durationMs: 150 },
  ];
  assert.equal(blockingTime(tasks, 0, 1000), 150 + 1 + 100);
  assert.equal(blockingTime(tasks, 200, 640), 50 + 1);
  assert.equal(blockingTime([], 0, 1000), 0);
});

test('the floor is the story’s words and its first map, and nothing that is fetched or run', () => {
  const section = (id: string) =>
    `<section class="section" id="${id}"><h2>Title ${id}</h2><p class="map-description">unseen</p><p>Text ${id}</p>
    <figure class="static-map"><svg class="${id}"><use href="#land"/></svg></figure></section>`;
  const html = `<title>Nile &amp; sea</title><link rel="stylesheet" href="a.css"><script src="b.js"></script>
    <body><svg><defs><g id="land"/></defs></svg><svg><g id="sea"/></svg><main>${section('one')}${section('two')}</main></body>`;
  const floor = floorPage(html);
  assert.match(floor, /<title>Nile &amp; sea<\/title>/);
  assert.match(floor, /id="land"[\s\S]*Title one[\s\S]*<svg class="one"[\s\S]*Text one[\s\S]*Title two[\s\S]*Text two/);
  assert.doesNotMatch(floor, /<script|<link|unseen|id="sea"|class="two"/);
});

test('the floor of a story that opens with a picture is that picture, fetched as early', () => {
  const floor =
    floorPage(`<link rel="preload" as="image" imagesrcset="a.webp 960w"><link rel="preload" as="font" href="f">
    <div class="opening-backdrop"><picture><img src="a.webp"></picture></div>
    <section class="section"><h1>Title</h1><figure class="static-map"><picture><img src="b.webp"></picture></figure></section>`);
  assert.match(
    floor,
    /<head>[\s\S]*as="image" imagesrcset="a.webp 960w"[\s\S]*<body>[\s\S]*<img src="a.webp">[\s\S]*Title/,
  );
  assert.doesNotMatch(floor, /as="font"/);
});

test('a generated story has twenty sections, each with another view, and no mistake', async () => {
  const [basemap] = Object.values(await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap')));
  assert.ok(basemap);
  const files = Object.entries(benchStory(0, basemap)).map(([path, text]) =>
    readStoryFile(path, new TextEncoder().encode(text)),
  );
  const raw = { slug: 'story-0', folder: 'story-0', files };
  const mapIndexes = { [basemap.meta.name]: buildMapIndex(basemap) };
  assert.equal(renderProblems(errorsOf(checkStory(raw, { mapIndexes, strings: STRINGS }))), '');
  const frames = files.filter(({ path }) => /\/\d+-/.test(path)).map(({ data }) => JSON.stringify(data));
  assert.equal(new Set(frames).size, 20);
});

test('a generated story with data shows areas, circles and a series of 24 years, and has no mistake', async () => {
  const [basemap] = Object.values(await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap')));
  assert.ok(basemap);
  const files = Object.entries(dataStory(0, basemap, DATA_SECTIONS, { across: 8, down: 5, circles: 60 })).map(
    ([path, text]) => readStoryFile(path, new TextEncoder().encode(text)),
  );
  const raw = { slug: 'story-0', folder: 'story-0', files };
  const mapIndexes = { [basemap.meta.name]: buildMapIndex(basemap) };
  assert.equal(renderProblems(errorsOf(checkStory(raw, { mapIndexes, strings: STRINGS }))), '');
  const { sections, dataLayers } = normalizeStory(raw, { locale: 'en', figure: formatQuantity });
  assert.equal(sections.filter(({ data = [] }) => data.length > 0).length, DATA_SECTIONS);
  assert.equal(dataLayers?.['rates']?.slices.length, YEARS);
  assert.deepEqual([MUCH_DATA.across * MUCH_DATA.down, MUCH_DATA.circles, YEARS], [3000, 5000, 24]);
  assert.ok(dataLayers?.['rates']?.slices.every(({ features }) => features.length === 40));
  assert.equal(dataLayers?.['circles']?.slices[0]?.features.length, 60);
});

test('frames are told next to those of the words alone and of the drawing’s transform', () => {
  const frames = (mainMs: number, intervalMs: number): readonly ScrollFrame[] => [
    { section: '', startMs: 0, mainMs, intervalMs },
    { section: '', startMs: 0, mainMs, intervalMs: 30 },
  ];
  const run = {
    slowdown: 2,
    text: frames(2, 16),
    transform: frames(4, 16),
    first: frames(6, 30),
    third: frames(5, 16),
  };
  const lines = renderFramesTable('nile', [run]).split('\n');
  assert.match(lines[1] ?? '', /^nile, 2× slower: words alone +2\.0 +2\.0 +50\.0 +1\.00 +0\.50 +1\.00 +1\.00$/);
  assert.match(lines[3] ?? '', /first pass +6\.0 +6\.0 +100\.0 +3\.00 +1\.50 +2\.00 +2\.00$/);
  assert.match(lines[4] ?? '', /third pass +5\.0 .* +2\.50 +1\.25 +1\.00 +1\.00$/);
});

test('of the pages frames are told next to one has words alone, the other the drawing, its styles and what moves it', () => {
  const html = `<title>Nile</title><style>.s{}</style><body><svg><defs><g id="bm"/></defs></svg><main>
    <svg class="svg-stage"><use href="#bm" transform="translate(1 2) scale(3)"/></svg>
    <section class="section"><h2>Title</h2><figure class="static-map"><svg><use href="#bm"/></svg></figure></section></main></body>`;
  assert.doesNotMatch(textPage(html), /<script|id="moved"/);
  const page = transformPage(html);
  assert.match(page, /<g id="moved" transform="translate\(1 2\) scale\(3\)"><use href="#bm"\/><\/g>/);
  assert.match(page, /<style>\.s\{\}<\/style>/);
  const use = (name: string, scale: number) => `<use href="#bm-${name}" data-drawing="" transform="scale(${scale})"/>`;
  const ofTwo = transformPage(`<head></head><body>${use('land', 3)}${use('lines', 3)}${use('land', 4)}</body>`);
  assert.match(ofTwo, /<g id="moved" transform="scale\(3\)"><use href="#bm-land"\/><use href="#bm-lines"\/><\/g>/);
  assert.throws(() => transformPage('<body></body>'), /no drawing/);
});

test('a generated city has its segments, the same each time, and they are drawn', () => {
  const city = cityBasemap(40_000);
  assert.deepEqual(cityBasemap(40_000), city);
  const { defs } = drawBasemap(city, 'XXA', { regions: [], detail: city.meta.bounds });
  const [, d = ''] = /id="bm-rivers-great"[^>]* d="([^"]+)"/.exec(defs) ?? [];
  const lines = d.split('m').slice(1);
  const segments = lines.reduce((sum, line) => sum + (line.match(/-?[\d.]+/g)?.length ?? 0) / 2 - 1, 0);
  assert.ok(segments >= 39_900 && segments <= 40_000, `${segments} segments`);
});
