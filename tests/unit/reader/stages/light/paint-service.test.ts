import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProjection } from '../../../../../src/geo/mercator.ts';
import { createPaintService, type PaintSource } from '../../../../../src/reader/stages/light/paint-service.ts';
import { type Sheet, sheetAtRest } from '../../../../../src/reader/stages/light/sheet.ts';

/** Path data with how far east of itself each copy is laid, which a canvas keeps to itself. */
class Shape {
  readonly copies: readonly (readonly [d: string, east: number])[] = [];
  constructor(d?: string) {
    if (d !== undefined) this.copies = [[d, 0]];
  }
  addPath({ copies }: Shape, { e = 0 }: DOMMatrix2DInit): void {
    Object.assign(this, { copies: [...this.copies, ...copies.map(([d, east]) => [d, east + e] as const)] });
  }
}

const grid = { x: 0, y: 0, size: 512 };
const land = { id: 'land', part: 'map', type: 'fill', source: 'land', color: 'land', opacity: 1 } as const;

/** Copies of the land that a sheet shows. */
function landOn(sheet: Sheet, isRound: boolean): unknown {
  const filled: Shape[] = [];
  const context = { setTransform: () => {}, fill: (shape: Shape) => filled.push(shape) };
  const source: PaintSource = { files: [{ grid, paths: { land: 'M0 0' } }], isRound };
  const canvas = { getContext: () => context } as unknown as HTMLCanvasElement;
  const { steps } = createPaintService(source, () => canvas).begin(sheet, [[land, { color: '#fff', opacity: 1 }]]);
  for (const step of steps) step();
  return filled.map(({ copies }) => copies);
}

test('a sheet of a world is laid on either side of itself, as its drawing is, and no other is', (t) => {
  Object.assign(globalThis, { Path2D: Shape });
  t.after(() => Object.assign(globalThis, { Path2D: undefined }));
  const sheet = sheetAtRest(createProjection({ center: [179, 0], zoom: 1, bearing: 0, pitch: 0 }, 400, 800), 1);
  assert.deepEqual(landOn(sheet, false), [[['M0 0', 0]]]);
  assert.deepEqual(landOn(sheet, true), [
    [
      ['M0 0', -512],
      ['M0 0', 0],
      ['M0 0', 512],
    ],
  ]);
});
