import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDotsArea, mayRest } from '../../../../src/annotations/dots/dots-area.ts';
import { buildPlume, halfWidth, type Plume, plumePoint } from '../../../../src/annotations/dots/dots-plume.ts';
import { scatterDots } from '../../../../src/annotations/dots/dots-scatter.ts';
import { distanceBetween } from '../../../../src/geo/lines/segments.ts';
import type { ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { restContext } from '../../../support/kind-context.ts';
import { OUTLINE, settingFor } from './dots-context.ts';

const point = fc.tuple(fc.integer({ min: 100, max: 600 }), fc.integer({ min: 100, max: 600 }));
const plumes = fc
  .tuple(point, point, point, fc.constantFrom(0.5, 0.75, 1.4))
  .filter(([a, b, c]) => distanceBetween(a, b) > 40 && distanceBetween(b, c) > 40)
  .map(([from, neck, end, spread]) => ({ from, neck, end, plume: buildPlume(from, neck, end, spread) }));

const isNear = (a: ScreenPoint, b: ScreenPoint, px: number): boolean => distanceBetween(a, b) <= px;

test('the axis leads from the town past the neck to its end', () => {
  fc.assert(
    fc.property(plumes, ({ from, neck, end, plume }) => {
      assert.ok(isNear(plumePoint(plume, 0, 0), from, 1));
      assert.ok(isNear(plumePoint(plume, plume.lengthPx, 0), end, 5));
      const along = Array.from({ length: 200 }, (_, k) => plumePoint(plume, (k / 200) * plume.lengthPx, 0));
      assert.ok(along.some((on) => isNear(on, neck, 4 + plume.lengthPx / 200)));
    }),
  );
});

test('to stand beside the axis is to stand at a right angle to it, as far as is said', () => {
  fc.assert(
    fc.property(
      plumes,
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.integer({ min: -40, max: 40 }),
      (one, share, n) => {
        const { plume } = one;
        const s = share * plume.lengthPx;
        assert.ok(distanceBetween(plumePoint(plume, s, n), plumePoint(plume, s, 0)) <= Math.abs(n) + 0.01);
        const mirror = plumePoint(plume, s, -n);
        const middle = plumePoint(plume, s, 0);
        const there = plumePoint(plume, s, n);
        assert.ok(isNear([(there[0] + mirror[0]) / 2, (there[1] + mirror[1]) / 2], middle, 0.01));
      },
    ),
  );
});

test('a plume is never narrower farther on, and the wider its spread the wider it is', () => {
  fc.assert(
    fc.property(plumes, ({ from, neck, end, plume }) => {
      const widths = Array.from({ length: 50 }, (_, k) => halfWidth(plume, (k / 50) * plume.lengthPx));
      // So short a plume would be narrower than its beginning.
      fc.pre(plume.lengthPx * 0.062 >= 4);
      assert.deepEqual(
        widths,
        widths.toSorted((a, b) => a - b),
      );
      const wider = buildPlume(from, neck, end, plume.spread * 2);
      assert.ok(halfWidth(wider, wider.lengthPx) > halfWidth(plume, plume.lengthPx));
    }),
  );
});

const { projection, freeBox } = restContext(settingFor(700, 760, 9.55));
const open = buildDotsArea([[OUTLINE]], projection, { bounds: freeBox, occupied: [], reached: null });
const plume: Plume = buildPlume(
  projection.project([36.677, 35.648]),
  projection.project([36.8, 35.86]),
  projection.project([36.72, 36.18]),
  0.75,
);
const field = { plume, area: open, thins: false };

test('dots rest in the region, clear of each other, and are the same for every reader', () => {
  const dots = scatterDots(800, 4, field);
  assert.deepEqual(scatterDots(800, 4, field), dots);
  assert.ok(dots.length > 400);
  dots.forEach(({ x, y }, at) => {
    assert.ok(mayRest(open, [x, y]));
    for (const other of dots.slice(at + 1)) assert.ok(Math.hypot(x - other.x, y - other.y) >= 4);
  });
});

test('where they find no more room they stop, and never stand on what is there', () => {
  const occupied = [{ left: 0, right: 800, top: 0, bottom: projection.project([36.7, 35.8])[1] }];
  const area = buildDotsArea([[OUTLINE]], projection, { bounds: freeBox, occupied, reached: null });
  const dots = scatterDots(3000, 4, { ...field, area });
  assert.ok(dots.length < 3000);
  const [box] = occupied;
  for (const { y } of dots) assert.ok(y > (box?.bottom ?? 0));
});

test('within a reach none goes beyond it', () => {
  const [x, y] = projection.project([36.677, 35.648]);
  const reached = ([px, py]: ScreenPoint): number => Math.hypot(px - x, py - y) / 320;
  const area = buildDotsArea([[OUTLINE]], projection, { bounds: freeBox, occupied: [], reached });
  const dots = scatterDots(200, 4, { plume, area, thins: true });
  assert.ok(dots.length > 20);
  for (const dot of dots) assert.ok(reached([dot.x, dot.y]) <= 1);
});
