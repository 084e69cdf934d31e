import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLatBounds } from '../../../../src/geo/lng-lat.ts';
import { worldSize } from '../../../../src/geo/mercator.ts';
import type { MapIndex } from '../../../../src/story/map-index.ts';
import { nearestZoomOf } from '../../../../src/story/shapes/map-detail.ts';

const mapOf = (bounds: LngLatBounds, detail: number): MapIndex => ({
  name: 'test',
  bounds,
  regions: {},
  roads: {},
  isCredited: true,
  languages: ['en'],
  detail,
});

test('a map of one block fills a screen, though its sources know no more than a coast', () => {
  const [west, south, east, north] = [10.735, 59.908, 10.757, 59.918] as const;
  const zoom = nearestZoomOf(mapOf([west, south, east, north], 100));
  assert.ok(((east - west) / 360) * worldSize(zoom) > 1000);
});

test('of a larger map cameras come as near as its lines are true, whatever its width', () => {
  const country = nearestZoomOf(mapOf([33, 33.5, 43, 38.5], 400));
  assert.equal(country, nearestZoomOf(mapOf([33, 33.5, 34, 38.5], 400)));
  assert.ok(nearestZoomOf(mapOf([0, 0, 1e-6, 1e-6], 100)) <= 18);
});
