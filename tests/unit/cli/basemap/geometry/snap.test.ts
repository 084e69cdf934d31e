import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { difference, intersection, union } from '../../../../../src/cli/basemap/geometry/polygon-arithmetic.ts';
import { polygonAreaKm2, type Rings } from '../../../../../src/cli/basemap/geometry/rings.ts';
import { createSnapper, snapPolygons } from '../../../../../src/cli/basemap/geometry/snap.ts';

const square = (west: number, south: number, side: number): Rings => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];
const areaOf = (polygons: readonly Rings[]): number => polygons.reduce((sum, rings) => sum + polygonAreaKm2(rings), 0);
const squares = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }))
  .map(([west, south, side]) => square(west / 10, south / 10, side / 10));

test('points that mean the same become the first of them, and others stay as they are', () => {
  const snap = createSnapper();
  const first: Position = [10, 50];
  assert.equal(snap(first), first);
  assert.equal(snap([10.000001, 50.000001]), first);
  const other: Position = [10.001, 50];
  assert.equal(snap(other), other);
});

test('points on both sides of a cell’s edge are found to be the same', () => {
  const snap = createSnapper();
  const first: Position = [2e-5 * 7 - 1e-7, 0];
  snap(first);
  assert.equal(snap([2e-5 * 7 + 1e-7, 0]), first);
});

test('an outline that collapses when it is snapped is left out, and its polygon with it', () => {
  const snap = createSnapper();
  const speck = square(10, 50, 1e-6);
  const island = square(11, 50, 0.1);
  assert.deepEqual(snapPolygons([speck, island], snap), [island]);
});

test('what two areas share and what each has alone is all of both, and no more', () => {
  fc.assert(
    fc.property(squares, squares, (a, b) => {
      const whole = areaOf(union([a], [b]));
      const parts = areaOf(difference([a], [b])) + areaOf(difference([b], [a])) + areaOf(intersection([a], [b]));
      // A border with more points on it bends more exactly with the globe.
      assert.ok(Math.abs(whole - parts) < whole * 1e-3);
    }),
    { numRuns: 60 },
  );
});

test('areas that all but coincide are no reason to fail', () => {
  const near = [1e-12, 3e-13, 2e-9, 7e-11].map((off) => square(off, off / 3, 1 + off));
  const whole = areaOf(union(...near.map((one) => [one])));
  assert.ok(Math.abs(whole / areaOf([square(0, 0, 1)]) - 1) < 1e-6);
  assert.deepEqual(union(), []);
});
