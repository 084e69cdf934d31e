import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { shapesAt } from '../../../../src/content/normalize/layer-input.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { parseData } from '../../../../src/content/schema/data.ts';
import { formatQuantity } from '../../../../src/i18n/format-quantity.ts';
import { DISK, readStories } from '../../../../src/site/content/read-content.ts';
import { MAX_TABLE_MB } from '../../../../src/site/content/read-table-file.ts';
import type { TableReading } from '../../../../src/story/table.ts';
import { FIXTURE_ROOT } from '../../../fixtures/content/read-fixture.ts';

const STORIES = join(FIXTURE_ROOT, 'content', 'stories');

/** The valid story with further files in `data/`. */
async function storyWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const [story] = await readStories(STORIES, {
    list: async (folder) => [
      ...(await DISK.list(folder)),
      ...Object.keys(files).map((name) => `crossing/data/${name}`),
    ],
    read: (path) => {
      const [, name = ''] = /\/crossing\/data\/(.*)$/.exec(path.replaceAll('\\', '/')) ?? [];
      const file = files[name];
      return file === undefined
        ? DISK.read(path)
        : Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
    },
  });
  assert.ok(story);
  return story;
}

async function problemsWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const story = await storyWith(files);
  return checkStory(story, { mapIndexes: {}, strings: { en: {} } })
    .filter(({ file }) => file.includes('/data/'))
    .map(({ name, message }) => `${name}: ${message}`);
}

const SOURCES = 'people.csv: {source: {en: Counted here}, licence: CC0 1.0}\npeople.xlsx: {source: x, licence: y}';

/** A workbook of two sheets, as small as Excel takes it. */
function workbook(): Uint8Array {
  const sheet = (rows: string) =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const files = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="First" sheetId="1" r:id="rId1"/><sheet name="Second" sheetId="2" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1">${text('A1', 'place')}${text('B1', 'people')}</row><row r="2">${text('A2', 'Kirkja')}<c r="B2"><v>12.5</v></c></row>`,
    ),
    'xl/worksheets/sheet2.xml': sheet(`<row r="1">${text('A1', 'other')}</row>`),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, new TextEncoder().encode(xml)])));
}

test('a table is part of the story with its source, from CSV and from the first sheet of a workbook', async () => {
  const story = await storyWith({
    'people.csv': 'place,people\nKirkja,12\n',
    'people.xlsx': workbook(),
    'sources.yaml': SOURCES,
  });
  const { tables } = normalizeStory(
    { ...story, files: story.files.filter(({ path }) => path !== 'data/people.xlsx') },
    { locale: 'en', figure: formatQuantity },
  );
  assert.deepEqual(tables['people']?.rows, [{ place: 'Kirkja', people: 12 }]);
  assert.equal(tables['people']?.source, 'Counted here');
  const sheet = story.files.find(({ path }) => path.endsWith('.xlsx'))?.data as TableReading | undefined;
  assert.deepEqual(sheet?.table.rows, [{ place: 'Kirkja', people: 12.5 }]);
});

test('a table without a source, a workbook that is none and a table too large are told', async () => {
  const told = await problemsWith({
    'people.csv': 'place,people\nKirkja,12\n',
    'torn.xlsx': 'no workbook',
    'large.csv': new Uint8Array(MAX_TABLE_MB * 1e6 + 1),
    'latin.csv': new Uint8Array([0x61, 0x0a, 0xe9]),
  });
  assert.deepEqual(told.toSorted(), [
    'MalformedTable: This is not a table a story can show: it is 51 MB large, and a table may have 50.',
    'MalformedTable: This is not a table a story can show: it is no workbook of Excel, is damaged, or is locked by a password.',
    'MissingDataSource: is missing. Everything on the map must say on which terms it is used.',
    'MissingDataSource: is missing. Everything on the map must say where it comes from.',
    'NotUtf8: This file is not saved as UTF-8, so its letters cannot be told.',
  ]);
});

test('shapes may have their source in data/sources.yaml, too', async () => {
  const collection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [10.5, 50.5] } }],
  };
  const told = await problemsWith({
    'quay.geojson': JSON.stringify(collection),
    'sources.yaml': 'quay.geojson: {source: Drawn here, licence: CC0 1.0}',
  });
  assert.deepEqual(told, []);
});

test('features may be named by a property that data/sources.yaml says, as files of other programs cannot', async () => {
  const placemark = (code: string, lng: number) =>
    `<Placemark><ExtendedData><Data name="code"><value>${code}</value></Data></ExtendedData><Point><coordinates>${lng},50.5</coordinates></Point></Placemark>`;
  const story = await storyWith({
    'quays.kml': `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark('K1', 10.5)}${placemark('K2', 10.6)}</Document></kml>`,
    'sources.yaml': 'quays.kml: {source: Drawn here, licence: CC0 1.0, id: code}',
  });
  const { data } = story.files.find(({ path }) => path === 'data/quays.kml') ?? {};
  assert.deepEqual(
    parseData(data).features.map(({ id }) => id),
    ['K1', 'K2'],
  );
});

test('a layer takes one object of a file with several, and says which where it names none that is there', async () => {
  const ring = [
    [10.2, 50.5],
    [10.4, 50.5],
    [10.4, 50.7],
    [10.2, 50.7],
    [10.2, 50.5],
  ];
  const objects = Object.fromEntries(
    ['counties', 'states'].map((name) => [name, { type: 'Polygon', arcs: [[0]], id: name, properties: {} }]),
  );
  const { counties } = objects;
  const story = await storyWith({
    'us.topojson': JSON.stringify({ type: 'Topology', arcs: [ring], objects }),
    'one.topojson': JSON.stringify({ type: 'Topology', arcs: [ring], objects: { counties } }),
  });
  assert.deepEqual(
    shapesAt(story, 'data/us.topojson#states')?.map(({ id }) => id),
    ['states'],
  );
  const toldOf = (areas: string) => {
    const layers = {
      path: 'layers.yaml',
      data: { all: { areas, label: 'All' } },
      body: '',
      bodyLine: 1,
      lines: {},
      fault: null,
    };
    return checkStory({ ...story, files: [...story.files, layers] }, { mapIndexes: {}, strings: { en: {} } })
      .filter(({ file }) => file.endsWith('layers.yaml'))
      .map(({ name, message, hint }) => `${name}: ${message} ${hint}`);
  };
  assert.deepEqual(toldOf('data/us.topojson#states'), []);
  for (const name of ['data/one.topojson', 'data/one.topojson#counties']) {
    assert.deepEqual(toldOf(name), [], name);
    assert.equal(shapesAt(story, name)?.length, 1, name);
  }
  assert.match(toldOf('data/one.topojson#states').join(), /^UnknownDataFile: .*`data\/one\.topojson#counties`/);
  assert.match(
    toldOf('data/us.topojson').join(),
    /^SeveralObjects: .*`data\/us\.topojson#counties`, `data\/us\.topojson#states`/,
  );
  assert.match(
    toldOf('data/us.topojson#countys').join(),
    /^UnknownDataFile: .*Did you mean `data\/us\.topojson#counties`/,
  );
});

test('the same thing may stand in a file once for each time, where a layer has times', async () => {
  const feature = (year: number) => ({
    type: 'Feature',
    id: 'a',
    properties: { year },
    geometry: { type: 'Point', coordinates: [10.3, 50.5] },
  });
  const features = [feature(2010), feature(2020)];
  const story = await storyWith({ 'years.geojson': JSON.stringify({ type: 'FeatureCollection', features }) });
  const toldWith = (layer: object) => {
    const data = { all: { points: 'data/years.geojson', label: 'All', ...layer } };
    const layers = { path: 'layers.yaml', data, body: '', bodyLine: 1, lines: {}, fault: null };
    return checkStory({ ...story, files: [...story.files, layers] }, { mapIndexes: {}, strings: { en: {} } })
      .map(({ name }) => name)
      .filter((name) => name === 'DuplicateFeatureId');
  };
  assert.deepEqual(toldWith({ time: 'year' }), []);
  assert.deepEqual(toldWith({}), ['DuplicateFeatureId']);
});
