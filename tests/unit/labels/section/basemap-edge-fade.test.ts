import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceToSegment } from '../../../../src/geo/lines/segments.ts';
import type { LngLatBounds } from '../../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { basemapEdge } from '../../../../src/labels/section/basemap-edge.ts';
import { pathPoints } from '../../../support/chart-marks.ts';

const BOUNDS: LngLatBounds = [30, 30, 40, 40];
const at = (lng: number, lat: number, zoom: number, pitch = 0) =>
  createProjection({ center: [lng, lat], zoom, pitch, bearing: 0 }, 800, 600);

test('in the middle of the basemap nothing is drawn', () => {
  assert.deepEqual(basemapEdge(BOUNDS, at(35, 35, 9)), []);
});

test('at its edge paper closes in, the stronger the farther out', () => {
  const [group, ...others] = basemapEdge(BOUNDS, at(30.1, 35, 8));
  assert.ok(group && others.length === 0);
  const strokes = group.marks.filter(({ stroke }) => stroke === 'paper');
  const widths = strokes.map(({ strokeWidth = 0 }) => strokeWidth);
  assert.deepEqual(
    widths,
    widths.toSorted((a, b) => b - a),
    'the widest and faintest first',
  );
  const strengths = strokes.map(({ opacity = 1 }) => opacity);
  assert.deepEqual(
    strengths,
    strengths.toSorted((a, b) => a - b),
  );
  assert.equal(Math.max(...widths), 80, 'half of a stroke lies inside: 40 px');
});

test('outside there is paper alone, as far as any screen goes', () => {
  const projection = at(30.1, 35, 8);
  const [group] = basemapEdge(BOUNDS, projection);
  const outside = group?.marks.find(({ key }) => key === 'outside');
  assert.ok(group && outside?.fill === 'paper');
  const xs = pathPoints(outside.d).map(([x]) => x * group.scale + group.x);
  assert.ok(Math.min(...xs) < -800 && Math.max(...xs) > 1600);
});

test('the edge lies where the basemap ends, from every camera', () => {
  for (const zoom of [6, 7.5, 9]) {
    const projection = at(30.05, 35, zoom);
    const [group] = basemapEdge(BOUNDS, projection);
    const line = group?.marks.find(({ stroke }) => stroke === 'paper');
    assert.ok(group && line);
    const [west] = projection.project([30, 35]);
    const xs = pathPoints(line.d).map(([x]) => x * group.scale + group.x);
    assert.ok(Math.abs(Math.min(...xs) - west) < 0.6, `${Math.min(...xs)} and ${west} at ${zoom}`);
  }
});

test('from a tilted camera, behind which corners of the basemap would lie, the edge is where it is', () => {
  const projection = at(30.05, 35, 11, 35);
  const [group] = basemapEdge(BOUNDS, projection);
  const line = group?.marks.find(({ stroke }) => stroke === 'paper');
  assert.ok(group && line);
  const corners = pathPoints(line.d).map(([x, y]) => [x * group.scale + group.x, y * group.scale + group.y] as const);
  for (const lat of [34.97, 35, 35.03]) {
    const distances = corners.map((corner, at) =>
      distanceToSegment(projection.project([30, lat]), corner, corners[(at + 1) % corners.length] ?? corner),
    );
    assert.ok(Math.min(...distances) < 1, `${lat}: ${Math.min(...distances)}`);
  }
});
