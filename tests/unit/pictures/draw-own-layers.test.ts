import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonArea } from 'd3';
import { pathLines, type ShapeFile } from '../../../src/basemap/drawing/shape-file.ts';
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

test('of a crowd of specks a picture shows as much as they cover, and dots as few as are left from so far off', () => {
  const specks = Array.from(
    { length: 64 },
    (_, at) => `m${at === 0 ? '250 250' : at % 8 === 0 ? '-7 1' : '1 0'} 1 0 0 1-1 0z`,
  );
  const file: ShapeFile = { ...FILE, paths: { area: specks.join('') } };
  const close = { ...view, camera: { ...camera, center: [0, 0], zoom: 0 } } as const;
  const drawn = (one: ShapeFile) => drawOwnLayers({ layers: LAYERS, files: [one], isRound: false }, close).land;
  assert.ok(!drawn(file).includes('<path'), 'few specks are left out');
  const crowd: ShapeFile = {
    ...file,
    isCrowd: true,
    circles: { dots: [[4, 256, 256, 256, 256]], 'dots@0': [[4, 256, 256]] },
  };
  const [, d = ''] = / d="([^"]+)"/.exec(drawn(crowd)) ?? [];
  const covered = pathLines(d).reduce((sum, ring) => sum + Math.abs(polygonArea(ring as [number, number][])), 0);
  assert.ok(Math.abs(covered - 64) < 6.4, `${covered} of 64 pixels`);
  assert.equal(drawn(crowd).match(/<circle/g)?.length, 1);
});
