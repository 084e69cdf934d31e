import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShapeFile } from '../../../src/basemap/drawing/shape-file.ts';
import type { OwnLayer } from '../../../src/basemap/layers/layer.ts';
import { createProjection } from '../../../src/geo/mercator.ts';
import { drawOwnLayers } from '../../../src/pictures/draw-own-layers.ts';

const SIZE = 512;
/** Round 0° 0°, on a grid of the whole world. */
const FILE: ShapeFile = {
  grid: { x: 0, y: 0, size: SIZE },
  paths: { area: 'm246 246 20 0 0 20-20 0z' },
  circles: { dots: [[4, 256, 256]] },
};
const base = { id: '', slot: 'land', part: 'map', color: 'land', opacity: 1 } as const;
const LAYERS: readonly OwnLayer[] = [
  { ...base, id: 'area', type: 'fill', source: 'area' },
  { ...base, id: 'dots', type: 'circle', source: 'dots' },
];
/** Far enough away that a screen shows the world more than once. */
const camera = { center: [170, 0], zoom: 0.5, bearing: 0, pitch: 0 } as const;
const view = { camera, layers: { emphasis: {}, tints: [], wash: 0 }, width: 1400, height: 800 };

test('a map that goes round shows what a story adds to it wherever it shows the place', () => {
  const { project } = createProjection(camera, view.width, view.height);
  const seen = [-1, 0, 1].map((turn) => project([0, 0], turn)[0]).filter((x) => x > 0 && x < view.width);
  assert.ok(seen.length > 1);
  const { land } = drawOwnLayers({ layers: LAYERS, files: [FILE], isRound: true }, view);
  const dots = [...land.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Math.round(Number(x)));
  assert.deepEqual(dots.toSorted(), seen.map(Math.round).toSorted());
  assert.equal(land.match(/m-?[\d.]+ /g)?.length, seen.length, 'areas as well');
});

test('a map with an edge shows it once', () => {
  const { land } = drawOwnLayers({ layers: LAYERS, files: [FILE], isRound: false }, view);
  assert.equal(land.match(/<circle/g)?.length, 1);
});
