import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basemapFeatures } from '../../../src/basemap/features.ts';
import { widthAt } from '../../../src/basemap/layers/layer.ts';
import { mapLayers } from '../../../src/basemap/layers/map-layers.ts';
import { type Emphasis, opacityOf } from '../../../src/basemap/paint.ts';
import { mapStyle, paintUpdates } from '../../../src/basemap/style.ts';
import { paletteFor } from '../../../src/basemap/themes.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';

const layers = mapLayers(['HO.ME']);
const palette = paletteFor('light', 'paper');
const plain: Emphasis = { emphasis: {}, tints: [], wash: 0 };
const ZOOM = 9;
const style = mapStyle(
  layers,
  basemapFeatures(tinyBasemap, 'HOM', ['HO.ME']),
  paintUpdates(layers, plain, palette, ZOOM),
);

const paintAt = (scene: Emphasis, id: string): Readonly<Record<string, string | number>> =>
  paintUpdates(layers, scene, palette, ZOOM)[id] ?? {};

test('the style has every layer of the cartography, in its order', () => {
  assert.deepEqual(
    style.layers.map(({ id }) => id),
    layers.map(({ id }) => id),
  );
});

test('every layer finds its source, and there are no others', () => {
  const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
  assert.deepEqual(new Set(Object.keys(style.sources)), used);
});

test('the style asks for nothing from the network: no glyphs, no sprite, no text', () => {
  assert.equal(style.glyphs, undefined);
  assert.equal(style.sprite, undefined);
  assert.ok(style.layers.every(({ type }) => type !== 'symbol'));
});

test('a dash means the same pixels as in the list', () => {
  const lines = style.layers.find(({ id }) => id === 'region-lines');
  assert.deepEqual(lines?.paint, {
    'line-color': palette['region-lines'],
    'line-opacity': 1,
    'line-width': 0.9,
    'line-dasharray': [1 / 0.9, 3.2 / 0.9],
  });
});

test('a line finer than a hair covers as much of the map as on a canvas, and all others are as strong as they are', () => {
  const strength = (width: number): number => {
    const line = { id: 'l', part: 'map', type: 'line', source: 's', color: 'land', opacity: 0.8, width } as const;
    return Number(paintUpdates([line], plain, palette, ZOOM)['l']?.['line-opacity']);
  };
  for (const width of [0.5, 0.6, 2]) assert.equal(strength(width), 0.8);
  for (const width of [0, 0.075, 0.15, 0.3]) {
    // MapLibre's alpha falls from w / 2 + 1 / 2 in the middle by one a pixel to either side.
    assert.ok(Math.abs(strength(width) * (width / 2 + 0.5) ** 2 - 0.8 * width) < 1e-12, String(width));
  }
});

test('emphasis fades the roads with their casing and nothing else', () => {
  const faint: Emphasis = { ...plain, emphasis: { roads: 0.35 } };
  const changed = layers
    .filter((layer) => opacityOf(layer, faint, ZOOM) !== opacityOf(layer, plain, ZOOM))
    .map(({ id }) => id);
  assert.deepEqual(changed, ['roads-streets', 'roads-other', 'roads-casing', 'roads-great']);
  assert.equal(paintAt(faint, 'roads-great')['line-opacity'], 0.35);
});

test('a region is tinted only where a scene asks, in the tone it asks for', () => {
  assert.equal(paintAt(plain, 'tint-HO.ME')['fill-opacity'], 0);
  const past: Emphasis = { ...plain, tints: [{ region: 'HO.ME', tone: 'past', opacity: 0.6 }] };
  assert.deepEqual(paintAt(past, 'tint-HO.ME'), { 'fill-color': palette['tint-past'], 'fill-opacity': 0.6 });
});

test('a wash lies over the map in land colour; an emptied map is paper', () => {
  assert.equal(paintAt({ ...plain, wash: 0.74 }, 'wash')['background-opacity'], 0.74);
  assert.equal(paintAt({ ...plain, emphasis: { map: 0 } }, 'blank')['background-opacity'], 1);
});

test('paint updates say all that a style’s first paint depends on', () => {
  for (const layer of style.layers) {
    for (const [name, value] of Object.entries(paintAt(plain, layer.id))) {
      assert.deepEqual((layer.paint as Record<string, unknown>)[name], value);
    }
  }
});

test('the home country is told apart from all others', () => {
  const sources = basemapFeatures(tinyBasemap, 'HOM', []);
  assert.deepEqual(
    sources['land-home']?.features.map(({ properties }) => properties),
    [{ a3: 'HOM' }],
  );
  assert.deepEqual(
    sources['land-abroad']?.features.map(({ properties }) => properties),
    [{ a3: 'ABR' }],
  );
});

test('a road’s width runs between its stops and stays outside them', () => {
  const stops = [
    [7, 1.4],
    [9, 2],
    [11, 2.6],
  ] as const;
  assert.equal(widthAt(stops, 3), 1.4);
  assert.ok(Math.abs(widthAt(stops, 8) - 1.7) < 1e-9);
  assert.equal(widthAt(stops, 20), 2.6);
  assert.equal(widthAt(0.8, 5), 0.8);
});
