import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CanvasShape,
  type MapCanvas,
  ON_CANVAS,
  setPaint,
} from '../../../../src/basemap/drawing/canvas-layers.ts';
import { canvasTransform } from '../../../../src/basemap/drawing/drawing-transform.ts';
import { gridFor } from '../../../../src/basemap/drawing/grid-topology.ts';
import { farSource } from '../../../../src/basemap/drawing/shape-file.ts';
import { handleLayer, sourcesOf, widthAt } from '../../../../src/basemap/layers/layer.ts';
import { mapLayers } from '../../../../src/basemap/layers/map-layers.ts';
import { transformed } from '../../../../src/geo/camera/similarity.ts';
import { createProjection, toWorld } from '../../../../src/geo/mercator.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const layers = mapLayers(['HO.ME']);

interface Stroke {
  readonly shape: unknown;
  readonly lineWidth: number;
  readonly dash: readonly number[];
}

const plainShape = (name: string): CanvasShape => ({ path: name as unknown as Path2D, shift: null });

/** A canvas that notes what is painted on it. */
function recordingCanvas(pixel: number, zoom: number) {
  const [filled, stroked, covered]: [unknown[], Stroke[], unknown[]] = [[], [], []];
  let dash: readonly number[] = [];
  const context = {
    canvas: { width: 30, height: 20 },
    lineWidth: 0,
    save: () => {},
    restore: () => {},
    resetTransform: () => {},
    setLineDash: (lengths: readonly number[]) => {
      dash = lengths;
    },
    fill: (shape: unknown) => filled.push(shape),
    stroke: (shape: unknown) => stroked.push({ shape, lineWidth: context.lineWidth, dash }),
    fillRect: (...box: readonly number[]) => covered.push(box),
  };
  // The name of a source stands for its shape.
  const shapes = new Map(sourcesOf(layers).map((source) => [source, [plainShape(source)]]));
  const canvas: MapCanvas = { context: context as unknown as MapCanvas['context'], shapes, pixel, zoom, bearing: 0 };
  return { canvas, filled, stroked, covered };
}

test('every layer is painted once, by its type and in order, lines as wide as they are on the screen', () => {
  const { canvas, filled, stroked, covered } = recordingCanvas(4, 9);
  for (const layer of layers) handleLayer(ON_CANVAS, layer, canvas);
  const of = (type: string) => layers.filter((layer) => layer.type === type);
  assert.deepEqual(filled, sourcesOf(of('fill')));
  assert.deepEqual(
    covered,
    of('ground').map(() => [0, 0, 30, 20]),
  );
  const lines = layers.flatMap((layer) => (layer.type === 'line' ? [layer] : []));
  assert.deepEqual(
    stroked,
    lines.map(({ source, width, dash = [] }) => ({
      shape: source,
      lineWidth: widthAt(width, 9) * 4,
      dash: dash.map((length) => length * 4),
    })),
  );
});

test('a layer without a shape is left out, and the others are painted', () => {
  const { canvas, stroked } = recordingCanvas(1, 9);
  for (const layer of layers)
    handleLayer(ON_CANVAS, layer, { ...canvas, shapes: new Map([['coast', [plainShape('coast')]]]) });
  assert.deepEqual(
    stroked.map(({ shape }) => shape),
    ['coast'],
  );
});

test('what stands on a place stands there upright and as large as on the screen, its edge under it', () => {
  const drawn: unknown[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]) =>
      drawn.push([name, ...given]);
  const { canvas } = recordingCanvas(4, 9);
  const names = ['save', 'restore', 'translate', 'rotate', 'scale', 'stroke', 'fill', 'setLineDash'] as const;
  const context = Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as MapCanvas['context'];
  const path = globalThis.Path2D;
  globalThis.Path2D = class {
    readonly d: string;
    constructor(d: string) {
      this.d = d;
    }
  } as unknown as typeof Path2D;
  const layer = {
    id: 'own',
    source: 'own',
    type: 'circle',
    part: 'map',
    color: 'own-x-0',
    opacity: 1,
    shape: 'spike',
  } as const;
  const shape = { ...plainShape('own'), circles: [[50, 10, 20]] as const };
  handleLayer(ON_CANVAS, layer, { ...canvas, context, bearing: 90, shapes: new Map([['own', [shape]]]) });
  globalThis.Path2D = path;
  const spike = { d: 'M0 0h-4l4 -50l4 50z' };
  assert.deepEqual(JSON.parse(JSON.stringify(drawn.slice(1))), [
    ['save'],
    ['translate', 10, 20],
    ['rotate', Math.PI / 2],
    ['scale', 4, 4],
    ['stroke', spike],
    ['fill', spike],
    ['restore'],
  ]);
});

test('paint is colour and strength, of areas and lines alike', () => {
  const { canvas } = recordingCanvas(1, 9);
  setPaint(canvas, { color: '#123456', opacity: 0.3 });
  const { globalAlpha, fillStyle, strokeStyle } = canvas.context;
  assert.deepEqual([globalAlpha, fillStyle, strokeStyle], [0.3, '#123456', '#123456']);
});

test('a canvas has every place where the map has it, in its own pixels and from its own corner', () => {
  const grid = gridFor(tinyBasemap);
  const canvas = { left: -40, top: -30, density: 2 };
  for (const bearing of [0, 17, -120]) {
    const camera = { center: [2, 41] as const, zoom: 8, bearing, pitch: 0 };
    const matrix = canvasTransform(grid, camera, { width: 400, height: 300 }, canvas);
    for (const place of [
      [2, 41],
      [2.3, 41.2],
      [1.6, 40.5],
    ] as const) {
      const [worldX, worldY] = toWorld(place);
      const [x, y] = transformed(matrix, [(worldX - grid.x) * grid.size, (worldY - grid.y) * grid.size]);
      const [mapX, mapY] = createProjection(camera, 400, 300).project(place);
      assert.ok(Math.hypot(x - (mapX + 40) * 2, y - (mapY + 30) * 2) < 1e-6, `${place} at ${bearing}°`);
    }
  }
});

test('up to a zoom that a source has been thinned for, what is left of it is painted in its place', () => {
  const painted = (zoom: number): readonly unknown[] => {
    const { canvas, filled } = recordingCanvas(1, zoom);
    const shapes = new Map([
      ['crowd', [plainShape('crowd')]],
      [farSource('crowd', 6), [plainShape('crowd from afar')]],
    ]);
    const layer = { id: 'c', part: 'map', type: 'fill', source: 'crowd', color: 'land', opacity: 1 } as const;
    handleLayer(ON_CANVAS, layer, { ...canvas, shapes });
    return filled;
  };
  assert.deepEqual([7, 6.01, 6, 5.5].flatMap(painted), ['crowd', 'crowd', 'crowd from afar', 'crowd from afar']);
});
