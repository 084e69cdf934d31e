import assert from 'node:assert/strict';
import { test } from 'node:test';
import proj4 from 'proj4';
import { guessProjection } from '../../../../src/content/geometry/guess-projection.ts';
import type { LngLatBounds } from '../../../../src/geo/lng-lat.ts';

// The survey's own worked examples: OS Explorer “TG 51409 13177”, swisstopo's Bern, IGN's origin of Lambert-93.
const KNOWN: readonly (readonly [string, readonly (readonly [number, number])[], LngLatBounds])[] = [
  ['EPSG:27700', [[651409.9, 313177.3]], [-6, 50, 2, 56]],
  ['EPSG:2056', [[2600000, 1200000]], [5.9, 45.8, 10.5, 47.8]],
  ['EPSG:21781', [[600000, 200000]], [5.9, 45.8, 10.5, 47.8]],
  ['EPSG:2154', [[700000, 6600000]], [-5, 42, 8, 51]],
  ['EPSG:28992', [[155000, 463000]], [3, 50, 8, 54]],
  ['EPSG:3035', [[4321000, 3210000]], [5, 45, 15, 55]],
  ['EPSG:3857', [[4007501.67, 4163881.14]], [35, 33, 40, 37]],
];

test('coordinates of surveys are known by where they lie in the story', () => {
  for (const [code, points, bounds] of KNOWN)
    assert.match(
      guessProjection(
        points.map((one) => [...one]),
        bounds,
      ) ?? '',
      new RegExp(`^${code} `),
    );
});

test('a zone of UTM is known in either hemisphere', () => {
  const places = [
    [36.5, 35.5, 'EPSG:32637'],
    [-71, -33, 'EPSG:32719'],
    [178.4, -18.1, 'EPSG:32760'],
  ] as const;
  for (const [lng, lat, code] of places) {
    const zone = code.slice(-2);
    const point = proj4(`+proj=utm +zone=${zone} ${lat < 0 ? '+south ' : ''}+datum=WGS84 +units=m`).forward([lng, lat]);
    assert.match(guessProjection([point], [lng - 2, lat - 2, lng + 1, lat + 2]) ?? '', new RegExp(`^${code} `), code);
  }
});

test('what lies in the story by no projection has no guess', () => {
  assert.equal(guessProjection([[1e9, 1e9]], [35, 33, 40, 37]), null);
  assert.equal(guessProjection([], [35, 33, 40, 37]), null);
});
