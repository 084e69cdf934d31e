import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawFile } from '../../../../src/content/files/raw.ts';
import { storyFiles } from '../../../../src/content/files/story-files.ts';
import { checkLayers } from '../../../../src/content/lint/rules/check-layers.ts';
import { readStoryText } from '../../../../src/site/content/read-story-text.ts';

const square = (west: number) => [
  [
    [west, 35],
    [west + 0.5, 35],
    [west + 0.5, 36],
    [west, 36],
    [west, 35],
  ],
];

/** Districts in a row, with codes as offices write them. */
const DISTRICTS = JSON.stringify({
  type: 'FeatureCollection',
  source: 'A',
  licence: 'CC0',
  features: Array.from({ length: 9 }, (_, at) => ({
    type: 'Feature',
    properties: { code: `0${at + 1}AB`, number: `0${at + 1}`, area: 100 },
    geometry: { type: 'Polygon', coordinates: square(35.1 + at / 2) },
  })),
});

const STORY = 'bounds: [35, 33, 42, 37]\ndefaultLocale: en\n';

function problemsOf(files: Readonly<Record<string, string>>, layer: string): readonly string[] {
  const texts = {
    'story.yaml': STORY,
    'data/districts.geojson': DISTRICTS,
    'layers.yaml': `one: ${layer}\n`,
    ...files,
  };
  const read = Object.entries(texts).map(([path, text]): RawFile => readStoryText(path, text));
  const raw = { slug: 'a', folder: 'content/stories/a', files: read };
  return checkLayers(storyFiles(raw), null).map(
    ({ name, field, message, hint }) => `${name} ${field} ${message} ${hint}`,
  );
}

const table = (head: string, ...rows: readonly string[]) => ({ 'data/t.csv': [head, ...rows].join('\n') });
const AREAS = 'areas: data/districts.geojson, label: A, unit: percent';
const joined = (on: string, more = 'value: people') => `{ ${AREAS}, ${more}, join: { table: data/t.csv, on: ${on} } }`;
const POINTS = '{ points: data/t.csv, at: [lng, lat], label: A }';

/** What is wrong, the files, the layer, and what is said of it. */
const CASES: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
  [
    'a column that is not there',
    table('code,people', '01AB,3'),
    joined('code', 'value: poeple'),
    /^UnknownColumn one\.value .*`poeple`.*Did you mean `people`\?/,
  ],
  [
    'text among figures',
    table('code,people', '01AB,3', '02AB,4', '03AB,about 5', '04AB,x', '05AB,6'),
    joined('code'),
    /^TextAmongNumbers one\.value .*“about 5”.*2 rows: 4, 5/,
  ],
  [
    'a column of words for sizes',
    table('lng,lat,people', '36,35,many', '37,35,few'),
    '{ points: data/t.csv, at: [lng, lat], size: people, label: A, unit: people }',
    /^TextAmongNumbers one\.size .*holds no figures/,
  ],
  [
    'American dates',
    table('code,day,people', '01AB,12/04/2020,3', '02AB,12/27/2020,4'),
    joined('code', 'value: people, time: day'),
    /^MixedColumn one\.time .*12\/04\/2020.*2 rows: 2, 3/,
  ],
  [
    'dates of two kinds',
    table('code,day,people', '01AB,2020-04-12,3', '02AB,12/05/2020,4'),
    joined('code', 'value: people, time: day'),
    /^MixedColumn one\.time .*12\/05\/2020.*row 3/,
  ],
  [
    'keys that several rows have',
    table('code,people', '01AB,3', '01AB,4'),
    joined('code'),
    /RepeatedAreaKey one\.join .*`01AB`/,
  ],
  [
    'keys that differ by capitals',
    table('code,people', ...Array.from({ length: 9 }, (_, at) => `0${at + 1}ab,${at}`)),
    joined('code'),
    /UnmatchedRows one\.join .*differ by capitals/,
  ],
  [
    'keys whose noughts Excel ate',
    table('number,people', ...Array.from({ length: 9 }, (_, at) => `${at + 1},${at}`)),
    joined('number'),
    /UnmatchedRows one\.join .*lost the noughts/,
  ],
  [
    'rows and areas that do not meet',
    table('code,people', '01AB,3', 'XX,4'),
    joined('code'),
    /UnmatchedRows one\.join .*row 3 \(XX\); .*8 places: 02AB, 03AB, 04AB and 5 more/,
  ],
  [
    'latitude before longitude',
    table('lng,lat', '35.2,36', '34.1,38.5'),
    POINTS,
    /^SwappedLngLat one\.at .*\[34\.1, 38\.5\] in row 3.*`at: \[lat, lng\]`/,
  ],
  [
    'metres',
    table('lng,lat', '4007501,4163881', '4100000,4200000'),
    POINTS,
    /^ProjectedCoordinates one\.at .*2 rows: 2, 3.*EPSG:3857 \(Web Mercator\).*-s_srs EPSG:3857/,
  ],
  ['rows without a position', table('lng,lat', '36,35', ',35'), POINTS, /^UnmatchedRows one\.at .*row 3/],
  [
    'a figure that stands far above all others in one class with them',
    table('code,people', ...Array.from({ length: 9 }, (_, at) => `0${at + 1}AB,${at === 8 ? 99 : at + 1}`)),
    joined('code', 'value: people, scale: { kind: quantile, classes: 3 }'),
    /^HiddenOutlier one\.scale .*99.*8.*`09AB`.*kind: jenks/,
  ],
  [
    'colours of two hues without a middle',
    table('code,people', '01AB,3', '02AB,4'),
    joined('code', 'value: people, scale: { kind: equal, classes: 3, colors: purple-green }'),
    /RampWithoutMiddle one\.scale\.colors .*`purple-green`/,
  ],
  [
    'shares of one that are called hundredths',
    table('code,people', '01AB,0.03', '02AB,0.4', '03AB,1'),
    joined('code'),
    /^SharesAsPercent one\.unit .*`people`.*the largest is 1.*multiply the column by 100/,
  ],
  [
    'figures of a few people',
    table('code,people', ...Array.from({ length: 9 }, (_, at) => `0${at + 1}AB,${at + 2}`)),
    joined('code', 'value: people, smallNumbers: 4'),
    /^SmallNumbers one\.smallNumbers .*below 4.*`01AB`, `02AB`/,
  ],
];

for (const [what, files, layer, expected] of CASES) {
  test(`${what}: told with where it is`, () => {
    const found = problemsOf(files, layer);
    assert.ok(
      found.some((one) => expected.test(one)),
      found.join('\n') || 'nothing was told',
    );
  });
}

test('an outlier in a class of its own is not told, nor one among few figures', () => {
  const files = table('code,people', ...Array.from({ length: 9 }, (_, at) => `0${at + 1}AB,${at === 8 ? 99 : at + 1}`));
  for (const scale of ['{ kind: jenks, classes: 3 }', '{ kind: breaks, breaks: [5, 50] }', '{ kind: continuous }']) {
    assert.deepEqual(problemsOf(files, joined('code', `value: people, scale: ${scale}`)), [], scale);
  }
});

test('a thousand rows with one mistake are told once', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `X${at},${at}`);
  const found = problemsOf(table('code,people', ...rows), joined('code'));
  assert.equal(found.filter((one) => one.startsWith('UnmatchedRows')).length, 1);
  assert.match(found.join(), /1000 rows: 2, 3, 4 and 997 more/);
});

test('a few points far from the others are no swapped columns, wherever they would lie', () => {
  const files = { ...table('lng,lat', '36,35', '37,35', '38,36', '33.5,38'), 'story.yaml': STORY };
  assert.doesNotMatch(problemsOf(files, POINTS).join(), /SwappedLngLat/);
  const beyondThePole = table('lng,lat', '36,35', '37,35', '38,36', '36,120');
  assert.match(problemsOf(beyondThePole, POINTS).join(), /SwappedLngLat/);
});

test('hundredths of which one is above 1 are not told as shares, nor are noughts and ones alone', () => {
  for (const figures of [
    ['0.03', '0.4', '1.2'],
    ['0', '1', '1'],
    ['-0.5', '0.5', '0.2'],
  ]) {
    const rows = figures.map((figure, at) => `0${at + 1}AB,${figure}`);
    const found = problemsOf(table('code,people', ...rows), joined('code'));
    assert.deepEqual(
      found.filter((one) => one.startsWith('SharesAsPercent')),
      [],
      figures.join(),
    );
  }
});
