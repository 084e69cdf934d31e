import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Basemap } from '../../../../src/basemap/basemap.ts';
import { basemapCommand } from '../../../../src/cli/basemap.ts';
import { boundsOf } from '../../../../src/geo/bounds.ts';
import { recordedEffects } from '../../../fixtures/basemap/recorded-effects.ts';

async function make(bounds: string, ...more: readonly string[]) {
  const recorded = recordedEffects();
  const code = await basemapCommand(
    ['--name', 'wide', `--bounds=${bounds}`, '--out', 'made', ...more],
    recorded.effects,
  );
  assert.equal(code, 0, recorded.errors.join('\n'));
  const basemap = JSON.parse(recorded.written.get('made/wide.topo.json') ?? '') as Basemap;
  const land = feature(basemap, basemap.objects.land).features;
  const polygonsOf = (a3: string): readonly Position[][][] => {
    const found = land.find(({ properties }) => properties.a3 === a3);
    return (found?.geometry as MultiPolygon | undefined)?.coordinates ?? [];
  };
  return { ...recorded, basemap, polygonsOf };
}

const roundedBounds = (rings: readonly Position[][]) => boundsOf(rings[0] ?? []).map((value) => Math.round(value));

test('a map of the world is made from Natural Earth and says so, and of nothing else', async () => {
  const { basemap, fetched, written } = await make('-180,-85,180,85');
  assert.ok(!fetched.some((name) => name.startsWith('@geo-maps')));
  const credits = basemap.meta.attribution.map(({ text }) => text);
  assert.deepEqual(credits, ['Natural Earth', 'GeoNames']);
  assert.ok(basemap.meta.attribution.some(({ short }) => short === 'Natural Earth'));
  assert.match(written.get('made/wide.PROVENANCE.md') ?? '', /Natural Earth 50m/);
  assert.equal(basemap.objects.regions.geometries.length, 0);
});

test('what crosses the antimeridian is cut at the edges of the world, and whole on a map across it', async () => {
  const world = await make('-180,-85,180,85');
  assert.deepEqual(
    world
      .polygonsOf('AAA')
      .map(roundedBounds)
      .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    [
      [-180, 10, -170, 30],
      [170, 10, 180, 30],
    ],
  );
  const pacific = await make('120,-40,-120,60');
  assert.deepEqual(pacific.polygonsOf('AAA').map(roundedBounds), [[170, 10, 190, 30]]);
  const coast = (feature(pacific.basemap, pacific.basemap.objects.coast).geometry as MultiLineString).coordinates;
  const isSeam = (line: readonly Position[]) =>
    line.some(([lng = 0], at) => Math.abs(lng - 180) < 0.1 && Math.abs((line[at + 1]?.[0] ?? 0) - 180) < 0.1);
  assert.ok(!coast.some(isSeam));
  assert.deepEqual(pacific.basemap.meta.bounds, [120, -40, 240, 60]);
});

test('a country within another keeps its ground; a continent round the pole reaches the edge of the map', async () => {
  const { polygonsOf } = await make('-180,-85,180,85');
  assert.equal(polygonsOf('BBB')[0]?.length, 2);
  assert.deepEqual(polygonsOf('ZZZ').map(roundedBounds), [[10, 10, 20, 20]]);
  const polar = polygonsOf('XXX').map((rings) => boundsOf(rings[0] ?? []));
  assert.ok(polar.every(([, south]) => Math.abs(south + 85) < 0.01));
  assert.equal(Math.round(polar.reduce((sum, [west, , east]) => sum + east - west, 0)), 360);
});

test('rivers of the sources come with it, the long ones alone', async () => {
  const { basemap } = await make('-180,-85,180,85');
  const ranks = basemap.objects.rivers?.geometries.map(({ properties }) => (properties as { rank: number }).rank);
  assert.deepEqual([...new Set(ranks)], [1]);
});

test('a map in its own size is refused nothing: what it lacks is told', async () => {
  const { printed } = await make('9,9,15,15');
  const said = printed.join('\n');
  assert.match(said, /No rivers: .*--rivers file.geojson --credit/);
  assert.match(said, /No roads: .*--roads file.geojson --credit/);
  assert.match((await make('9.9,9.9,10.1,10.1')).printed.join('\n'), /A coarse coast: .*--land file.geojson/);
});
