import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoArea } from 'd3';
import fc from 'fast-check';
import { clipLine, clipPolygon } from '../../../../../src/cli/basemap/geometry/clip-to-bounds.ts';
import { densify } from '../../../../../src/cli/basemap/geometry/densify.ts';
import { fitRegions } from '../../../../../src/cli/basemap/geometry/fit-regions.ts';
import { chaikin } from '../../../../../src/cli/basemap/geometry/lakes.ts';
import { coastLines, interiorLines, withoutEdges } from '../../../../../src/cli/basemap/geometry/outlines.ts';
import {
  area,
  type Ring,
  type Rings,
  signedArea,
  windForSphere,
} from '../../../../../src/cli/basemap/geometry/rings.ts';
import { simplify, triangleArea } from '../../../../../src/cli/basemap/geometry/simplify.ts';
import { labelPoint } from '../../../../../src/cli/basemap/names/label-point.ts';

const BOUNDS = [0, 0, 10, 10] as const;

function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

const squareDegrees = (polygons: readonly Rings[]) => polygons.flat().reduce((sum, ring) => sum - signedArea(ring), 0);

test('clipping keeps exactly what lies inside', () => {
  const coordinate = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (a, b, c, d) => {
      fc.pre(a < c && b < d);
      const inside = Math.max(0, Math.min(c, 10) - Math.max(a, 0)) * Math.max(0, Math.min(d, 10) - Math.max(b, 0));
      assert.ok(Math.abs(Math.abs(squareDegrees(clipPolygon([box(a, b, c, d)], BOUNDS))) - inside) < 1e-6);
    }),
  );
});

test('a polygon cut in two becomes two, each with its own hole', () => {
  const horseshoe: Ring = [
    [-5, 1],
    [-5, 9],
    [5, 9],
    [5, 6],
    [-1, 6],
    [-1, 4],
    [5, 4],
    [5, 1],
    [-5, 1],
  ];
  const parts = clipPolygon([horseshoe, box(1, 7, 2, 8).toReversed(), box(1, 2, 2, 3).toReversed()], BOUNDS);
  assert.deepEqual(
    parts.map((rings) => rings.length),
    [2, 2],
  );
});

test('a line that leaves and comes back is cut in two', () => {
  assert.deepEqual(
    clipLine(
      [
        [1, 1],
        [-1, 1],
        [-1, 2],
        [1, 2],
      ],
      BOUNDS,
    ),
    [
      [
        [1, 1],
        [0, 1],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    ],
  );
});

test('exteriors are wound so that the sphere agrees what is inside', () => {
  for (const ring of [box(0, 0, 3, 3), box(0, 0, 3, 3).toReversed()]) {
    const [geometry] = [area([windForSphere([ring])], {})];
    assert.ok(geoArea(geometry) < 0.01);
  }
});

test('simplifying keeps a shared border shared and the edge of the map straight', () => {
  const border: Ring = Array.from({ length: 41 }, (_, i) => [5 + 0.0002 * (i % 3), i / 4]);
  const west = area([[[[0, 0], ...border, [0, 10], [0, 0]]]], { a3: 'WWW' });
  const east = area([[[[10, 0], [10, 10], ...border.toReversed(), [10, 0]]]], { a3: 'EEE' });
  const simple = simplify([west, east], 5000, BOUNDS);
  const lines = interiorLines(simple);
  assert.equal(lines.coordinates.length, 1);
  assert.deepEqual(lines.coordinates[0]?.length, 2);
  assert.deepEqual(coastLines(simple, BOUNDS).coordinates, []);
});

test('detail is measured on the ground, not in degrees', () => {
  const at = (lat: number) =>
    triangleArea([
      [0, lat],
      [1, lat],
      [1, lat + 0.001],
    ]);
  assert.ok(Math.abs(at(60) / at(0) - 0.5) < 0.01);
});

test('coast has no edge of the map in it', () => {
  const ring: Ring = [
    [0, 0],
    [0, 10],
    [4, 10],
    [6, 5],
    [3, 0],
    [0, 0],
  ];
  assert.deepEqual(withoutEdges(ring, BOUNDS), [
    [
      [4, 10],
      [6, 5],
      [3, 0],
    ],
  ]);
});

test('a reservoir on a border is a gap in the land, not a coast', () => {
  const west = area(
    [
      [
        [
          [0, 0],
          [0, 10],
          [5, 10],
          [5, 5.1],
          [4.95, 5],
          [5, 4.9],
          [5, 0],
          [0, 0],
        ],
      ],
    ],
    { a3: 'WWW' },
  );
  const east = area(
    [
      [
        [
          [5, 0],
          [5, 4.9],
          [5.05, 5],
          [5, 5.1],
          [5, 10],
          [10, 10],
          [10, 0],
          [5, 0],
        ],
      ],
    ],
    { a3: 'EEE' },
  );
  assert.deepEqual(coastLines([west, east], BOUNDS).coordinates, []);
});

test('regions fill their country whole: nothing beyond it, no sliver within', () => {
  const land: Rings[] = [
    [
      [
        [1, 1],
        [1, 9],
        [5, 9.2],
        [9, 9],
        [9, 1],
        [5, 0.8],
        [1, 1],
      ],
    ],
  ];
  const south = area([[box(1.2, 0.5, 8.8, 5)]], { id: 'S' });
  const north = area([[box(1.2, 5, 8.8, 8.7)]], { id: 'N' });
  const fitted = fitRegions([south, north], land);
  assert.deepEqual(
    fitted.map(({ properties }) => properties.id),
    ['S', 'N'],
  );
  const total = fitted.reduce(
    (sum, { geometry }) => sum + Math.abs(squareDegrees(geometry.coordinates.map(windForSphere))),
    0,
  );
  assert.ok(Math.abs(total - Math.abs(squareDegrees(land))) < 1e-3);
  const line = interiorLines(fitted).coordinates;
  assert.equal(line.length, 1);
  const ends = [line[0]?.[0]?.[0], line[0]?.at(-1)?.[0]].sort();
  assert.deepEqual(ends, [1, 9]);
});

test('corner cutting stays inside a convex lake and doubles its points', () => {
  const lake = box(0, 0, 4, 4);
  const smooth = chaikin(lake);
  assert.equal(smooth.length, (lake.length - 1) * 2 + 1);
  assert.deepEqual(smooth[0], smooth.at(-1));
  assert.ok(Math.abs(signedArea(smooth)) < 16);
});

test('long straight stretches get points, the same ones in either direction', () => {
  const there = densify([
    [0, 0],
    [3.3, 1],
  ]);
  assert.ok(there.length > 6);
  assert.deepEqual(
    densify([
      [3.3, 1],
      [0, 0],
    ]),
    there.toReversed(),
  );
});

test('a name stands well inside the largest part of a country', () => {
  const ring: Ring = [
    [0, 0],
    [0, 10],
    [2, 10],
    [2, 2],
    [10, 2],
    [10, 0],
    [0, 0],
  ];
  const point = labelPoint([[box(20, 20, 21, 21)], [ring]], [0, 0, 21, 21]);
  // As far from both outer sides as from the inner corner at [2, 2].
  assert.deepEqual(point, [1.17, 1.17]);
  assert.equal(labelPoint([], [0, 0, 21, 21]), null);
});

test('land that no region lies anywhere near is of none, not of the first', () => {
  assert.deepEqual(fitRegions([area([], { id: 'far' }), area([], { id: 'farther' })], [[box(0, 0, 1, 1)]]), []);
  const near = fitRegions([area([], { id: 'far' }), area([[box(2, 0, 3, 1)]], { id: 'near' })], [[box(0, 0, 1, 1)]]);
  assert.deepEqual(
    near.map(({ properties }) => properties.id),
    ['near'],
  );
});
