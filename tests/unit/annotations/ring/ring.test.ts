import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoDistance } from 'd3';
import fc from 'fast-check';
import { ringLine } from '../../../../src/annotations/ring/ring-lines.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import {
  annotation,
  cameras,
  markOf,
  marksOf,
  paintedAt,
  pointsOf,
  TOWN,
  viewOf,
} from '../../../support/kind-context.ts';

const RING = annotation({
  kind: 'ring',
  id: 'r',
  place: 'town',
  radiusKm: 4,
  label: '4 kilometres',
  head: 'How near',
  body: 'by then',
});
const km = (a: readonly [number, number], b: readonly [number, number]): number =>
  geoDistance([...a], [...b]) * 6371.0088;

test('every point of the ring is its radius away from the place, within half a per cent', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 300, noNaN: true }), (radiusKm) => {
      for (const point of ringLine(TOWN, radiusKm)) assert.ok(Math.abs(km(point, TOWN) / radiusKm - 1) < 0.005);
    }),
  );
});

test('the drawn ring is as large on the ground as it says, at any camera', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const { d } = markOf(marksOf(RING, 1, { camera }), 'path', 'r:ring');
      const { projection } = viewOf({ camera });
      for (const point of pointsOf(d)) {
        assert.ok(Math.abs(km(unproject(projection, point), TOWN) / 4 - 1) < 0.005);
      }
    }),
  );
});

test('the dimension line grows with t from the place to the ring and has a tick at each kilometre between', () => {
  const dAt = (t: number): string => markOf(marksOf(RING, t), 'path', 'r:dimension').d;
  const whole = dAt(1).split('M').length - 1;
  assert.equal(whole, 1 + 3);
  assert.ok(dAt(0.1).split('M').length - 1 < whole);
  const [, end] = pointsOf(dAt(1)) as [unknown, readonly [number, number]];
  assert.ok(Math.abs(km(unproject(viewOf().projection, end), TOWN) - 4) < 0.02);
});

test('the callout’s dot lies on the ring', () => {
  const dot = markOf(marksOf(RING, 1), 'circle', 'r:callout:dot');
  assert.ok(Math.abs(km(unproject(viewOf().projection, [dot.cx, dot.cy]), TOWN) - 4) < 0.01);
});

const INWARD = { ...RING, feather: 'inward' } as const;

test('feathered inwards a ring has its whole line, and a band that fades towards the place instead of a ground', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const plain = markOf(marksOf(RING, 1, { camera }), 'path', 'r:ring');
      const marks = marksOf(INWARD, 1, { camera });
      const line = markOf(marks, 'path', 'r:ring');
      const band = markOf(marks, 'path', 'r:band');
      assert.deepEqual([line.d, line.stroke, line.strokeWidth], [plain.d, plain.stroke, plain.strokeWidth]);
      assert.equal(line.fill, undefined);
      assert.deepEqual([band.d, band.fade, band.stroke], [line.d, 'inward', undefined]);
    }),
  );
});

test('a ring feathered inwards leaves the ground around the place as it is', () => {
  assert.equal(paintedAt(INWARD, TOWN), null);
  const label = markOf(marksOf(INWARD, 1, { toneAt: () => 'tint' }), 'text', 'r:label:0');
  assert.equal(label.halo, 'tint');
});

test('the ground in a ring lets what lies under it be seen, and names stand on the map as it is', () => {
  const { fill, fillOpacity = 1 } = markOf(marksOf(RING, 1), 'path', 'r:ring');
  assert.ok(fill === 'ring' && fillOpacity <= 0.4, String(fillOpacity));
  assert.equal(paintedAt(RING, TOWN), null);
});
