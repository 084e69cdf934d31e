import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readInput } from '../../../src/cli/import/input/read-input.ts';
import { type Leaf, leavesOf } from '../../../src/cli/import/report/account.ts';
import { errorsOf, renderProblems } from '../../../src/content/lint/diagnostics/problems.ts';
import { lintStory } from '../../../src/site/content/lint-story.ts';
import { FIXTURES, judged, runImport, treeOf, wordsOf } from '../../support/imported.ts';

/** What a reader reads of a section: its title, kicker and text. */
function readerWords(mdx: string): readonly string[] {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(mdx) ?? [];
  const { title, kicker, standfirst, byline, heading } = parse(frontmatter) as Record<string, string | boolean>;
  const text = treeOf(body.replace(/<\w+[^>]*? title="([^"]*)"(?:[^>]*? credit="([^"]*)")?[^>]*\/>/g, '$1 $2')).map(
    ({ type, value }) => (type === 'text' ? value : ' '),
  );
  return wordsOf([heading === false ? '' : title, kicker, standfirst, byline, ...text].filter(Boolean).join(' '));
}

const NAMES = [
  'template.js',
  'folder',
  'storymapjs.json',
  'geolibre.json',
  'harbour',
  'lights',
  'islands',
  'rivers',
  'zoomify.json',
  'arcgis.json',
  'tour.kml',
  'walk.gpx',
  'chapters.csv',
];
const imported = Object.fromEntries(
  await Promise.all(NAMES.map(async (name) => [name, await runImport([join(FIXTURES, name)])] as const)),
);

const runOf = (name: string) => imported[name] ?? assert.fail(name);
const ownOf = (name: string) => {
  const { written } = runOf(name);
  const [folder = ''] = Object.keys(written).flatMap((path) => /^(.*)\/story\.yaml$/.exec(path)?.[1] ?? []);
  return Object.fromEntries(
    Object.entries(written).flatMap(([path, text]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text] as const] : [],
    ),
  );
};
const fileOf = (name: string, path: string): string => ownOf(name)[path] ?? assert.fail(`${name}: no ${path}`);
const frontmatterOf = (name: string, path: string) => parse(fileOf(name, path).split('---\n')[1] ?? '');
const reportOf = (name: string): string => fileOf(name, 'import-report.md');
const entriesOf = (
  name: string,
): readonly { path: (string | number)[]; verdict: string; what: string; why: string; values: number }[] =>
  JSON.parse(fileOf(name, 'import-report.json')).entries;
const sectionsOf = (name: string): readonly string[] =>
  Object.keys(ownOf(name))
    .filter((path) => path.endsWith('.mdx'))
    .sort((a, b) => (Number(/(\d+)-/.exec(a)?.[1]) || 0) - (Number(/(\d+)-/.exec(b)?.[1]) || 0));

/** Warnings that only an author can answer: on which terms, in which words. */
const AUTHORS =
  /^(UnstatedLicence|MissingInterfaceStrings|MapWithoutNames|FrameCutToZoom|PlaceNotNamed|MissingAttribution|RacingTravel)$/;

for (const name of NAMES) {
  test(`${name} becomes a story without errors, and without warnings that the importer caused`, async () => {
    const { code, written, bytes } = runOf(name);
    assert.equal(code, 0);
    const { raw, context, basemaps } = await judged(written, bytes);
    const { problems } = lintStory(raw, context, basemaps);
    assert.equal(renderProblems(errorsOf(problems)), '');
    assert.equal(renderProblems(problems.filter((problem) => !AUTHORS.test(problem.name))), '');
    assert.equal(Object.keys(basemaps).length, 1);
    const [, first = ''] = sectionsOf(name);
    const racing = problems.filter((problem) => problem.name === 'RacingTravel' && problem.file.endsWith(first));
    assert.equal(renderProblems(racing), '', 'the title page is the importer’s own');
  });
}

/** All that the fixtures say, in their order, as somebody reading them in their own tool would read it. */
const SAID: Readonly<Record<string, string>> = {
  'template.js': `Three lighthouses A walk along a coast that is made up, in 3 chapters By the test desk
    The first light It was lit in 1871, and seen from eighteen miles. The keeper wrote: “Wind & rain, {nothing} else.”
    The third light import nothing from here; export it neither. 1 < 2, and a * b stays.
    Sources Sources: the harbour book, 1902. Made with a tool.`,
  folder: `A keeper’s year Words told by Brid Winter In winter Brid counted ships. Spring In spring the boat came.
    Winter again And  years went by.`,
  'storymapjs.json': `Islands of the outer sea Four islands, and the boat between them.
    The first island Monday The boat leaves at nine. It carries letters, and a goat.
    The second island Tuesday Here nobody answers; the letters stay on the wall.
    Somewhere between the islands it grew dark. The last island Nobody lives here any more. Sources Map words by nobody`,
  'geolibre.json': `Two rivers Where one water meets another By the test desk
    The source It rises under a stone. A child can step across it.
    The meeting The green water and the brown run side by side for a while. Sources Told after a school book.`,
  harbour: `The harbour A coast, told twice How a quay was built, and what the sea made of it Spring 2021
    The quay at dawn 1 21 High Street is where it begins. The stones came by boat.
    Across the water Twice a day, weather permitting. By sail Two hours. By steam Less than one.
    What the sea made of it example.org/flood The water came. The flood, a film How deep it was To the knee No colour
    Sources Told by the harbour office. The harbour book Tide tables The harbour office`,
  lights: `Two lights Along a coast that is made up By the test desk The tower It was lit long ago. It is lit still.
    The cape Below it lie the wrecks.`,
  islands: `Islands of the outer sea Three islands, and the boat between them. The first island Monday The boat leaves at nine.
    The crossing, a film Omar Said The second island Tuesday Here nobody answers; the letters stay on the wall. The sea
    The last island Nobody lives here any more. Aran Islands (Wikipedia)`,
  rivers: `Two rivers Where one water meets another By the test desk
    The source It rises under a stone. A child can step across it.
    The meeting The green water and the brown run side by side for a while. Sources Told after a school book.`,
  'zoomify.json': `Le tableau Un grand tableau, vu de près. La main Elle tient une lettre. Derrière elle, la mer.`,
  'arcgis.json': `The delta Where a river ends The test desk Before the dams The river came down brown each August.
    The river from the mountains to the sea The first dam Nobody asked the fishermen. We read of it in a newspaper.
    Rosetta The western mouth. Damietta The eastern mouth. Six minutes, without words. A film of the flood
    Sources Maps The ministry of water`,
  'tour.kml': `Wells of the plateau A walk from well to well. The upper well Dug by hand. The track Goats made it.
    The lower well Depth: twelve metres`,
  'walk.gpx': `A walk along the ridge Rana On foot, in May. Start By the mill. Half way A fig tree. End`,
  'chapters.csv': `Imported story The gate Two towers, and a door between them. The market He said "come in".`,
};

const sorted = (words: readonly string[]): readonly string[] => [...words].sort();

for (const name of NAMES) {
  test(`no word of ${name} is lost, and none is added`, () => {
    const words = sectionsOf(name).flatMap((path) => readerWords(fileOf(name, path)));
    if (name !== 'chapters.csv') assert.deepEqual(sorted(words), sorted(wordsOf(SAID[name] ?? '')));
    else assert.deepEqual(sorted(words.slice(2)), sorted(wordsOf(SAID[name] ?? '').slice(2)));
  });

  test(`every value of ${name} is kept, approximated or dropped, and words that were dropped stand in the report`, async () => {
    const { root } = await readFixture(name);
    const entries = entriesOf(name);
    // An entry that stands for no value of its own says nothing of those below it.
    const byPath = new Map(
      entries.filter(({ values }) => values > 0).map((entry) => [JSON.stringify(entry.path), entry]),
    );
    const verdictOn = (path: Leaf['path']): (typeof entries)[number] | undefined =>
      byPath.get(JSON.stringify(path)) ?? (path.length === 0 ? undefined : verdictOn(path.slice(0, -1)));
    const told = [
      ...sectionsOf(name).map((path) => fileOf(name, path)),
      ownOf(name)['media/media.yaml'] ?? '',
      ownOf(name)['places.yaml'] ?? '',
      ownOf(name)['layers.yaml'] ?? '',
    ];
    const output = new Set(wordsOf(told.join(' ')));
    const report = new Set(wordsOf(`${reportOf(name)} ${fileOf(name, 'import-report.json')}`));
    for (const { path, value } of leavesOf(root)) {
      const entry = verdictOn(path) ?? assert.fail(`${path.join('.')} is unaccounted for`);
      assert.ok(entry.why !== '', path.join('.'));
      if (typeof value !== 'string' || !/\p{L}{2,} \p{L}{2,}/u.test(value) || /^(https?:|data:)/.test(value)) continue;
      const words = wordsOf(value.replace(/<[^>]*>|&\w+;/g, ' '));
      const missing = words.filter((word) => !output.has(word) && !report.has(word));
      assert.deepEqual(missing, [], `${path.join('.')}: ${entry.verdict}`);
    }
  });

  test(`the report on ${name} names every section, and nothing in the story is untitled or escaped in sight`, () => {
    for (const path of sectionsOf(name)) {
      assert.ok(reportOf(name).includes(`\`${path}\``), path);
      const text = fileOf(name, path);
      assert.doesNotMatch(text, /untitled|display:\s*none/i);
      for (const node of treeOf(text.split('---\n').slice(2).join('---\n'))) {
        if (node.type === 'text') assert.doesNotMatch(node.value ?? '', /\\/);
      }
    }
  });
}

/** The value an input was read to. */
async function readFixture(name: string) {
  const { findInput } = await import('../../../src/cli/import/input/find-input.ts');
  const { IMPORT_EFFECTS } = await import('../../../src/cli/import/import-effects.ts');
  const { text, neighbours } = await findInput(join(FIXTURES, name), IMPORT_EFFECTS);
  return readInput(text, neighbours);
}

test('cameras that this map does not have are turned into ones it has, and the report says so', () => {
  assert.deepEqual(frontmatterOf('template.js', 'en/10-first-light.mdx').frame, {
    center: [-8.21, 52.5],
    zoom: 9.5,
    pitch: 60,
    bearing: -43.2,
    keepVisible: ['the-first-light'],
  });
  const { frame, travel } = frontmatterOf('template.js', 'en/30-etc-passwd.mdx');
  assert.deepEqual([frame.zoom, frame.bearing, travel], [14, -90, 'cut']);
  for (const words of ['bearing of 270°', 'no location', 'countShips', 'Fog on most days', 'the layer lights'])
    assert.ok(reportOf('template.js').includes(words), words);
});

test('a chapter without a location shows what the one before it shows', () => {
  const [third, second] = ['en/40-third-light.mdx', 'en/30-etc-passwd.mdx'].map(
    (path) => frontmatterOf('template.js', path).frame,
  );
  assert.deepEqual(third, second);
});

test('a hidden chapter is a stop without a card; a map that turned by itself turns as the reader scrolls on', () => {
  const hidden = frontmatterOf('template.js', 'en/30-etc-passwd.mdx');
  assert.deepEqual([hidden.card, hidden.heading], [{ hidden: true }, false]);
  const turn = frontmatterOf('template.js', 'en/20-first-light-turn.mdx');
  assert.deepEqual([turn.frame.bearing, turn.card.hidden], [-3.2, true]);
});

test('names, templates, sums and spreads of a module are read; what would have to be run is not, and is reported', () => {
  assert.deepEqual(frontmatterOf('folder', 'en/20-spring.mdx').frame, {
    center: [-9.9, 52.1],
    zoom: 8,
    bearing: -159.5,
  });
  assert.equal(frontmatterOf('folder', 'en/30-winter-2.mdx').frame.zoom, 7.5);
  assert.match(reportOf('folder'), /call on line \d+: not read: it would have to be run/);
});

test('TypeScript is read without its types, with chapters that are added after the literal', () => {
  assert.ok('en/40-after.mdx' in ownOf('harbour'));
  assert.equal(frontmatterOf('harbour', 'en/index.mdx').mood, 'night');
});

test('pictures that lie beside the file come along with their words, and remote ones are listed', () => {
  const media = parse(fileOf('harbour', 'media/media.yaml'));
  assert.deepEqual(media['quay-at-dawn.jpg'], {
    credit: 'Leila Haddad',
    licence: 'unstated',
    alt: 'A stone quay with two sheds.',
    caption: 'The quay before the first boat',
  });
  assert.equal(media['boat-sail.jpg'].credit, 'Omar Said');
  const after = fileOf('harbour', 'en/40-after.mdx');
  for (const piece of ['<Compare before="shore-1980.jpg" after="shore-2020.jpg" />', '<Figure src="boat-sail.jpg" />'])
    assert.ok(after.includes(piece), piece);
  assert.match(after, /<Embed href="https:\/\/www\.youtube\.com\/watch\?v=abc123def45" title="The flood, a film" \/>/);
  assert.match(reportOf('harbour'), /Import again with `--fetch`.*pictures\.example\.org\/elsewhere\.jpg/);
  assert.ok(!fileOf('harbour', 'en/40-after.mdx').includes('A caption of a picture elsewhere'));
});

test('a legend of a layer names its colours in the legend on the map; any other is a colour key with its own colours', () => {
  const berths = parse(fileOf('harbour', 'layers.yaml')).berths;
  assert.deepEqual(berths, {
    areas: 'data/berths.geojson',
    value: 'kind',
    scale: { kind: 'categories', colors: ['#8A8378', '#B5543C', '#9A958C'] },
    categories: { stone: 'Stone', wood: 'Wood' },
    label: 'Berths',
  });
  assert.doesNotMatch(fileOf('harbour', 'en/10-quay.mdx'), /Stone|<svg/);
  const after = fileOf('harbour', 'en/40-after.mdx');
  assert.match(
    after,
    /\*\*How deep it was\*\*\n\n- <svg [^>]*><rect [^>]*fill="rgb\(79, 116, 134\)"\/><\/svg> To the knee\n- No colour/,
  );
});

test('layers in the files beside a story are its data, and each section says all that it shows of them', () => {
  const shapes = JSON.parse(fileOf('harbour', 'data/berths.geojson'));
  assert.deepEqual(
    shapes.features.map(({ id, geometry }: { id: string; geometry: { type: string } }) => [id, geometry.type]),
    [
      ['1', 'Polygon'],
      ['2', 'Polygon'],
    ],
  );
  const shownBy = (path: string) => frontmatterOf('harbour', path).layers?.data ?? [];
  const berths = { layer: 'berths', opacity: 0.8 };
  assert.deepEqual(shownBy('en/10-quay.mdx'), [berths]);
  assert.deepEqual(shownBy('en/20-crossing.mdx'), [berths, { layer: 'cable', legend: false }], 'nothing has hidden it');
  assert.deepEqual(
    shownBy('en/40-after.mdx'),
    [{ layer: 'cable', legend: false }],
    'the chapter before it hid it on leaving',
  );
  assert.match(reportOf('harbour'), /the layer their-tiles, in The quay at dawn: it is in a style/);
});

test('layers that a template’s config brings itself are data as those beside it, and what two breaks part are paragraphs', () => {
  const { wrecks, 'coast-road': road } = parse(fileOf('lights', 'layers.yaml'));
  assert.equal(road.lines, 'data/coast-road.geojson');
  assert.deepEqual(
    [wrecks.points, wrecks.color, wrecks.scale.colors.slice(0, 2)],
    ['data/wrecks.geojson', 'kind', ['#111827', '#D97706']],
  );
  const shown = (path: string) =>
    frontmatterOf('lights', path).layers?.data.map(({ layer }: { layer: string }) => layer);
  assert.equal(fileOf('lights', 'layers.yaml').match(/coast-road: Coast road/g)?.length, 1, 'ids are no words');
  assert.deepEqual([shown('en/10-tower.mdx') ?? [], shown('en/20-cape.mdx')], [[], ['coast-road', 'wrecks']]);
  assert.match(fileOf('lights', 'en/10-tower.mdx'), /It was lit long ago\.\n\nIt is lit still\./);
  assert.deepEqual(
    entriesOf('lights').filter(({ verdict }) => verdict === 'dropped'),
    [],
  );
});

test('a path is drawn as far as each chapter says', () => {
  const spans = (path: string) =>
    (frontmatterOf('harbour', path).annotations as readonly { route: string; span?: number[] }[]).flatMap(
      ({ route, span }) => (route === 'data/routes#path-1' ? [span] : []),
    );
  assert.deepEqual(spans('en/20-crossing.mdx'), [[0, 0.5]]);
  assert.deepEqual(spans('en/30-unseen.mdx'), [
    [0, 0.5],
    [0.5, 1],
  ]);
});

test('StoryMapJS: its zoom counts one more; a slide without one shows its place among its neighbours', () => {
  assert.deepEqual(frontmatterOf('storymapjs.json', 'en/10-the-first-island.mdx').frame, {
    center: [-9.75, 53.12],
    zoom: 10,
    keepVisible: ['first-island'],
  });
  const [west, south, east, north] = frontmatterOf('storymapjs.json', 'en/20-the-second-island.mdx').frame.bounds;
  assert.ok(Math.abs((west + east) / 2 - -9.52) < 1e-6 && Math.abs((south + north) / 2 - 53.05) < 1e-6);
  assert.ok(west < -9.75 && north > 53.12, 'the first island is in view');
});

test('StoryMapJS: places have their names, lines are drawn from place to place, a background is a backdrop', () => {
  const places = parse(fileOf('islands', 'places.yaml'));
  assert.deepEqual(places['inishmore'].lngLat, [-9.75, 53.12]);
  const [earlier, line] = frontmatterOf('islands', 'en/30-the-sea.mdx').annotations ?? [];
  assert.deepEqual([earlier, line], [undefined, undefined], 'a backdrop has no annotations');
  assert.equal(frontmatterOf('islands', 'en/30-the-sea.mdx').backdrop, 'sea.jpg');
  const [way] = frontmatterOf('islands', 'en/20-the-second-island.mdx').annotations;
  assert.deepEqual([way.kind, way.route, way.span[0]], ['route', 'data/routes#way', 0]);
  assert.match(fileOf('islands', 'en/20-the-second-island.mdx'), /<Figure src="wall\.png" \/>/);
  const card = /<Embed [^>]*title="The crossing, a film" credit="Omar Said" \/>\n*$/;
  assert.match(
    fileOf('islands', 'en/10-the-first-island.mdx'),
    card,
    'a film’s credit is on the card that leads there',
  );
});

test('a story over a picture keeps its words and says what is missing', () => {
  const { layers } = frontmatterOf('zoomify.json', 'fr/10-la-main.mdx');
  assert.deepEqual(layers, { emphasis: { map: 0 } });
  assert.match(reportOf('zoomify.json'), /moved over a picture in tiles/);
  assert.match(reportOf('zoomify.json'), /location\.lat: 12\.5: it is a point of the picture/);
});

test('GeoLibre: layers of the project and tables beside it are data; a layer of pictures is named as missing', () => {
  const { layers } = frontmatterOf('rivers', 'en/10-source.mdx');
  assert.deepEqual(layers.data, [
    { layer: 'river', legend: false },
    { layer: 'gauges', opacity: 0.5, legend: false },
  ]);
  const { river, gauges: dots } = parse(fileOf('rivers', 'layers.yaml'));
  const { lines, color, scale, width } = river;
  assert.deepEqual([lines, color, scale.colors[0]], ['data/river.geojson', 'kind-of-layer', '#1E40AF']);
  assert.deepEqual([width, dots.size], [3, 6], 'as wide and as large as they were');
  const gauges = JSON.parse(fileOf('rivers', 'data/gauges.geojson'));
  assert.deepEqual(gauges.features[0].geometry, { type: 'Point', coordinates: [9.99, 48.4] });
  assert.match(reportOf('rivers'), /the layer Pictures from above: its data \(xyz\) are not in these files/);
});

test('ArcGIS StoryMaps: slides and places of a tour are sections in their order, with the views of their maps', () => {
  const bounds = frontmatterOf('arcgis.json', 'en/10-n-head.mdx').frame.bounds;
  assert.ok(Math.abs(bounds[0] - 30.09) < 0.01 && Math.abs(bounds[3] - 31.52) < 0.01, String(bounds));
  const { frame, card } = frontmatterOf('arcgis.json', 'en/20-n-s1.mdx');
  assert.deepEqual([frame.zoom, card.side], [8, 'end']);
  assert.deepEqual(frontmatterOf('arcgis.json', 'en/50-g1.mdx').frame.center, [31.072726, 31.439814]);
  assert.match(reportOf('arcgis.json'), /the layer Canals of 1900: it is a layer of a web map/);
});

test('KML and GPX: a section for each placemark or waypoint, with the view it asks for', () => {
  const { frame } = frontmatterOf('tour.kml', 'en/10-the-upper-well.mdx');
  assert.deepEqual([frame.center, frame.pitch, frame.bearing], [[36.51, 35.62], 45, -160]);
  assert.ok(frame.zoom > 12 && frame.zoom < 15, String(frame.zoom));
  assert.deepEqual(frontmatterOf('tour.kml', 'en/20-the-track.mdx').layers.data, [
    { layer: 'the-track', legend: false },
  ]);
  const [, to] = frontmatterOf('walk.gpx', 'en/20-half-way.mdx').annotations[0].span;
  assert.ok(to > 0.4 && to < 0.6, String(to));
});

test('the map is made at once, with names in the language of the story, unless it is asked not to', async () => {
  assert.deepEqual(runOf('zoomify.json').maps, [], 'a story over a picture needs none');
  assert.deepEqual(runOf('walk.gpx').maps[0]?.slice(2), [
    '--bounds=36.256,35.424,36.854,35.836',
    '--names',
    'en',
    '--out',
    '/project/public/basemap',
  ]);
  const { maps, written } = await runImport([join(FIXTURES, 'geolibre.json'), '--no-basemap']);
  assert.deepEqual(maps, []);
  const report = Object.entries(written).find(([path]) => path.endsWith('report.md'))?.[1] ?? '';
  assert.match(report, /npm run basemap -- --name two-rivers --bounds=\S+ --names en`/);
  const failed = await runImport([join(FIXTURES, 'geolibre.json')], {}, { basemapCode: 1 });
  assert.equal(failed.code, 0);
  assert.match(failed.out, /stands on bare ground/);
});

test('a story written elsewhere is written there and nowhere else', async () => {
  const { code, written } = await runImport([join(FIXTURES, 'geolibre.json'), '--out', '/elsewhere/rivers']);
  assert.equal(code, 0);
  for (const path of Object.keys(written)) assert.ok(path.startsWith('/elsewhere/rivers/'), path);
});

test('the language is the one the story names, the one its letters are of, or the one that is asked for', async () => {
  const story = (own: object) =>
    JSON.stringify({ title: 'T', ...own, chapters: [{ title: 'A', location: { center: [1, 2], zoom: 5 } }] });
  const localeOf = async (text: string, ...args: readonly string[]) => {
    const { written } = await runImport(['/input', ...args], { [resolve('/input')]: text });
    const [path = ''] = Object.keys(written).filter((one) => one.endsWith('story.yaml'));
    return parse(written[path] ?? '').defaultLocale;
  };
  assert.equal(await localeOf(story({ language: 'pt-br' })), 'pt-BR');
  assert.equal(await localeOf(story({ title: 'جسر فوق النهر القديم' })), 'ar');
  assert.equal(await localeOf(story({})), 'en');
  assert.equal(await localeOf(story({}), '--language', 'cy'), 'cy');
  assert.equal((await runImport(['/input', '--language', '??'], { [resolve('/input')]: story({}) })).code, 2);
});

test('a folder that is there is left alone, and help explains', async () => {
  const inputs = {
    [resolve('/input')]: JSON.stringify({ title: 'T', chapters: [{ location: { center: [1, 2], zoom: 5 } }] }),
    '/project/content/stories/t/story.yaml': '',
  };
  const { code, written, err } = await runImport(['/input'], inputs);
  assert.deepEqual([code, written], [2, {}]);
  assert.match(err, /there already/);
  assert.match((await runImport(['--help'])).out, /StoryMapJS/);
  assert.equal((await runImport([])).code, 2);
  assert.equal((await runImport(['/nowhere'])).code, 2);
});
