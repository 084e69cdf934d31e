import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShapeFile } from '../../../../src/basemap/drawing/shape-file.ts';
import { DETAIL } from '../../../../src/basemap/layers/detail.ts';
import { mapLayers } from '../../../../src/basemap/layers/map-layers.ts';
import { geoJsonSource, mapStyle, paintUpdates, styledLayer } from '../../../../src/basemap/style.ts';
import { PALETTES } from '../../../../src/basemap/themes.ts';
import { addToMap } from '../../../../src/reader/sources/add-to-map.ts';
import type { GrowingMap } from '../../../../src/reader/stages/own-map.ts';

const ORDER = mapLayers([], DETAIL);
const file = (...names: readonly string[]): ShapeFile => ({
  grid: { x: 0.5, y: 0.25, size: 2 ** 20 },
  paths: Object.fromEntries(names.map((name) => [`detail-${name}`, name === 'paths' ? 'm0 0 9 0' : 'm0 0 9 0 0 9z'])),
});

/** A map that has the basemap's layers, and notes what it is given. */
function growing() {
  const layers = mapLayers([]).map(({ id }) => id);
  const given: (readonly [source: string, shapes: readonly string[]])[] = [];
  const map: GrowingMap = {
    hasLayer: (id) => layers.includes(id),
    setSource: (name, { features }) =>
      given.push([name, features.map(({ properties }) => String(properties?.['source']))]),
    addLayer(layer, before) {
      layers.splice(before === undefined ? layers.length : layers.indexOf(before), 0, layer.id);
    },
  };
  return { map, layers, given };
}

test('layers come where the cartography has them, once, before their shapes; shapes come as one source', async (t) => {
  Object.assign(globalThis, { window: {} });
  t.after(() => Object.assign(globalThis, { window: undefined }));
  const { map, layers, given } = growing();
  const [first, second] = [file('woods', 'water'), file('paths')];
  await addToMap(map, ORDER, DETAIL, [first]);
  assert.deepEqual(
    layers,
    ORDER.map(({ id }) => id),
  );
  assert.deepEqual(given, [
    ['detail', []],
    ['detail', ['detail-woods', 'detail-water']],
  ]);
  await addToMap(map, ORDER, DETAIL, [first, second]);
  assert.deepEqual(given.at(-1), ['detail', ['detail-woods', 'detail-water', 'detail-paths']]);
  await addToMap(map, ORDER, DETAIL, [first, second]);
  assert.equal(given.length, 3);
  assert.equal(layers.length, ORDER.length);
});

test('a layer of a bundle shows its own shapes of the source they share, in the paint of its layer', () => {
  const paints = paintUpdates(DETAIL, { emphasis: {}, tints: [], wash: 0 }, PALETTES.light, 17);
  for (const layer of DETAIL) {
    const styled = styledLayer(layer, paints);
    assert.ok('source' in styled && 'filter' in styled && 'source' in layer);
    assert.equal(styled.source, 'detail');
    assert.deepEqual(styled.filter, ['==', ['get', 'source'], layer.source]);
  }
  const plain = mapStyle(mapLayers([]), { coast: { type: 'FeatureCollection', features: [] } }, {});
  assert.ok(plain.layers.every((layer) => !('filter' in layer)));
  assert.equal(geoJsonSource({ type: 'FeatureCollection', features: [] }).type, 'geojson');
});

test('what MapLibre has no layer for comes drawn, in its place and without a source', async (t) => {
  Object.assign(globalThis, { window: {} });
  t.after(() => Object.assign(globalThis, { window: undefined }));
  const { map, layers, given } = growing();
  const base = { type: 'circle', slot: 'roads', part: 'map', color: 'own-x-0', opacity: 1 } as const;
  const spikes = { ...base, id: 'spikes', source: 'spikes', shape: 'spike' } as const;
  const dots = { ...base, id: 'dots', source: 'dots' } as const;
  const own = [spikes, dots];
  const drawn = new Map<string, string | undefined>();
  const noting: GrowingMap = {
    ...map,
    addLayer: (layer, before, by) => {
      drawn.set(layer.id, by?.type);
      map.addLayer(layer, before);
    },
  };
  const of = {
    grid: { x: 0.5, y: 0.25, size: 2 ** 20 },
    paths: {},
    circles: { spikes: [[9, 1, 2]], dots: [[3, 4, 5]] },
  } as const;
  await addToMap(noting, mapLayers([], own), own, [of]);
  assert.deepEqual(
    [...drawn],
    [
      ['spikes', 'custom'],
      ['dots', undefined],
    ],
  );
  assert.deepEqual(given, [
    ['dots', []],
    ['dots', ['dots']],
  ]);
  assert.deepEqual(
    layers.filter((id) => id in of.circles),
    ['spikes', 'dots'],
  );
});
