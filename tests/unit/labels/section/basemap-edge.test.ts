import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat, LngLatBounds, ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { createProjection, scaleAt, unproject } from '../../../../src/geo/mercator.ts';
import { ringContains } from '../../../../src/geo/point-in-polygons.ts';
import { basemapEdge } from '../../../../src/labels/section/basemap-edge.ts';

const BOUNDS: LngLatBounds = [10, 40, 20, 50];
const [WIDTH, HEIGHT] = [1200, 800];

/** The corners of the clear ground, as the edge is drawn. */
function cornersOf(bounds: LngLatBounds, center: LngLat, zoom: number, pitch: number, bearing = 0) {
  const projection = createProjection({ center, zoom, pitch, bearing }, WIDTH, HEIGHT);
  const [group] = basemapEdge(bounds, projection);
  const outside = group?.marks.find(({ key }) => key === 'outside');
  const rings = (outside?.d ?? '').split('M').filter((ring) => ring !== '');
  const ring = (rings.at(-1) ?? '').replace('Z', '').split('L');
  const { scale, x, y } = group ?? { scale: 1, x: 0, y: 0 };
  const corners = ring.map((text): ScreenPoint => {
    const [left = 0, top = 0] = text.split(' ').map(Number);
    return [scale * left + x, scale * top + y];
  });
  return { projection, corners, isDrawn: group !== undefined };
}

for (const [pitch, bearing] of [
  [0, 0],
  [35, 0],
  [60, 0],
  [60, 130],
  [55, -70],
] as const) {
  test(`ground is clear within the basemap and covered outside of it, at ${pitch}° turned by ${bearing}°`, () => {
    for (const center of [
      [11, 45],
      [19, 49],
      [15, 41],
    ] as const) {
      const { projection, corners, isDrawn } = cornersOf(BOUNDS, center, 5.5, pitch, bearing);
      assert.ok(isDrawn);
      for (let column = 0.5; column < 12; column += 1) {
        for (let row = 0.5; row < 8; row += 1) {
          const point: ScreenPoint = [column * 100, row * 100];
          const [lng, lat] = unproject(projection, point);
          const inside = Math.min(lng - 10, 20 - lng, lat - 40, 50 - lat);
          if (Math.abs(inside) > 0.05) assert.equal(ringContains(corners, point), inside > 0, `${lng}, ${lat}`);
        }
      }
    }
  });
}

test('a map of the whole world has no edge in the west and east', () => {
  const world = [-180, -80, 180, 80] as const;
  for (const lng of [-180, -170, 0, 179, 200]) assert.ok(!cornersOf(world, [lng, 0], 4, 0).isDrawn, String(lng));
  assert.ok(cornersOf(world, [0, 79], 4, 0).isDrawn);
});

test('the edge of a small map lies where it is, however near the camera comes', () => {
  const village = [10, 40, 10.01, 40.01] as const;
  const { projection, corners } = cornersOf(village, [10.0001, 40.0001], 17.3, 0);
  const [x, y] = projection.project([10, 40]);
  assert.ok(corners.some(([cx, cy]) => Math.hypot(cx - x, cy - y) < 0.5));
});

test('ground far from a tilted camera is small by as much as lengths on it are', () => {
  const projection = createProjection({ center: [15, 45], zoom: 6, pitch: 60, bearing: 0 }, WIDTH, HEIGHT);
  const lengthAt = (lat: number): number => {
    const [a, b] = [projection.project([14.99, lat]), projection.project([15.01, lat])];
    return b[0] - a[0];
  };
  assert.ok(Math.abs(scaleAt(projection, [15, 45]) - 1) < 1e-9);
  for (const lat of [43, 47, 49]) {
    assert.ok(Math.abs(scaleAt(projection, [15, lat]) - lengthAt(lat) / lengthAt(45)) < 1e-3, String(lat));
  }
});
