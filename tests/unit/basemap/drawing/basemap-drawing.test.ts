import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import type { Basemap } from '../../../../src/basemap/basemap.ts';
import { drawBasemap } from '../../../../src/basemap/drawing/basemap-drawing.ts';
import { drawingTransform } from '../../../../src/basemap/drawing/drawing-transform.ts';
import { gridPath } from '../../../../src/basemap/drawing/grid-path.ts';
import { gridFor } from '../../../../src/basemap/drawing/grid-topology.ts';
import { cssName } from '../../../../src/basemap/drawing/layer-variables.ts';
import { mapLayers } from '../../../../src/basemap/layers/map-layers.ts';
import { simplifyLine } from '../../../../src/geo/lines/simplify-line.ts';
import { createProjection, toWorld } from '../../../../src/geo/mercator.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const drawing = drawBasemap(tinyBasemap, 'HOM', { regions: ['HO.ME'], detail: [0, 40, 4, 42] });

/** Applies an SVG transform list to a point. */
function applied(transform: string, [x, y]: readonly [number, number]): readonly [number, number] {
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reverse();
  return steps.reduce<readonly [number, number]>(
    ([px, py], [, name, text = '']) => {
      const [a = 0, b = 0] = text.split(' ').map(Number);
      if (name === 'translate') return [px + a, py + b];
      if (name === 'scale') return [px * a, py * a];
      const angle = (a * Math.PI) / 180;
      return [px * Math.cos(angle) - py * Math.sin(angle), px * Math.sin(angle) + py * Math.cos(angle)];
    },
    [x, y],
  );
}

test('a point of the drawing falls where the camera projects its place', () => {
  const grid = gridFor(tinyBasemap);
  const camera = fc.record({
    center: fc.tuple(fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 40, max: 42, noNaN: true })),
    zoom: fc.double({ min: 4, max: 12, noNaN: true }),
    pitch: fc.constant(0),
    bearing: fc.constantFrom(0, 12, -40),
  });
  fc.assert(
    fc.property(
      camera,
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (view, dx, dy) => {
        const spread = 4 / 2 ** (view.zoom - 4);
        const place = [view.center[0] + dx * spread, view.center[1] + dy * spread] as const;
        const [wx, wy] = toWorld(place);
        const point = applied(drawingTransform(grid, view, 720, 480), [
          (wx - grid.x) * grid.size,
          (wy - grid.y) * grid.size,
        ]);
        const expected = createProjection(view, 720, 480).project(place);
        assert.ok(Math.hypot(point[0] - expected[0], point[1] - expected[1]) < 0.05);
      },
    ),
  );
});

test('the drawing shows the layers of the cartography once each, in order, with the same colour', () => {
  const stack = /<g id="bm"[^>]*>(.*?)<\/g>/.exec(drawing.defs)?.[1] ?? '';
  const uses = [...stack.matchAll(/<use href="#([^"]+)" style="([^"]*)"/g)].map(([, id, style = '']) => ({
    id,
    color: /--map-([a-z-]+)/.exec(style)?.[1],
    width: /stroke-width:(?:var\([^,]+,)?([\d.]+)/.exec(style)?.[1],
  }));
  const expected = mapLayers(['HO.ME']).flatMap((layer) =>
    layer.type === 'ground'
      ? []
      : [
          {
            id: `bm-${cssName(layer.source)}`,
            color: layer.color as string,
            width: layer.type === 'line' && typeof layer.width === 'number' ? String(layer.width) : undefined,
          },
        ],
  );
  assert.deepEqual(
    uses.map(({ id, color }) => ({ id, color })),
    expected.map(({ id, color }) => ({ id, color })),
  );
  for (const [index, { width }] of expected.entries()) {
    if (width) assert.equal(uses[index]?.width, width);
  }
});

test('every shape the drawing uses is in it', () => {
  for (const [, id] of drawing.defs.matchAll(/href="#([^"]+)"/g)) assert.ok(drawing.defs.includes(`id="${id}"`), id);
});

test('shapes that share a border share its points', () => {
  const points = (id: string): Set<string> => {
    const d = new RegExp(`id="${id}"[^>]* d="([^"]*)"`).exec(drawing.defs)?.[1] ?? '';
    let [x, y] = [0, 0];
    return new Set(
      [...d.matchAll(/(-?\d+)[ ]?(-?\d+)/g)].map(([, dx, dy]) => {
        [x, y] = [x + Number(dx), y + Number(dy)];
        return `${x} ${y}`;
      }),
    );
  };
  const home = points('bm-land-home');
  const shared = [...points('bm-borders')];
  assert.ok(shared.length >= 2);
  assert.ok(shared.every((point) => home.has(point)));
});

test('a line on the grid is written relatively and without its standing points', () => {
  assert.equal(
    gridPath(
      [
        [
          [10, 10],
          [10.2, 10.1],
          [13, 8],
          [13, 20],
        ],
      ],
      false,
    ),
    'm10 10 3-2 0 12',
  );
  assert.equal(
    gridPath(
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
      true,
    ),
    'm0 0 4 0 0 4zm1 1 1 0 0 1z',
  );
  assert.equal(
    gridPath(
      [
        [
          [0, 0],
          [0.25, -0.5],
        ],
      ],
      false,
      1,
    ),
    'm0 0 .3-.5',
  );
});

test('simplifying keeps the ends and moves nothing by more than the tolerance', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (line) => {
      const kept = simplifyLine(line, 5);
      assert.deepEqual([kept[0], kept.at(-1)], [line[0], line.at(-1)]);
      assert.ok(kept.every((one) => line.includes(one as [number, number])));
    }),
  );
  assert.deepEqual(
    simplifyLine(
      [
        [0, 0],
        [5, 1],
        [10, 0],
      ],
      2,
    ),
    [
      [0, 0],
      [10, 0],
    ],
  );
});

async function drawLevant(): Promise<string> {
  const text = await readFile(new URL('../../../../public/basemap/levant.topo.json', import.meta.url), 'utf8');
  const options = { regions: ['SY.ID', 'SY.HI'], detail: [35.7, 34.5, 37.75, 36.6] } as const;
  return drawBasemap(JSON.parse(text) as Basemap, 'SYR', options).defs;
}

test('the Levant’s drawing is at most 24 kB compressed', async () => {
  const defs = await drawLevant();
  const size = brotliCompressSync(defs).length;
  assert.ok(size <= 24_000, `${size} bytes`);
});
