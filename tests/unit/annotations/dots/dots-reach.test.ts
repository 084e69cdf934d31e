import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoDistance } from 'd3';
import fc from 'fast-check';
import type { LngLat } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import { restContext, type Setting } from '../../../support/kind-context.ts';
import { layOut, PEOPLE, SETTINGS, settingFor, TOWN } from './dots-context.ts';

const km = (a: LngLat, b: LngLat): number => geoDistance([...a], [...b]) * 6371.0088;

/** How far from the town each dot rests. */
const distancesOf = (reachKm: number | null, setting: Setting): readonly number[] => {
  const { xs = [], ys = [] } = layOut({ ...PEOPLE, reachKm }, setting) ?? {};
  const { projection } = restContext(setting);
  return [...xs].map((x, i) => km(unproject(projection, [x, ys[i] ?? 0]), TOWN));
};

test('with a reach all dots are drawn and none rests beyond it, and everybody sees the same', () => {
  fc.assert(
    fc.property(fc.double({ min: 14, max: 90, noNaN: true }), fc.constantFrom(...SETTINGS), (reachKm, setting) => {
      const distances = distancesOf(reachKm, setting);
      assert.equal(distances.length, 2350);
      assert.ok(Math.max(...distances) <= reachKm);
      assert.deepEqual(distancesOf(reachKm, { ...setting }), distances);
    }),
    { numRuns: 12 },
  );
});

test('the dots thin out towards the end of their reach and do not pile up there', () => {
  for (const setting of SETTINGS) {
    for (const reachKm of [24, 36, 48]) {
      const shares = distancesOf(reachKm, setting).map((distance) => distance / reachKm);
      const between = (from: number, to: number): number => shares.filter((at) => at >= from && at < to).length;
      // The outer of these rings of equal width is the longer: as many dots in it would be thinner already.
      const rings = [between(0.7, 0.8), between(0.8, 0.9), between(0.9, 1)];
      assert.deepEqual(
        rings,
        rings.toSorted((a, b) => b - a),
        `${reachKm} km`,
      );
      assert.ok((rings[2] ?? 0) < (rings[0] ?? 0) / 3, `${reachKm} km: ${rings.join(', ')}`);
    }
  }
});

test('on ground too small for them to thin out all are still drawn, and none beyond the reach', () => {
  for (const [width, height, zoom] of [
    [190, 190, 7.7],
    [260, 320, 8.3],
    [300, 220, 8.2],
  ] as const) {
    for (const reachKm of [14, 30, 48]) {
      const distances = distancesOf(reachKm, settingFor(width, height, zoom));
      assert.equal(distances.length, 2350, `${width} × ${height}, ${reachKm} km`);
      assert.ok(Math.max(...distances) <= reachKm);
    }
  }
});
