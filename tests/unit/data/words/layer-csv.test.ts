import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLayer, type JoinedShape } from '../../../../src/data/layers/build-layer.ts';
import type { LayerSpec } from '../../../../src/data/layers/layer-spec.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import { sortOrder } from '../../../../src/data/words/sort-order.ts';
import { tableInWords } from '../../../../src/data/words/table-in-words.ts';
import type { Row } from '../../../../src/story/table.ts';

const SPEC: LayerSpec = {
  id: 'gauges',
  show: 'symbols',
  name: 'name',
  value: null,
  per: null,
  size: 'level',
  sizeKind: 'area',
  shape: 'circle',
  maxPx: 24,
  plainPx: null,
  scale: { kind: 'jenks', classes: 3, colors: null, breaks: [], middle: 0, categories: [] },
  time: null,
  categoryNames: {},
  cell: { form: 'hexagons', kilometres: 10 },
  label: 'Level',
  sizeLabel: '',
  unit: 'km',
  source: 'Measured here',
  isOffered: true,
};

const shapeOf = (cells: Row): JoinedShape => ({
  id: String(cells['name']),
  geometry: { type: 'Point', coordinates: [0, 0] },
  cells,
  rows: [cells],
});

const csvOf = (rows: readonly Row[], more: Partial<LayerSpec> = {}) =>
  buildLayer({ ...SPEC, ...more }, rows.map(shapeOf), 'en').csv;

test('a table that readers take with them is CSV as Excel opens it: a mark, line ends, figures with a point', () => {
  assert.equal(csvOf([{ name: 'Vác', level: 512.5 }]), '\ufeffid,name,Level\r\nVác,Vác,512.5\r\n');
});

test('a layer that does not offer its table has none', () => {
  assert.equal(csvOf([{ name: 'Vác', level: 5 }], { isOffered: false }), '');
});

test('texts that a spreadsheet would run as a formula are written as texts, figures below nought stay figures', () => {
  const names = ['=cmd|calc', '+1', '@SUM(A1)', '-2+3', '\tx', '=1,"2"'];
  const csv = csvOf([...names.map((name) => ({ name, level: 1 })), { name: 'plain', level: -4 }]);
  for (const line of csv.split('\r\n').slice(1)) assert.doesNotMatch(line, /(^|,)"?[=+@\t]/, line);
  assert.ok(csv.includes("'=cmd|calc,'=cmd|calc,"));
  assert.ok(csv.includes('plain,plain,-4'));
});

test('what is written is read back, whatever the names hold', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.string({ minLength: 1 }).filter((text) => /^[\p{L}\p{N}<>"' ,;\n]+$/u.test(text) && /\p{L}/u.test(text)),
        { minLength: 1 },
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e9 }),
      (names, level) => {
        const { rows } = readTable(csvOf(names.map((name) => ({ name: `x${name}`, level })))).table;
        assert.deepEqual(
          rows.map((row) => row['Level']),
          names.map(() => level),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('each time has its column, also where the table in the page has the first and the last alone', () => {
  const years = Array.from({ length: 9 }, (_, at) => String(2001 + at));
  const layer = buildLayer(
    { ...SPEC, time: { column: 'year', by: null, keep: false } },
    years.map((year, at) => shapeOf({ name: 'Vác', year, level: at })),
    'en',
  );
  assert.equal(layer.words.head.length, 3);
  assert.equal(layer.csv.split('\r\n')[0], `\ufeffid,name,${years.map((year) => `Level ${year}`).join(',')}`);
});

test('where sizes and colours tell different things, words, table and CSV tell both', () => {
  const rows = [
    { name: 'Vác', level: 512, trend: 'rising' },
    { name: 'Paks', level: 200, trend: 'falling' },
  ];
  const { words, csv, legend } = buildLayer(
    { ...SPEC, value: 'trend', label: 'Trend', sizeLabel: 'Level', scale: { ...SPEC.scale, kind: 'categories' } },
    rows.map(shapeOf),
    'en',
  );
  assert.deepEqual(words.head, ['Name', 'Level', 'Trend']);
  assert.deepEqual(words.rows, [
    ['Vác', '512\u00a0km', 'rising'],
    ['Paks', '200\u00a0km', 'falling'],
  ]);
  assert.match(words.sentence, /^Trend\. Level\. From 200.km to 512.km\. Highest: Vác \(512.km\)\..*rising \(1\)/);
  assert.equal(csv.split('\r\n')[1], 'Vác,Vác,512,rising');
  assert.ok(legend.sizes.every(({ text }) => /.km$/.test(text)));
});

test('a table sorts by figures or as a dictionary, and what is not known stays last either way', () => {
  assert.deepEqual(sortOrder([3, null, -1, 20], false, 'en'), [2, 0, 3, 1]);
  assert.deepEqual(sortOrder([3, null, -1, 20], true, 'en'), [3, 0, 2, 1]);
  assert.deepEqual(sortOrder(['Zug', 'Ähre', 'Arm', null], false, 'de'), [1, 2, 0, 3]);
  assert.deepEqual(sortOrder(['10 b', '9 a'], false, 'en'), [1, 0]);
});

test('the keys that a shortened table is sorted by are those of its rows', () => {
  const rows = Array.from({ length: 50 }, (_, at) => ({ name: `n${at}`, level: at * at }));
  const { words } = buildLayer(SPEC, rows.map(shapeOf), 'en');
  const shown = tableInWords(words, 'en');
  assert.equal(shown.rows.length, 30);
  for (const [at, row] of shown.rows.entries()) assert.equal(row[0], shown.sortKeys[at]?.[0]);
});
