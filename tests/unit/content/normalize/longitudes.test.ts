import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry, GeometryCollection } from 'geojson';
import { normalizeLongitudes, unwrapGeometry } from '../../../../src/content/normalize/normalize-longitudes.ts';
import { boundsSchema } from '../../../../src/content/schema/documents.ts';
import { frame, place, section, story } from '../../../support/story.ts';

const FIJI = [176, -21, 182, -15] as const;

test('places, frames and shapes of a story across the antimeridian lie side by side', () => {
  const crossing = section(0, {
    frame: {
      ...frame({ bounds: [177, -19, 181, -16] }),
      phone: frame({ bounds: null, center: [-179.5, -17], zoom: 9 }),
    },
  });
  const written = story([crossing], [place('suva', 178.4, -18.1, 1), place('lau', -178.8, -18.2, 2)]);
  const laid = normalizeLongitudes({ ...written, bounds: FIJI }, FIJI);
  assert.deepEqual(laid.places['suva']?.lngLat, [178.4, -18.1]);
  assert.ok(Math.abs((laid.places['lau']?.lngLat[0] ?? 0) - 181.2) < 1e-9);
  assert.deepEqual(laid.sections[0]?.frame.bounds, [177, -19, 181, -16]);
  assert.deepEqual(laid.sections[0]?.frame.phone?.center, [180.5, -17]);
});

test('a story elsewhere is left as it is', () => {
  const written = story([section(0, { frame: frame({ bounds: [10, 50, 12, 52] }) })], [place('a', 11, 51, 1)]);
  assert.deepEqual(normalizeLongitudes(written, [10, 50, 12, 52]), written);
});

const SHAPES: readonly (readonly [Geometry, readonly number[]])[] = [
  [{ type: 'Point', coordinates: [-179, 1] }, [181]],
  [
    {
      type: 'MultiPoint',
      coordinates: [
        [-179, 1],
        [179, 1],
      ],
    },
    [181, 179],
  ],
  [
    {
      type: 'LineString',
      coordinates: [
        [179, 1],
        [-179, 1],
        [-178, 1],
      ],
    },
    [179, 181, 182],
  ],
  [
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [179, 1],
          [180, 1],
        ],
        [
          [-180, 1],
          [-179, 1],
        ],
      ],
    },
    [179, 180, 180, 181],
  ],
  [
    {
      type: 'Polygon',
      coordinates: [
        [
          [-179, 1],
          [179, 1],
          [179, 2],
          [-179, 1],
        ],
      ],
    },
    [181, 179, 179, 181],
  ],
  [
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [179, 1],
            [180, 1],
            [180, 2],
            [179, 1],
          ],
        ],
        [
          [
            [-180, 1],
            [-179, 1],
            [-180, 2],
            [-180, 1],
          ],
        ],
      ],
    },
    [179, 180, 180, 179, 180, 181, 180, 180],
  ],
];

for (const [shape, lngs] of SHAPES) {
  test(`a ${shape.type} does not leap over the antimeridian`, () => {
    const inside = unwrapGeometry({ type: 'GeometryCollection', geometries: [shape] }, 180) as GeometryCollection;
    for (const laid of [unwrapGeometry(shape, 180), inside.geometries[0]]) {
      const numbers = JSON.stringify(laid)
        .match(/\[(-?[\d.]+),/g)
        ?.map((text) => Number.parseFloat(text.slice(1)));
      assert.deepEqual(numbers, lngs);
    }
  });
}

test('bounds are written west, south, east, north, over the antimeridian with west beyond east', () => {
  assert.deepEqual(boundsSchema.parse([177, -20, -178, -15]), [177, -20, 182, -15]);
  assert.deepEqual(boundsSchema.parse([-180, -60, 180, 80]), [-180, -60, 180, 80]);
  for (const wrong of [
    [10, 50, 10, 52],
    [10, 52, 12, 50],
    [10, 50, 12],
    [-200, -10, 200, 10],
  ])
    assert.ok(!boundsSchema.safeParse(wrong).success, wrong.join());
});
