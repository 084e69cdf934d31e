import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { buildLayer, type JoinedShape } from '../../../../src/data/layers/build-layer.ts';
import { joinTable } from '../../../../src/data/layers/join.ts';
import type { LayerSpec } from '../../../../src/data/layers/layer-spec.ts';
import { groupOf } from '../../../../src/data/scales/scale.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import { viewAt } from '../../../../src/story/data/layer-view.ts';
import type { Row } from '../../../../src/story/table.ts';
import { layerSpec } from '../../../support/layer-spec.ts';

const SPEC = layerSpec({ id: 'displaced', label: 'People displaced' });

const at = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] });

const shape = (id: string, cells: Row, rows: readonly Row[] = [cells], place = at(0, 0)): JoinedShape => ({
  id,
  geometry: place,
  cells,
  rows,
});

const spec = (more: Partial<LayerSpec>): LayerSpec => ({ ...SPEC, ...more });

const DISTRICTS = [
  shape('a', { name: 'Akra' }, [{ people: 10 }]),
  shape('b', { name: 'Bura' }, [{ people: 40 }]),
  shape('c', { name: 'Cala' }, []),
];

test('a layer of areas: groups, legend, sentence and table say the same', () => {
  const layer = buildLayer(SPEC, DISTRICTS, 'en');
  assert.deepEqual(
    layer.legend.rows.map(({ text, group }) => [text, group]),
    [
      ['10–20', 0],
      ['20–30', 1],
      ['30–40', 2],
      ['no data', null],
    ],
  );
  assert.equal(
    layer.words.sentence,
    'People displaced. From 10 to 40. Highest: Bura (40). Lowest: Akra (10). No data: Cala.',
  );
  assert.deepEqual(layer.words.rows, [
    ['Akra', '10'],
    ['Bura', '40'],
    ['Cala', 'no data'],
  ]);
});

test('table, sentence and map agree whatever the data', () => {
  const figures = fc.array(fc.option(fc.integer({ min: -1000, max: 100_000 })), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(figures, fc.constantFrom('quantile', 'jenks', 'equal', 'continuous'), (people, kind) => {
      const shapes = people.map((count, index) => shape(String(index), { name: `N${index}` }, [{ people: count }]));
      const layer = buildLayer(spec({ scale: { ...SPEC.scale, kind: kind as 'equal' } }), shapes, 'en');
      const features = layer.slices[0]?.features ?? [];
      assert.deepEqual(
        layer.words.sortKeys.map(([name, value]) => [name, value]),
        features.map(({ name, value }) => [name, value]),
      );
      const known = features.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      if (known.length === 0) return assert.equal(layer.scale, null);
      const { bounds } = layer.scale ?? { bounds: [] };
      const [least, most] = [Math.min(...known), Math.max(...known)];
      const [low = Number.NaN, high = Number.NaN] = [bounds[0], bounds.at(-1)];
      assert.ok(low <= least && high >= most && Math.max(least - low, high - most) <= (most - least) / 50, `${bounds}`);
      for (const { value } of features) {
        assert.equal(layer.scale && groupOf(layer.scale, value) === null, value === null);
      }
      const told = new Intl.NumberFormat('en').format(Math.max(...known)).replace('-', '−');
      if (Math.max(...known) < 1e5) assert.ok(layer.words.sentence.includes(told), layer.words.sentence);
    }),
  );
});

test('a rate is worked out, and nothing is divided by nought or by what is not known', () => {
  const rate = spec({ per: { column: 'all', times: 100 }, unit: 'percent' });
  const layer = buildLayer(
    rate,
    [
      shape('a', { name: 'A', all: 300 }, [{ people: 100 }]),
      shape('b', { name: 'B', all: 0 }, [{ people: 5 }]),
      shape('c', { name: 'C', all: null }, [{ people: 5 }]),
    ],
    'en',
  );
  assert.deepEqual(
    layer.words.rows.map(([, text]) => text),
    ['33.3%', 'no data', 'no data'],
  );
});

test('rows with times make a series in the order of time, in which every area has its place', () => {
  const { table } = readTable('code,year,people\nb,2020,5\na,-44,1\na,2020,7\nb,1990,2\n');
  const { rowsOf } = joinTable(['a', 'b'], table, 'code', 'year');
  const shapes = ['a', 'b'].map((id) => shape(id, { name: id }, rowsOf.get(id) ?? []));
  const layer = buildLayer(spec({ time: { column: 'year', by: null, keep: false } }), shapes, 'en');
  assert.deepEqual(
    layer.slices.map(({ label, features }) => [label, ...features.map(({ value }) => value)]),
    [
      ['44 BC', 1, null],
      ['1990', null, 2],
      ['2020', 7, 5],
    ],
  );
  assert.deepEqual(layer.words.head, ['Name', '44 BC', '1990', '2020']);
});

test('points with dates come in their slice, or stay from then on', () => {
  const quakes = ['2020-01-02', '2020-01-20', '2020-03-01'].map((date, index) =>
    shape(String(index), { date, name: date }),
  );
  const counts = (keep: boolean) =>
    buildLayer(
      spec({ show: 'points', value: null, time: { column: 'date', by: 'month', keep } }),
      quakes,
      'en',
    ).slices.map(({ label, features }) => `${label}: ${features.length}`);
  assert.deepEqual(counts(false), ['January 2020: 2', 'March 2020: 1']);
  assert.deepEqual(counts(true), ['January 2020: 2', 'March 2020: 3']);
});

test('every slice has its share of the way, forward and back alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, t) => {
      const index = viewAt(count, t);
      assert.ok(index >= 0 && index < count);
      assert.ok(index / count <= t && t <= (index + 1) / count + 1e-12);
    }),
  );
});

test('keys that do not meet are told, with what they may have been', () => {
  const { table } = readTable('code,n\n01001,1\nAb,2\nzz,3\nok,4\nok,5\n,6\n');
  const { report, rowsOf } = joinTable(['1001', 'ab', 'ok', 'left'], table, 'code', null);
  assert.deepEqual(report.alike, [
    { key: '01001', shape: '1001', by: 'noughts' },
    { key: 'Ab', shape: 'ab', by: 'capitals' },
  ]);
  assert.deepEqual(
    report.lostRows.map(({ key, row }) => `${key} ${row}`),
    ['01001 2', 'Ab 3', 'zz 4'],
  );
  assert.deepEqual(report.lostShapes, ['1001', 'ab', 'left']);
  assert.deepEqual(report.repeated, ['ok']);
  assert.equal(rowsOf.get('ok')?.length, 2);
});

test('a grid counts every point once, in cells that hold it', () => {
  const places = fc.array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 40, max: 50, noNaN: true })),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(places, fc.constantFrom('hexagons', 'squares'), (points, form) => {
      const grid = spec({ show: 'grid', value: null, cell: { form: form as 'squares', kilometres: 40 } });
      const shapes = points.map(([lng, lat], index) => shape(String(index), {}, [{}], at(lng, lat)));
      const cells = buildLayer(grid, shapes, 'en').slices[0]?.features ?? [];
      assert.equal(
        cells.reduce((sum, { value }) => sum + Number(value), 0),
        points.length,
      );
    }),
  );
});

test('density has round thresholds, denser areas within the others', () => {
  const shapes = Array.from({ length: 200 }, (_, index) =>
    shape(
      String(index),
      {},
      [{}],
      at(Math.sin(index * 12.9898) * (index % 7) * 0.1, 45 + Math.sin(index * 78.233) * (index % 5) * 0.1) as never,
    ),
  );
  const layer = buildLayer(spec({ show: 'density', value: null }), shapes, 'en');
  const values = layer.slices[0]?.features.map(({ value }) => Number(value)) ?? [];
  assert.ok(values.length >= 2);
  assert.deepEqual(
    values,
    values.toSorted((a, b) => a - b),
  );
  assert.equal(layer.scale?.colors.length, values.length);
});

test('what a thing says one by one: a size with its title, a kind by its name, and no data in words', () => {
  const layer = buildLayer(
    spec({
      show: 'symbols',
      value: 'trend',
      size: 'level',
      sizeLabel: 'Level in metres',
      scale: { ...SPEC.scale, kind: 'categories' },
      categoryNames: { up: 'rising' },
    }),
    [shape('a', { name: 'Mill', level: 3.5, trend: 'up' }), shape('b', { name: 'Weir', level: null, trend: null })],
    'en',
  );
  assert.deepEqual(layer.figures, {
    labels: ['Level in metres', ''],
    texts: [
      [
        ['3.5', 'rising'],
        ['no data', 'no data'],
      ],
    ],
  });
});

test('a contour says from what to what, as its class in the legend does', () => {
  const points = Array.from({ length: 40 }, (_, index) =>
    shape(String(index), {}, [{}], at((index % 8) / 10, Math.floor(index / 8) / 10)),
  );
  const { figures, legend } = buildLayer(spec({ show: 'density', value: null, name: null }), points, 'en');
  const texts = (figures.texts[0] ?? []).flat();
  assert.ok(texts.length > 1);
  assert.deepEqual(
    texts,
    legend.rows.map(({ text }) => text),
  );
});

test('rates that lie near one another are not rounded into one, and hundredths keep one digit', () => {
  const rows = [
    [1.081, 1],
    [1.192, 1],
    [45.67, 1],
    [0.1234, 1],
  ].map(([people = 0, area = 0], index): JoinedShape => {
    const cells = { people, area };
    return { id: String(index), geometry: { type: 'Point', coordinates: [0, 0] }, cells, rows: [cells] };
  });
  const rates = (times: number) =>
    buildLayer(layerSpec({ per: { column: 'area', times } }), rows, 'en').slices[0]?.features.map(({ value }) => value);
  assert.deepEqual(rates(1), [1.08, 1.19, 45.7, 0.12]);
  assert.deepEqual(rates(100), [108.1, 119.2, 4567, 12.3]);
});
