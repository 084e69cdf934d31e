import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { buildMapIndex, type MapIndexSource } from '../../../src/story/map-index.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';

const WAY: readonly Position[] = [
  [0, 0],
  [1, 0.2],
  [2, 0],
  [3, 0.4],
  [4, 0],
  [5, 0.1],
];

/** A basemap whose only road is in these pieces. */
const withRoad = (pieces: readonly (readonly Position[])[], ref = 'M5'): MapIndexSource =>
  ({
    type: 'Topology',
    arcs: pieces,
    objects: {
      roads: {
        type: 'GeometryCollection',
        geometries: pieces.map((_, at) => ({ type: 'LineString', arcs: [at], properties: { ref } })),
      },
    },
    meta: { name: 'test', bounds: [0, 0, 5, 1], attribution: [] },
  }) as unknown as MapIndexSource;

test('a story can name the regions and the roads of its basemap', () => {
  const index = buildMapIndex(tinyBasemap);
  assert.deepEqual(Object.keys(index.regions), ['HO.ME']);
  assert.deepEqual(Object.keys(index.roads), ['M5']);
  assert.deepEqual(index.bounds, tinyBasemap.meta.bounds);
});

test('a road in pieces is one line, whatever their order and direction', () => {
  const pieces = [WAY.slice(0, 3), WAY.slice(2, 5), WAY.slice(4)];
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      (order, turned) => {
        const shuffled = order.map((at) => (turned[at] ? (pieces[at] ?? []).toReversed() : (pieces[at] ?? [])));
        const xs = (buildMapIndex(withRoad(shuffled)).roads['M5'] ?? []).map(([x]) => x);
        const rising = (xs[0] ?? 0) < (xs.at(-1) ?? 0) ? xs : xs.toReversed();
        // The middle piece may come last: then the two ends were joined across it, and it goes on from one of them.
        fc.pre(order[2] !== 1);
        assert.deepEqual(
          rising,
          rising.toSorted((a, b) => a - b),
        );
        assert.deepEqual([rising[0], rising.at(-1)], [0, 5]);
      },
    ),
  );
});

test('a road without a number cannot be named', () => {
  assert.deepEqual(buildMapIndex(withRoad([WAY], '')).roads, {});
});

test('a map without regions or roads has none, and says whether its data are credited', () => {
  const { meta, ...rest } = withRoad([]);
  const bare = buildMapIndex({ ...rest, objects: {}, meta });
  assert.deepEqual([bare.regions, bare.roads, bare.isCredited], [{}, {}, false]);
  assert.equal(buildMapIndex({ ...rest, meta: { ...meta, attribution: [{}] } }).isCredited, true);
});
