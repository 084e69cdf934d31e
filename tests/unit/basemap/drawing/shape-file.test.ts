import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gridShift } from '../../../../src/basemap/drawing/drawing-transform.ts';
import { gridPath } from '../../../../src/basemap/drawing/grid-path.ts';
import { pathLines, type ShapeFile, shapeFeature } from '../../../../src/basemap/drawing/shape-file.ts';
import { fromWorld, toWorld } from '../../../../src/geo/mercator.ts';

const point = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }));
/** Without points that fall on their neighbour, which no path has. */
const line = fc
  .array(point, { minLength: 3, maxLength: 9 })
  .map((points) => points.filter((at, index) => index === 0 || String(at) !== String(points[index - 1])))
  .filter((points) => points.length > 2 && String(points[0]) !== String(points.at(-1)));

test('what a path was written from is read from it again, lines and rings', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      assert.deepEqual(pathLines(gridPath(lines, false)), lines);
      const rings = lines.map((one) => [...one, one[0] ?? [0, 0]]);
      assert.deepEqual(pathLines(gridPath(rings, true)), rings);
    }),
  );
});

test('fractions are read as they were written', () => {
  const lines = [
    [
      [0.5, -0.2],
      [1.1, 0.9],
      [-3, 0.1],
    ],
  ] as const;
  const [read = []] = pathLines(gridPath(lines, false, 1));
  for (const [index, [x, y]] of read.entries()) {
    assert.ok(Math.abs(x - (lines[0][index]?.[0] ?? 0)) < 1e-9 && Math.abs(y - (lines[0][index]?.[1] ?? 0)) < 1e-9);
  }
});

const SQUARE = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
  [0, 0],
] as const;
const HOLE = [
  [40, 40],
  [40, 60],
  [60, 60],
  [60, 40],
  [40, 40],
] as const;
const beside = SQUARE.map(([x, y]) => [x + 200, y] as const);
const file: ShapeFile = {
  grid: { x: 0.5, y: 0.25, size: 2 ** 20 },
  paths: { woods: gridPath([SQUARE, HOLE, beside], true), paths: gridPath([SQUARE.slice(0, 2)], false) },
};

test('areas are polygons with their own holes, lines are lines, where the grid has them', () => {
  const { geometry } = shapeFeature(file, 'woods');
  assert.ok(geometry.type === 'MultiPolygon');
  assert.deepEqual(
    geometry.coordinates.map((rings) => rings.length),
    [2, 1],
  );
  const [lng = 0, lat = 0] = geometry.coordinates[0]?.[0]?.[2] ?? [];
  const expected = fromWorld([0.5 + 100 / 2 ** 20, 0.25 + 100 / 2 ** 20]);
  assert.ok(Math.hypot(lng - expected[0], lat - expected[1]) < 1e-9);
  const ways = shapeFeature(file, 'paths').geometry;
  assert.equal(shapeFeature(file, 'paths').properties?.['source'], 'paths');
  assert.ok(ways.type === 'MultiLineString' && ways.coordinates[0]?.length === 2);
});

test('a grid is laid on another so that places stay', () => {
  const own = { x: 0.51, y: 0.26, size: 2 ** 24 };
  const { scale, x, y } = gridShift(own, file.grid);
  const place = toWorld([4, 40]);
  const on = (grid: ShapeFile['grid']) => [(place[0] - grid.x) * grid.size, (place[1] - grid.y) * grid.size] as const;
  const [ownX, ownY] = on(own);
  const [gridX, gridY] = on(file.grid);
  assert.ok(Math.abs(ownX * scale + x - gridX) < 1e-6 && Math.abs(ownY * scale + y - gridY) < 1e-6);
});
