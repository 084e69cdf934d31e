import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceKm, lengthKm } from '../../../../src/geo/lines/along-line.ts';
import { lineWithin } from '../../../../src/geo/lines/line-within.ts';
import type { LngLat } from '../../../../src/geo/lng-lat.ts';

const CENTER: LngLat = [36.7, 35.65];

test('nothing of what is kept lies outside the circle, and it ends on the circle or at the line’s own end', () => {
  const lng = fc.double({ min: 36.5, max: 36.9, noNaN: true });
  const lat = fc.double({ min: 35.5, max: 35.8, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(lng, lat), { minLength: 2, maxLength: 8 }), (line) => {
      for (const part of lineWithin(line, CENTER, 5)) {
        for (const point of part) assert.ok(distanceKm(point, CENTER) <= 5.001);
        const [start, end] = [part[0] ?? CENTER, part.at(-1) ?? CENTER];
        const isEnd = (point: LngLat): boolean => line.some((vertex) => distanceKm(vertex, point) < 1e-6);
        for (const point of [start, end]) assert.ok(isEnd(point) || distanceKm(point, CENTER) > 4.9);
      }
    }),
  );
});

test('a straight line through the middle keeps the diameter, however few its vertices', () => {
  const parts = lineWithin(
    [
      [35, 35.65],
      [38.4, 35.65],
    ],
    CENTER,
    5,
  );
  assert.equal(parts.length, 1);
  assert.ok(Math.abs(lengthKm(parts[0] ?? []) - 10) < 0.05);
});

test('a line elsewhere keeps nothing', () => {
  assert.deepEqual(
    lineWithin(
      [
        [38, 34],
        [39, 35],
      ],
      CENTER,
      5,
    ),
    [],
  );
});
