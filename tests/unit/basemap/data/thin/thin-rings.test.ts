import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonArea } from 'd3';
import fc from 'fast-check';
import { thinRings } from '../../../../../src/basemap/data/thin/thin-rings.ts';
import type { Line } from '../../../../../src/basemap/drawing/shape-file.ts';
import { boundsOf } from '../../../../../src/geo/bounds.ts';

const square = (x: number, y: number, side: number): Line => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];

const area = (ring: Line): number => polygonArea(ring as [number, number][]);
const areaOf = (rings: readonly Line[]): number => rings.reduce((sum, ring) => sum + area(ring), 0);

/** How much of a box upright rectangles cover. */
function coveredIn(
  rings: readonly Line[],
  [left, top, right, bottom]: readonly [number, number, number, number],
): number {
  return rings.reduce((sum, ring) => {
    const [l, t, r, b] = boundsOf(ring);
    const across = Math.max(0, Math.min(r, right) - Math.max(l, left));
    const down = Math.max(0, Math.min(b, bottom) - Math.max(t, top));
    return sum + Math.sign(area(ring)) * across * down;
  }, 0);
}

/** Squares that do not touch, some larger than a unit and most smaller. */
const crowd = fc
  .array(fc.double({ min: 0.05, max: 0.45, noNaN: true }), { minLength: 1, maxLength: 900 })
  .map((sides) => sides.map((side, at) => square((at % 30) * 0.5, Math.floor(at / 30) * 0.5, side)));

test('what is covered stays as large, and moves by no more than a pixel', () => {
  fc.assert(
    fc.property(crowd, fc.constantFrom(0.3, 1, 2), (rings, px) => {
      const thinned = thinRings(rings, px);
      assert.ok(Math.abs(areaOf(thinned) - areaOf(rings)) < 1e-9 * rings.length);
      // Of a square of eight pixels no more than what crosses its edge may differ: less than a tenth of it.
      const side = 8 * px;
      for (const [x, y] of [
        [0, 0],
        [px / 2, px],
        [side, 0],
      ] as const) {
        const box = [x, y, x + side, y + side] as const;
        const share = Math.abs(coveredIn(thinned, box) - coveredIn(rings, box)) / side ** 2;
        assert.ok(share < 0.1, `${share} of the square at ${x} ${y}`);
      }
    }),
  );
});

test('of rings smaller than a pixel there is one at most in each, and larger ones stay as they are, in their order', () => {
  fc.assert(
    fc.property(crowd, fc.constantFrom(0.3, 1, 2), (rings, px) => {
      const thinned = thinRings(rings, px);
      const large = rings.filter((ring) => boundsOf(ring)[2] - boundsOf(ring)[0] >= px);
      assert.deepEqual(
        thinned.filter((ring) => large.includes(ring)),
        large,
      );
      const small = thinned.filter((ring) => !large.includes(ring));
      const cells = small.map((ring) => {
        const [l, t, r, b] = boundsOf(ring);
        return `${Math.floor((l + r) / 2 / px)} ${Math.floor((t + b) / 2 / px)}`;
      });
      // What is joined lies in the middle of what it joins, which may be in the next pixel.
      const most = Math.max(
        0,
        ...Object.values(Object.groupBy(cells, (cell) => cell)).map((same) => same?.length ?? 0),
      );
      assert.ok(most <= 4, `${most} in one pixel`);
      assert.deepEqual(thinRings(rings, px), thinned);
    }),
  );
});

test('holes count against what is covered, and rings on one another do not cover more than where they lie', () => {
  const island = square(0, 0, 0.6);
  const hole = square(0.1, 0.1, 0.4).toReversed();
  const [joined, ...others] = thinRings([island, hole], 1);
  assert.ok(joined);
  assert.deepEqual(others, []);
  assert.ok(Math.abs(area(joined) - (area(island) + area(hole))) < 1e-9);
  const [stack] = thinRings(
    Array.from({ length: 50 }, () => island),
    1,
  );
  assert.deepEqual(stack && boundsOf(stack), boundsOf(island));
  assert.deepEqual(
    thinRings([hole, square(0.2, 0.2, 0.1).toReversed()], 1).map((ring) => Math.sign(area(ring))),
    [Math.sign(area(hole))],
  );
});
