import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { publishData } from '../../../../src/basemap/data/publish-data.ts';
import { pointOn, shapeAt, type ValueShape, valueShapes } from '../../../../src/basemap/data/value-shapes.ts';
import { gridPoint } from '../../../../src/basemap/drawing/grid-around.ts';
import { buildLayer, type JoinedShape } from '../../../../src/data/layers/build-layer.ts';
import type { LayerSpec } from '../../../../src/data/layers/layer-spec.ts';
import type { LayerView } from '../../../../src/story/data/layer-view.ts';
import type { Row } from '../../../../src/story/table.ts';
import { layerSpec } from '../../../support/layer-spec.ts';

const SPEC = layerSpec({ id: 'moved', label: 'People who moved' });
const ZOOM = 8;

const square = (x: number, y: number, half: number): Position[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];
const area = (x: number, y: number, half = 0.45): Geometry => ({
  type: 'Polygon',
  coordinates: [square(x, y, half)],
});
const dot = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });

const shape = (id: string, geometry: Geometry, cells: Row): JoinedShape => ({
  id,
  geometry,
  cells: { name: `N${id}`, ...cells },
  rows: [cells],
});

function published(shapes: readonly JoinedShape[], spec: Partial<LayerSpec> = {}, views: Partial<LayerView> = {}) {
  const layer = buildLayer({ ...SPEC, ...spec }, shapes, 'en');
  const all = layer.slices.map((_, slice) => {
    return { key: `view${slice}`, layer: 'moved', slice, highlight: [], dim: 0.4, filter: {}, ...views };
  });
  const data = publishData(layer, all, ZOOM);
  const shapesOf = (view: string) => valueShapes(data.file, data.values, view, data.views[view] ?? []);
  const at = (view: string, [lng, lat]: [number, number], reachPx = 0, bearing = 0): ValueShape | null => {
    const [x, y] = gridPoint([lng, lat], data.file.grid);
    return shapeAt(shapesOf(view), [x, y], {
      unitsPerPx: data.file.grid.size / (512 * 2 ** ZOOM),
      reachPx,
      bearing,
    });
  };
  const nameOf = (found: ValueShape | null): string | null => (found ? (data.values.names[found.thing] ?? '') : null);
  return { layer, data, shapesOf, at, nameOf };
}

/** What is published of a thing at a slice, as texts. */
function textsOf({ values }: ReturnType<typeof published>['data'], thing: number, view: string): readonly string[] {
  const slice = values.slices[values.views[view] ?? -1];
  return values.labels.map((_, at) => values.texts[slice?.figures[thing * values.labels.length + at] ?? -1] ?? '');
}

test('every area is found where it lies, at every time, and says what the table says of it', () => {
  const figures = fc.array(
    fc.tuple(fc.option(fc.integer({ min: 0, max: 9999 })), fc.option(fc.integer({ min: 0, max: 9999 }))),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(figures, (people) => {
      const shapes = people.map(([first, second], index) => ({
        ...shape(String(index), area(index % 5, Math.floor(index / 5)), {}),
        rows: [
          { people: first, year: '2020' },
          { people: second, year: '2021' },
        ],
      }));
      const { layer, data, at, nameOf } = published(shapes, { time: { column: 'year', by: null, keep: false } });
      for (const [slice, view] of ['view0', 'view1'].entries()) {
        for (const [index] of people.entries()) {
          const found = at(view, [index % 5, Math.floor(index / 5)]);
          const row = layer.words.rows.find(([name]) => name === nameOf(found));
          assert.equal(row?.[0], `N${index}`);
          assert.deepEqual(textsOf(data, found?.thing ?? -1, view), [row?.[slice + 1]]);
        }
      }
      assert.deepEqual(
        data.values.slices.map(({ time }) => time),
        ['2020', '2021'],
      );
    }),
    { numRuns: 30 },
  );
});

test('a hole is no part of its area, and a second part is', () => {
  const ring: Geometry = {
    type: 'MultiPolygon',
    coordinates: [[square(0, 0, 0.45), square(0, 0, 0.2).toReversed()], [square(3, 0, 0.4)]],
  };
  const { at, nameOf } = published([shape('ring', ring, { people: 1 }), shape('other', area(5, 0), { people: 2 })]);
  assert.equal(nameOf(at('view0', [0, 0])), null);
  assert.equal(nameOf(at('view0', [0.35, 0])), 'Nring');
  assert.equal(nameOf(at('view0', [3, 0])), 'Nring');
  assert.equal(nameOf(at('view0', [1.5, 0])), null);
});

test('of circles over one another the small one, and near one the nearest within reach', () => {
  const shapes = [
    shape('large', dot(0, 0), { people: 100 }),
    shape('small', dot(0.02, 0), { people: 4 }),
    shape('far', dot(1, 0), { people: 4 }),
  ];
  const spec = { show: 'symbols', value: null, size: 'people' } as const;
  const { at, nameOf, data } = published(shapes, spec);
  assert.equal(nameOf(at('view0', [0.02, 0])), 'Nsmall');
  assert.equal(nameOf(at('view0', [-0.04, 0])), 'Nlarge');
  assert.deepEqual(textsOf(data, at('view0', [0.02, 0])?.thing ?? -1, 'view0'), ['4']);
  // A degree is 364 pixels here.
  assert.equal(nameOf(at('view0', [0.96, 0])), null);
  assert.equal(nameOf(at('view0', [0.96, 0], 12)), 'Nfar');
});

test('a half circle and a spike are found where they stand, upright however the map is turned', () => {
  const shapes = [shape('high', dot(0, 0), { people: 100 }), shape('low', dot(2, 0), { people: 25 })];
  const spec = { show: 'symbols', value: null, size: 'people' } as const;
  // A degree is 364 pixels here: the largest is 60 pixels high, and half of that as spike is a quarter of its value high.
  const px = (pixels: number): number => pixels / 364;
  const spikes = published(shapes, { ...spec, shape: 'spike', sizeKind: 'length', maxPx: 60 });
  const found = (of: typeof spikes, x: number, up: number, bearing = 0) =>
    of.nameOf(of.at('view0', [px(x), px(up)], 0, bearing));
  assert.deepEqual(
    [0, 30, 59, 62, -2].map((up) => found(spikes, 0, up)),
    ['Nhigh', 'Nhigh', 'Nhigh', null, null],
  );
  assert.deepEqual([found(spikes, 3.5, 2), found(spikes, 3.5, 30)], ['Nhigh', null], 'it tapers');
  assert.deepEqual([found(spikes, 728, 14), found(spikes, 728, 17)], ['Nlow', null], 'a quarter is a quarter as high');
  assert.deepEqual([found(spikes, 0, 30, 90), found(spikes, 30, 0, 90)], [null, 'Nhigh'], 'east is up');
  const domes = published(shapes, { ...spec, shape: 'half-circle', maxPx: 60 });
  assert.deepEqual(
    [30, 59, 61, -2].map((up) => found(domes, 0, up)),
    ['Nhigh', 'Nhigh', null, null],
  );
  assert.deepEqual([found(domes, 50, 2), found(domes, 50, 50)], ['Nhigh', null], 'it is round');
  assert.deepEqual([found(domes, 728, 29), found(domes, 728, 31)], ['Nlow', null], 'a quarter has half the radius');
});

test('lines are found near them', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  };
  const { at, nameOf } = published([shape('way', line, { people: 5 })], { show: 'lines', size: 'people', value: null });
  assert.equal(nameOf(at('view0', [0.5, 0.5], 4)), 'Nway');
  assert.equal(nameOf(at('view0', [0.5, 0.2], 4)), null);
});

test('what stands out is found as well as what is dimmed, and what a filter leaves out is not', () => {
  const shapes = [0, 1, 2].map((x) => shape(String(x), area(x, 0), { people: x, kind: x === 2 ? 'b' : 'a' }));
  const lit = published(shapes, {}, { highlight: ['1'] });
  assert.deepEqual(
    [0, 1, 2].map((x) => lit.nameOf(lit.at('view0', [x, 0]))),
    ['N0', 'N1', 'N2'],
  );
  const filtered = published(shapes, {}, { filter: { kind: ['a'] } });
  assert.deepEqual(
    [0, 1, 2].map((x) => filtered.nameOf(filtered.at('view0', [x, 0]))),
    ['N0', 'N1', null],
  );
});

test('the point that stands for a shape lies on it, whatever its form', () => {
  const arc: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 1.8],
        [1.8, 1.8],
        [1.8, 0.2],
        [0, 0.2],
        [0, 0],
      ],
    ],
  };
  const { shapesOf, data } = published([shape('arc', arc, { people: 1 }), shape('b', area(5, 0), { people: 3 })]);
  const all = shapesOf('view0');
  assert.ok(all.length > 1);
  for (const one of all)
    assert.equal(
      shapeAt(all, pointOn(one), { unitsPerPx: 1, reachPx: 0, bearing: 0 })?.thing,
      one.thing,
      data.values.names[one.thing],
    );
});
