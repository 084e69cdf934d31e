import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  type LineSource,
  type RiverProperties,
  type RoadProperties,
  riversInBounds,
  roadsInBounds,
  throughPoints,
} from '../../../../../src/cli/basemap/geometry/lines.ts';
import { area } from '../../../../../src/cli/basemap/geometry/rings.ts';

const BOUNDS = [9, 9, 15, 15] as const;
const fixture = async (name: string) => JSON.parse(await readFile(`tests/fixtures/basemap/${name}`, 'utf8'));
const rivers: LineSource<RiverProperties> = await fixture('rivers.geojson');
const roads: LineSource<RoadProperties> = await fixture('roads.geojson');

test('a river ends where the map ends and pauses in a lake', () => {
  const lake = area(
    [
      [
        [
          [11, 11],
          [11, 12],
          [12, 12],
          [12, 11],
          [11, 11],
        ],
      ],
    ],
    { areaKm2: 1 },
  );
  const [river] = riversInBounds(rivers, BOUNDS, [lake]);
  const parts = river?.geometry.coordinates ?? [];
  assert.equal(parts.length, 2);
  assert.ok(parts.flat().every(([lng = 0]) => lng <= 15));
  assert.deepEqual(river?.properties, { name: 'Long', rank: 1 });
});

test('a road is smooth, passes through its own points and keeps its direction', () => {
  const [road] = roadsInBounds(roads, BOUNDS);
  const line = road?.geometry.coordinates[0] ?? [];
  const drawn = roads.features[0]?.geometry.coordinates ?? [];
  assert.deepEqual(line[0], drawn[0]);
  assert.deepEqual(line.at(-1), drawn.at(-1));
  for (const point of drawn) assert.ok(line.some(([x, y]) => x === point[0] && y === point[1]));
});

test('a straight road stays straight', () => {
  const line = throughPoints([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  assert.ok(line.every(([x = 0, y = 0]) => Math.abs(x - y) < 1e-9));
});
