import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShapeFile } from '../../../../src/basemap/drawing/shape-file.ts';
import { DETAIL } from '../../../../src/basemap/layers/detail.ts';
import type { MapLayer, OwnLayer } from '../../../../src/basemap/layers/layer.ts';
import { mapLayers } from '../../../../src/basemap/layers/map-layers.ts';
import { geoJsonSource, mapStyle, paintUpdates, styledLayer } from '../../../../src/basemap/style.ts';
import { PALETTES } from '../../../../src/basemap/themes.ts';
import { createGiving } from '../../../../src/reader/sources/add-to-map.ts';
import type { GrowingMap, OwnMap, OwnScene } from '../../../../src/reader/stages/own-map.ts';
import type { Section } from '../../../../src/story/story.ts';

const ORDER = mapLayers([], DETAIL);
const NOWHERE = { section: { index: 0 }, layers: {} } as unknown as OwnScene;
const WITHOUT_DATA = { sections: [] };

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
    removeSource(name, gone) {
      given.push([name, ['gone']]);
      for (const { id } of gone) layers.splice(layers.indexOf(id), 1);
    },
  };
  return { map, layers, given };
}

type Giving = Pick<OwnMap, 'addTo' | 'isGiven'>;

/** Takes steps until none is left; says how many there were. */
async function giveAll(giving: Giving, map: GrowingMap, order: readonly MapLayer[], scene: OwnScene): Promise<number> {
  if (giving.isGiven(map, scene)) return 0;
  await giving.addTo(map, order, scene);
  return 1 + (await giveAll(giving, map, order, scene));
}

/** As much of a page as waiting for an idle moment needs. */
function inPage(t: { after(run: () => void): void }): void {
  Object.assign(globalThis, { window: {} });
  t.after(() => Object.assign(globalThis, { window: undefined }));
}

test('layers come where the cartography has them, once, before their shapes; shapes come as one source', async (t) => {
  inPage(t);
  const { map, layers, given } = growing();
  const [first, second] = [file('woods', 'water'), file('paths')];
  const giving = createGiving(WITHOUT_DATA, DETAIL);
  await giveAll(giving([first]), map, ORDER, NOWHERE);
  assert.deepEqual(
    layers,
    ORDER.map(({ id }) => id),
  );
  assert.deepEqual(given, [
    ['detail', []],
    ['detail', ['detail-woods', 'detail-water']],
  ]);
  await giveAll(giving([first, second]), map, ORDER, NOWHERE);
  assert.deepEqual(given.at(-1), ['detail', ['detail-woods', 'detail-water', 'detail-paths']]);
  assert.equal(await giveAll(giving([first, second]), map, ORDER, NOWHERE), 0);
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
  inPage(t);
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
  await giveAll(createGiving(WITHOUT_DATA, own)([of]), noting, mapLayers([], own), NOWHERE);
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

/** A series of as many views as a story may show one after the other, in one section. */
const SERIES = Array.from({ length: 30 }, (_, slice) => `rates@${slice}`);
const STORY = { sections: [{ index: 0, data: [{ views: SERIES }] } as unknown as Section] };
const AREAS: readonly OwnLayer[] = SERIES.flatMap((view) =>
  [0, 1].map((part) => {
    const id = `${view}/${part}`;
    const base = { id, source: id, bundle: view, slot: 'land', part: 'map', color: 'own-x-0', opacity: 1 } as const;
    return { ...base, type: 'fill', shown: view } as const;
  }),
);
const AREA_FILE: ShapeFile = {
  grid: { x: 0.5, y: 0.25, size: 2 ** 20 },
  paths: Object.fromEntries(AREAS.map(({ id }) => [id, 'm0 0 9 0 0 9z'])),
};
const sceneOf = (...views: readonly string[]) =>
  ({
    section: { index: 0 },
    layers: { shown: Object.fromEntries(views.map((view) => [view, 1])) },
  }) as unknown as OwnScene;

/** The views a map has whole. */
const viewsOn = (layers: readonly string[]): readonly string[] =>
  SERIES.filter((view) => [0, 1].every((part) => layers.includes(`${view}/${part}`)));

test('a map is given what is seen first, then what is near, one view a step, and no long series as a whole', async (t) => {
  inPage(t);
  const { map, layers, given } = growing();
  const order = mapLayers([], AREAS);
  const giving = createGiving(STORY, AREAS)([AREA_FILE]);
  const scene = sceneOf('rates@10');
  assert.equal(giving.lacks(map, scene), true);
  await giving.addTo(map, order, scene);
  assert.deepEqual(viewsOn(layers), ['rates@10']);
  assert.deepEqual(given.at(-1), ['rates@10', ['rates@10/0', 'rates@10/1']]);
  assert.equal(giving.lacks(map, scene), false);
  const before = viewsOn(layers).length;
  const steps = await giveAll(giving, map, order, scene);
  assert.equal(viewsOn(layers).length, before + steps);
  assert.ok(viewsOn(layers).length < SERIES.length / 2, viewsOn(layers).join());
  assert.deepEqual(
    layers.filter((id) => id in AREA_FILE.paths),
    order.map(({ id }) => id).filter((id) => layers.includes(id) && id in AREA_FILE.paths),
  );
});

test('wherever the reader goes, a map has in the end what is seen and what comes next, and loses what is far off', async (t) => {
  inPage(t);
  const { map, layers } = growing();
  const order = mapLayers([], AREAS);
  const giving = createGiving(STORY, AREAS)([AREA_FILE]);
  for (const at of [0, 29, 3, 15, 28, 1]) {
    const scene = sceneOf(`rates@${at}`);
    await giveAll(giving, map, order, scene);
    assert.equal(giving.lacks(map, scene), false);
    const there = viewsOn(layers).map((view) => Number(view.slice(6)));
    assert.ok(there.includes(at) && there.includes(Math.min(29, at + 1)), `${at}: ${there}`);
    assert.ok(
      there.every((slice) => Math.abs(slice - at) <= 16),
      `${at}: ${there}`,
    );
    assert.equal(layers.filter((id) => id in AREA_FILE.paths).length, 2 * there.length, 'no view is there in part');
  }
  const [from, to] = [sceneOf('rates@4'), sceneOf('rates@3', 'rates@4')];
  await giveAll(giving, map, order, from);
  assert.equal(await giveAll(giving, map, order, to), 0, 'to and fro moves nothing');
});

test('what has not come is not lacking, and what cannot be given is told and not tried for ever', async (t) => {
  inPage(t);
  const { map } = growing();
  const giving = createGiving(STORY, AREAS);
  const scene = sceneOf('rates@5');
  assert.equal(giving([]).lacks(map, scene), false);
  assert.equal(giving([]).isGiven(map, scene), true);
  const failing: GrowingMap = {
    ...map,
    addLayer() {
      throw new Error('No such layer');
    },
  };
  const whole = giving([AREA_FILE]);
  await assert.rejects(whole.addTo(failing, mapLayers([], AREAS), scene), /No such layer/);
  assert.equal(whole.lacks(failing, scene), false);
});
