import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLayer, type JoinedShape } from '../../../../src/data/layers/build-layer.ts';
import type { LayerSpec } from '../../../../src/data/layers/layer-spec.ts';
import { namedSigns } from '../../../../src/data/words/named-signs.ts';
import { layerSpec } from '../../../support/layer-spec.ts';

const at = (id: string, rows: JoinedShape['rows']): JoinedShape => ({
  id,
  geometry: { type: 'Point', coordinates: [Number(id), 0] },
  cells: { name: `N${id}` },
  rows,
});

const SIZED = { show: 'symbols', value: null, size: 'people' } as const;

function named(shapes: readonly JoinedShape[], most: number, spec: Partial<LayerSpec> = {}) {
  const layer = buildLayer(layerSpec({ ...SIZED, ...spec }), shapes, 'en');
  return namedSigns(layer, layer.slices, most);
}

test('the highest are named, the highest first, and nothing that is not seen', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 1000 }), { maxLength: 30 }), fc.nat(12), (people, most) => {
      const shapes = people.map((count, index) => at(String(index), [{ people: count }]));
      const highest = people.filter((count) => count > 0).toSorted((a, b) => b - a);
      assert.deepEqual(
        named(shapes, most).map(({ text }) => people[Number(text.slice(1))]),
        highest.slice(0, most),
      );
    }),
  );
});

test('as time runs each slice names its own highest, and a thing that two slices name stands once', () => {
  const shapes = [
    at('1', [
      { year: '2020', people: 9 },
      { year: '2021', people: 1 },
    ]),
    at('2', [
      { year: '2020', people: 8 },
      { year: '2021', people: 20 },
    ]),
    at('3', [
      { year: '2020', people: 1 },
      { year: '2021', people: 15 },
    ]),
  ];
  const found = named(shapes, 2, { time: { column: 'year', by: null, keep: false } });
  assert.deepEqual(
    found.map(({ text, slices }) => [text, slices]),
    [
      ['N2', [0, 1]],
      ['N3', [1]],
      ['N1', [0]],
    ],
  );
});

test('a name keeps clear of its sign, whatever its form', () => {
  const shapes = [at('1', [{ people: 4 }]), at('2', [{ people: 1 }])];
  const room = (spec: Partial<LayerSpec>) =>
    named(shapes, 2, spec).map(({ half, above, below }) => [half, above, below]);
  assert.deepEqual(room({ maxPx: 20 }), [
    [20, 20, 20],
    [10, 10, 10],
  ]);
  assert.deepEqual(room({ maxPx: 20, shape: 'half-circle' }), [
    [20, 20, 0],
    [10, 10, 0],
  ]);
  assert.deepEqual(room({ maxPx: 40, shape: 'spike', sizeKind: 'length' }), [
    [4, 40, 0],
    [4, 10, 0],
  ]);
  assert.deepEqual(room({ show: 'points', size: null, value: 'people', plainPx: 6 }), [
    [6, 6, 6],
    [6, 6, 6],
  ]);
});
