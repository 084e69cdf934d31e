import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Geometry, Position } from 'geojson';
import { publishData } from '../../../../src/basemap/data/publish-data.ts';
import { packShapes } from '../../../../src/basemap/drawing/packed-shapes.ts';
import { buildLayer } from '../../../../src/data/layers/build-layer.ts';

const ACROSS = 50;
const BUDGET = 40_000;

/** Figures that look like chance and are the same each time. */
function chance(...seeds: readonly number[]): number {
  const value = Math.sin(seeds.reduce((sum, seed, at) => sum + seed * (12.9898 + 65.233 * at), 1)) * 43758.5453;
  return value - Math.floor(value);
}

const corner = (x: number, y: number): Position => [x + 0.6 * chance(x, y), y * 0.8 + 0.5 * chance(y, x, 3)];

/** A border from corner to corner with bends of its own, the same for both who share it. */
function border([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): readonly Position[] {
  const [from, to] = [corner(x, y), corner(toX, toY)];
  return Array.from({ length: 4 }, (_, at): Position => {
    const t = at / 4;
    const off = at === 0 ? 0 : 0.12 * (chance(x, y, toX, toY, at) - 0.5);
    return [(from[0] ?? 0) * (1 - t) + (to[0] ?? 0) * t + off, (from[1] ?? 0) * (1 - t) + (to[1] ?? 0) * t + off];
  });
}

function county(index: number): Geometry {
  const [x, y] = [index % ACROSS, Math.floor(index / ACROSS)];
  const back = (line: readonly Position[], end: Position) => [...line.slice(1), end].toReversed();
  const ring = [
    ...border([x, y], [x + 1, y]),
    ...border([x + 1, y], [x + 1, y + 1]),
    ...back(border([x, y + 1], [x + 1, y + 1]), corner(x + 1, y + 1)),
    ...back(border([x, y], [x, y + 1]), corner(x, y + 1)),
  ];
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

test('2,000 areas as a country has them weigh at most 40 kB, seen whole', () => {
  const shapes = Array.from({ length: 2000 }, (_, index) => {
    const cells = { name: `N${index}`, people: Math.floor(1000 * chance(index, 5)) };
    return { id: String(index), geometry: county(index), cells, rows: [cells] };
  });
  const layer = buildLayer(
    {
      id: 'layer',
      show: 'areas',
      name: 'name',
      value: 'people',
      per: null,
      size: null,
      sizeKind: 'area',
      shape: 'circle',
      maxPx: 24,
      plainPx: null,
      scale: { kind: 'quantile', classes: 5, colors: null, breaks: [], middle: 0, categories: [] },
      time: null,
      categoryNames: {},
      cell: { form: 'hexagons', kilometres: 10 },
      label: 'People',
      sizeLabel: '',
      unit: 'people',
      source: '',
    },
    shapes,
    'en',
  );
  const view = { key: 'view', layer: 'layer', slice: 0, highlight: [], dim: 0.3, filter: {} };
  // 50 degrees on the width of a laptop.
  const { file } = publishData(layer, [view], 4.3);
  const bytes = brotliCompressSync(JSON.stringify(packShapes(file))).length;
  assert.ok(bytes <= BUDGET, `${bytes} bytes`);
  assert.ok(bytes > BUDGET / 4, `${bytes} bytes: is anything drawn?`);
});
