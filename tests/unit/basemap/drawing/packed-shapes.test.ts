import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { gridPath } from '../../../../src/basemap/drawing/grid-path.ts';
import {
  edgePath,
  type PackedShapes,
  packShapes,
  unpackShapes,
} from '../../../../src/basemap/drawing/packed-shapes.ts';
import { pathLines } from '../../../../src/basemap/drawing/shape-file.ts';

const unpacked = (packed: PackedShapes) => unpackShapes(packed, async (names, work) => names.forEach(work));

const grid = { x: 0, y: 0, size: 512 };

const point = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
const lines = fc.array(fc.array(point, { minLength: 2, maxLength: 12 }), { maxLength: 5 });

test('what is packed is unpacked to the last sign, whatever is drawn and however often', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { maxLength: 4 }), fc.boolean(), async (all, closed) => {
      const paths = Object.fromEntries(
        all.flatMap((one, index) => [
          [`a/${index}`, gridPath(one, closed)],
          [`b/${index}`, gridPath(one.toReversed(), closed)],
          [`c/${index}`, gridPath(one, !closed)],
        ]),
      );
      const file = { grid, paths, circles: {} };
      assert.deepEqual(await unpacked(packShapes(file)), file);
    }),
  );
});

/** Figures that look like chance and are the same each time. */
function chance(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

/** A ring with bends of its own. */
const ringAt = (index: number) => {
  const corners = Array.from({ length: 60 }, (_, at) => {
    const angle = (at / 60) * 2 * Math.PI;
    const radius = 40 + 20 * chance(index * 61 + at);
    return [
      Math.round((index % 20) * 120 + radius * Math.cos(angle)),
      Math.round(Math.floor(index / 20) * 120 + radius * Math.sin(angle)),
    ] as const;
  });
  return [...corners, ...corners.slice(0, 1)];
};

test('24 slices of the same areas in other colours weigh hardly more than one, to hosts that know gzip alone, too', () => {
  const rings = Array.from({ length: 200 }, (_, index) => ringAt(index));
  const slice = (time: number) =>
    Array.from({ length: 5 }, (_, group) => {
      const own = rings.filter((_, index) => Math.floor(5 * chance(index + time * 211)) === group);
      return [`layer@${time}/${group}`, gridPath(own, true)] as const;
    });
  const fileOf = (times: number) => ({
    grid,
    paths: Object.fromEntries(Array.from({ length: times }, (_, time) => slice(time)).flat()),
  });
  for (const compress of [gzipSync, brotliCompressSync]) {
    const weight = (times: number) => compress(JSON.stringify(packShapes(fileOf(times)))).length;
    assert.ok(weight(24) < 2 * weight(1), `${weight(24)} for 24, ${weight(1)} for one`);
  }
  assert.ok(gzipSync(JSON.stringify(packShapes(fileOf(24)))).length < gzipSync(JSON.stringify(fileOf(24))).length / 4);
});

test('edges of areas are not published, and drawn from the areas they are of', async () => {
  const paths = { 'v/0': gridPath([ringAt(1), ringAt(2)], true), 'v/1': gridPath([ringAt(3)], true) };
  const file = { grid, paths: { ...paths, 'v/2': edgePath(Object.values(paths)) }, edges: { 'v/2': ['v/0', 'v/1'] } };
  assert.deepEqual(Object.keys(packShapes(file).paths), ['v/0', 'v/1']);
  assert.deepEqual((await unpacked(packShapes(file))).paths, file.paths);
  const same = (rings: readonly (readonly (readonly number[])[])[]) =>
    rings.map((ring) => ring.map(([x, y]) => [x, y]));
  assert.deepEqual(same(pathLines(file.paths['v/2'])), same([ringAt(1), ringAt(2), ringAt(3)]));
});
