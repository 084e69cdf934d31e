import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CutFeature } from '../../../../../src/cli/ground/cut/features-in-tile.ts';
import { streetNames } from '../../../../../src/cli/ground/cut/street-names.ts';
import { type WorldPoint, worldSize } from '../../../../../src/geo/mercator.ts';

const ZOOM = 16;

/** A street whose points are given in pixels of its zoom. */
const street = (name: string, ...points: readonly (readonly [number, number])[]): CutFeature => ({
  layer: 'streets',
  rank: 3,
  names: { local: name },
  zoom: ZOOM,
  parts: [points.map(([x, y]): WorldPoint => [0.5 + x / worldSize(ZOOM), 0.4 + y / worldSize(ZOOM)])],
});

test('a name stands along the longest straight stretch, and never on its head', () => {
  const [found, ...more] = streetNames([street('High Street', [400, 0], [0, 0], [0, 90])]);
  assert.equal(more.length, 0);
  assert.equal(found?.angle, 0);
  assert.ok(Math.abs(((found?.at[0] ?? 0) - 0.5) * worldSize(ZOOM) - 200) < 0.1);
  const steep = streetNames([street('Hill', [0, 300], [10, 0])])[0]?.angle ?? 0;
  assert.ok(steep >= -90 && steep <= 90);
});

test('a street too short or too winding for its name has none', () => {
  assert.deepEqual(streetNames([street('High Street', [0, 0], [60, 0])]), []);
  const bends = Array.from({ length: 20 }, (_, index) => [index * 30, (index % 2) * 25] as const);
  assert.deepEqual(streetNames([street('High Street', ...bends)]), []);
});

test('a long street is named again, but not within a screen', () => {
  const pieces = Array.from({ length: 8 }, (_, at) => street('Long Avenue', [at * 250, 0], [at * 250 + 250, 0]));
  const corners = pieces.map((piece, at) => ({
    ...piece,
    parts: piece.parts.map((part) => part.map(([x, y]): WorldPoint => [x, y + at / 2 ** 20])),
  }));
  const found = streetNames(corners);
  assert.ok(found.length > 1 && found.length <= 5, String(found.length));
});
