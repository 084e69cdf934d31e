import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ColoredDots, thinDots } from '../../../../../src/basemap/data/thin/thin-dots.ts';
import { type DotsOfSize, dotsIn } from '../../../../../src/basemap/drawing/shape-file.ts';
import type { DataPart } from '../../../../../src/story/sources/map-source.ts';

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: DataPart['color'];
}

/** One after the other, as they are drawn. */
const listed = (all: readonly ColoredDots[]): readonly Dot[] =>
  all.flatMap(({ part, circles }) =>
    circles.flatMap((dots) => dotsIn(dots).map(([x, y]) => ({ x, y, radius: dots[0], color: part.color }))),
  );

/** The colour at a point, its edge counting as the dot; null for none. */
const colorAt = (dots: readonly Dot[], x: number, y: number, px: number, grown = 0): DataPart['color'] | null =>
  dots.findLast((dot) => Math.hypot(dot.x - x, dot.y - y) <= (dot.radius + grown) * px)?.color ?? null;

const place = fc.double({ min: 0, max: 60, noNaN: true });
const ofSize = fc
  .tuple(fc.constantFrom(1, 3, 3.2, 9), fc.array(fc.tuple(place, place), { maxLength: 40 }))
  .map(([radius, points]): DotsOfSize => [radius, ...points.flat()]);
const parts = fc.array(
  fc
    .record({ color: fc.constantFrom(0, 1), circles: fc.array(ofSize, { maxLength: 4 }) })
    .map(({ color, circles }): ColoredDots => ({ part: { type: 'circle', color }, circles })),
  { maxLength: 4 },
);

test('no point of the map changes its colour but within half a pixel of an edge', () => {
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom(0.5, 1, 3),
      fc.array(fc.tuple(place, place), { minLength: 20 }),
      (all, px, points) => {
        const [before, after] = [listed(all), listed(thinDots(all, px))];
        for (const [x, y] of points) {
          const color = colorAt(before, x, y, px);
          const now = colorAt(after, x, y, px);
          // The same, or the same as where dots are half a pixel larger.
          if (color !== now)
            assert.equal(
              color,
              colorAt(
                after.filter((dot) => dot.color === color),
                x,
                y,
                px,
                0.5,
              ),
            );
        }
      },
    ),
  );
});

test('what is left is part of what was there, in its order, and is the same each time', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom(0.5, 1, 3), (all, px) => {
      const thinned = thinDots(all, px);
      assert.deepEqual(thinDots(all, px), thinned);
      assert.deepEqual(
        thinned.map(({ part }) => part),
        all.map(({ part }) => part),
      );
      let from = 0;
      const before = listed(all).map((dot) => JSON.stringify(dot));
      for (const dot of listed(thinned)) {
        const found = before.indexOf(JSON.stringify(dot), from);
        assert.ok(found >= 0);
        from = found + 1;
      }
    }),
  );
});

const two = (first: DataPart, second: DataPart, a: DotsOfSize, b: DotsOfSize): readonly ColoredDots[] => [
  { part: first, circles: [a] },
  { part: second, circles: [b] },
];
const left = (all: readonly ColoredDots[]): readonly number[] => listed(thinDots(all, 1)).map(({ radius }) => radius);

test('a dot gives way to one that covers it from above, and to none that lies under it or is seen through', () => {
  const [red, blue] = [{ type: 'circle', color: 0 } as const, { type: 'circle', color: 1 } as const];
  assert.deepEqual(left(two(red, blue, [3, 10, 10], [9, 12, 10])), [9]);
  assert.deepEqual(left(two(red, blue, [9, 12, 10], [3, 10, 10])), [9, 3]);
  assert.deepEqual(left(two(red, blue, [3, 10, 10], [9, 18, 10])), [3, 9]);
  assert.deepEqual(left(two(red, red, [3, 10, 10], [3, 10.4, 10])), [3]);
  assert.deepEqual(left(two(red, blue, [3, 10, 10], [3, 10.4, 10])), [3, 3]);
  const faint = { ...red, opacity: 0.3 };
  assert.deepEqual(left(two(faint, faint, [3, 10, 10], [3, 10, 10])), [3, 3]);
  assert.deepEqual(left(two(red, faint, [3, 10, 10], [9, 10, 10])), [3, 9]);
});

test('what stands on its place gives way to its like on the same place alone', () => {
  const spike = { type: 'circle', shape: 'spike', color: 0 } as const;
  assert.deepEqual(left(two(spike, spike, [20, 10, 10], [20, 10.3, 10])), [20]);
  assert.deepEqual(left(two(spike, spike, [20, 10, 10], [30, 10, 10])), [30]);
  assert.deepEqual(left(two(spike, spike, [20, 10, 10], [60, 10, 20])), [20, 60]);
  assert.deepEqual(left(two(spike, { ...spike, color: 1 }, [20, 10, 10], [20, 10, 10])), [20, 20]);
});
