import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoDistance } from 'd3';
import fc from 'fast-check';
import {
  destination,
  distanceKm,
  lengthKm,
  nearestShare,
  pointAt,
  pointsAt,
  sliceAlong,
  sliceLine,
} from '../../../../src/geo/lines/along-line.ts';
import type { LngLat } from '../../../../src/geo/lng-lat.ts';

const points: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 34, max: 40, noNaN: true }),
  fc.double({ min: 33, max: 38, noNaN: true }),
);
const lines = fc.array(points, { minLength: 2, maxLength: 12 }).filter((line) => lengthKm(line) > 1);
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const near = (a: LngLat, b: LngLat, km: number): boolean => distanceKm(a, b) <= km;

test('a degree of latitude is 111.2 km long', () => {
  assert.ok(
    Math.abs(
      lengthKm([
        [36, 35],
        [36, 36],
      ]) - 111.195,
    ) < 0.01,
  );
});

test('a line begins and ends at its first and last vertex', () => {
  fc.assert(
    fc.property(lines, (line) => {
      assert.ok(near(pointAt(line, 0), line[0] ?? [0, 0], 1e-6));
      assert.ok(near(pointAt(line, 1), line.at(-1) ?? [0, 0], 1e-6));
    }),
  );
});

test('a slice is as long as its share of the whole, whichever way it is taken', () => {
  fc.assert(
    fc.property(lines, shares, shares, (line, a, b) => {
      const whole = lengthKm(line);
      const slice = sliceLine(line, a, b);
      assert.ok(Math.abs(lengthKm(slice) - Math.abs(b - a) * whole) < whole * 0.003);
      assert.deepEqual(sliceLine(line, b, a), [...slice].reverse());
    }),
  );
});

test('two slices that meet have the same point there', () => {
  fc.assert(
    fc.property(lines, shares, (line, share) => {
      assert.deepEqual(sliceLine(line, 0, share).at(-1), sliceLine(line, share, 1)[0]);
      assert.deepEqual(pointsAt(line, [share])[0], pointAt(line, share));
    }),
  );
});

test('what stands for a line’s vertices is cut where the line is', () => {
  const stretched = ([lng, lat]: LngLat): LngLat => [8 * lng + 3, 5 - 8 * lat];
  fc.assert(
    fc.property(lines, shares, shares, (line, a, b) => {
      const cut = sliceAlong(line, line.map(stretched), a, b);
      const wanted = sliceLine(line, a, b).map(stretched);
      assert.equal(cut.length, wanted.length);
      for (const [at, [x, y]] of cut.entries()) {
        assert.ok(Math.hypot(x - (wanted[at]?.[0] ?? 0), y - (wanted[at]?.[1] ?? 0)) < 1e-9);
      }
    }),
  );
});

test('a slice has the vertices between its ends, and no other', () => {
  const line: readonly LngLat[] = [0, 1, 1, 2, 3].map((lat) => [36, lat]);
  const rounded = (from: number, to: number): readonly number[] =>
    sliceLine(line, from, to).map(([, lat]) => Math.round(lat * 1000) / 1000);
  assert.deepEqual(rounded(0, 1), [0, 1, 1, 2, 3]);
  assert.deepEqual(rounded(1 / 6, 0.5), [0.5, 1, 1, 1.5]);
  assert.deepEqual(rounded(0.4, 0.6), [1.2, 1.8]);
  assert.deepEqual(rounded(0.5, 0.5), [1.5, 1.5]);
});

test('no point of the line is nearer to a place than the one found', () => {
  fc.assert(
    fc.property(lines, points, (line, place) => {
      const found = distanceKm(pointAt(line, nearestShare(line, place)), place);
      for (let share = 0; share <= 1; share += 0.02)
        assert.ok(distanceKm(pointAt(line, share), place) > found * 0.97 - 0.5);
    }),
    { numRuns: 40 },
  );
});

test('a destination is as far away as asked', () => {
  fc.assert(
    fc.property(
      points,
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      (from, bearing, km) => {
        assert.ok(Math.abs((geoDistance([...from], [...destination(from, bearing, km)]) * 6371.0088) / km - 1) < 1e-6);
      },
    ),
  );
  assert.ok(destination([36, 35], 0, 10)[1] > 35);
  assert.ok(destination([36, 35], 90, 10)[0] > 36);
});
