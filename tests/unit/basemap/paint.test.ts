import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrastRatio } from '../../../src/basemap/contrast.ts';
import { mapLayers } from '../../../src/basemap/layers/map-layers.ts';
import { type Emphasis, opacityOf, paintOf, tokenOf } from '../../../src/basemap/paint.ts';
import { paletteFor } from '../../../src/basemap/themes.ts';

const ZOOM = 9;
const NONE: Emphasis = { emphasis: {}, tints: [], wash: 0 };
const layers = mapLayers(['SY.ID']);
const layerOf = (id: string) => {
  const found = layers.find((layer) => layer.id === id);
  assert.ok(found, id);
  return found;
};
const strength = (id: string, scene: Partial<Emphasis>) => opacityOf(layerOf(id), { ...NONE, ...scene }, ZOOM);

test('a part of the map is as strong as the scene says, of what it is at full strength', () => {
  assert.equal(strength('rivers-great', { emphasis: { rivers: 0.4 } }), 0.4);
  assert.equal(strength('roads-casing', { emphasis: { roads: 0.5 } }), 0.85 * 0.5);
  assert.equal(strength('rivers-great', { emphasis: { roads: 0 } }), 1);
});

test('where the map itself goes, bare paper comes; land and sea stay under it', () => {
  for (const map of [0, 0.3, 1]) {
    assert.equal(strength('blank', { emphasis: { map } }), 1 - map);
    assert.equal(strength('land-home', { emphasis: { map } }), 1);
  }
});

test('a wash is as strong as it is asked for', () => {
  assert.equal(strength('wash', {}), 0);
  assert.equal(strength('wash', { wash: 0.7 }), 0.7);
});

test('a region is tinted where the scene says so; tinted twice, the stronger counts', () => {
  const tint = (tone: 'subject' | 'past', opacity: number) => ({ region: 'SY.ID', tone, opacity });
  const layer = layerOf('tint-SY.ID');
  assert.equal(opacityOf(layer, NONE, ZOOM), 0);
  const twice = { ...NONE, tints: [tint('subject', 0.3), tint('past', 0.7)] };
  assert.equal(opacityOf(layer, twice, ZOOM), 0.7);
  assert.equal(tokenOf(layer, twice), 'tint-past');
  assert.equal(tokenOf(layer, { ...NONE, tints: [tint('subject', 1)] }), 'tint');
});

test('no strength is beyond what there is, whatever a scene asks for', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (value) => {
      const scene = { emphasis: { rivers: value, map: value }, tints: [], wash: value };
      for (const layer of layers) {
        const opacity = opacityOf(layer, scene, ZOOM);
        assert.ok(opacity >= 0 && opacity <= layer.opacity, layer.id);
      }
    }),
  );
});

test('paint is the colour of the palette', () => {
  const palette = paletteFor('light', 'paper');
  for (const layer of layers) assert.equal(paintOf(layer, NONE, palette, ZOOM).color, palette[tokenOf(layer, NONE)]);
});

test('contrast is that of WCAG: 21 at most, 1 at least, the same both ways', () => {
  assert.equal(Math.round(contrastRatio('#000000', '#ffffff') * 100) / 100, 21);
  assert.equal(contrastRatio('#a63a22', '#a63a22'), 1);
  // As computed by the formula’s own published example pairs.
  assert.equal(Math.round(contrastRatio('#767676', '#ffffff') * 100) / 100, 4.54);
  assert.equal(contrastRatio('#777777', '#ffffff') < 4.5, true);
  assert.equal(contrastRatio('#211E1A', '#FBF8F1'), contrastRatio('#FBF8F1', '#211E1A'));
});
