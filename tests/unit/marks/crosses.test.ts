import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoDistance } from 'd3';
import { unproject } from '../../../src/geo/mercator.ts';
import { drawCrosses } from '../../../src/marks/crosses.ts';
import { pointsOf, REST, restContext, TOWN } from '../../support/kind-context.ts';

const near = restContext({ rest: { ...REST, zoom: 11 } }).projection;

test('no crosses where a kilometre is shorter than 20 px', () => {
  assert.equal(drawCrosses(restContext({ rest: { ...REST, zoom: 10 } }).projection, TOWN, 1), null);
  assert.equal(drawCrosses(near, TOWN, 0), null);
});

test('neighbouring crosses are two kilometres apart, one of them at the origin', () => {
  const mark = drawCrosses(near, TOWN, 1);
  const points = pointsOf(mark?.d ?? '');
  const centres = points.flatMap(([x, y], index) => (index % 4 === 0 ? [[x + 3, y] as const] : []));
  const [x, y] = near.project(TOWN);
  assert.ok(centres.some((centre) => Math.hypot(centre[0] - x, centre[1] - y) < 0.2));
  const [a, b] = centres as [readonly [number, number], readonly [number, number]];
  const km = geoDistance([...unproject(near, a)], [...unproject(near, b)]) * 6371.0088;
  assert.ok(Math.abs(km - 2) < 0.02, String(km));
});
