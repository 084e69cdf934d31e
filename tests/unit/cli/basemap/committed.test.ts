import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { geoArea, geoContains } from 'd3';
import type { LineString, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Basemap } from '../../../../src/basemap/basemap.ts';
import { attribution } from '../../../../src/cli/basemap/attribution.ts';
import { LICENCES } from '../../../../src/cli/basemap/licences.ts';
import { readHandTables } from '../../../../src/cli/basemap/sources/hand-tables.ts';

const FOLDERS = {
  levant: 'public/basemap',
  crete: 'public/basemap',
  iceland: 'tests/fixtures/sites/volcano/public/basemap',
} as const;
const EARTH_KM2 = 6371 ** 2;

async function load(name: keyof typeof FOLDERS) {
  const text = await readFile(`${FOLDERS[name]}/${name}.topo.json`, 'utf8');
  const basemap = JSON.parse(text) as Basemap;
  const { objects } = basemap;
  const lines = (key: 'borders' | 'coast' | 'regionLines') =>
    (feature(basemap, objects[key]).geometry as MultiLineString).coordinates;
  return {
    text,
    basemap,
    lines,
    land: feature(basemap, objects.land).features,
    lakes: feature(basemap, objects.lakes).features,
    regions: feature(basemap, objects.regions).features,
    towns: feature(basemap, objects.towns).features,
  };
}

const maps = { levant: await load('levant'), crete: await load('crete'), iceland: await load('iceland') };

test('beside every map stand the licences that the command writes', async () => {
  const sites = ['', 'tests/fixtures/sites/volcano/', 'tests/fixtures/sites/extents/'];
  for (const site of sites) assert.equal(await readFile(`${site}public/basemap/LICENCES.md`, 'utf8'), LICENCES, site);
});

for (const [name, { text, basemap, lines, land, lakes, regions, towns }] of Object.entries(maps)) {
  const tables = await readHandTables(name, (path) => readFile(path, 'utf8').catch(() => null));
  const [west, south, east, north] = basemap.meta.bounds;
  const isIn = ([lng = 0, lat = 0]: Position) =>
    lng >= west - 1e-4 && lng <= east + 1e-4 && lat >= south - 1e-4 && lat <= north + 1e-4;

  test(`${name}: under 100 kB compressed`, () => assert.ok(brotliCompressSync(text).length < 100_000));

  test(`${name}: every area is wound so that its inside is the small side`, () => {
    for (const { geometry } of [...land, ...lakes, ...regions]) {
      for (const coordinates of (geometry as MultiPolygon).coordinates) {
        assert.ok(geoArea({ type: 'Polygon', coordinates }) < 0.1);
      }
    }
  });

  test(`${name}: everything lies in the bounds`, () => {
    const rings = [...land, ...lakes, ...regions].flatMap(({ geometry }) =>
      (geometry as MultiPolygon).coordinates.flat(),
    );
    const points = towns.map(({ geometry }) => (geometry as Point).coordinates);
    const names = basemap.meta.names.map(({ lngLat }) => [...lngLat]);
    const all = [...rings, ...lines('borders'), ...lines('coast'), ...lines('regionLines'), points, names];
    assert.ok(all.flat().every(isIn));
  });

  test(`${name}: no line runs along the edge of the map`, () => {
    const isAlong = (a: Position, b: Position, axis: 0 | 1, edge: number) =>
      Math.abs((a[axis] ?? 0) - edge) < 1e-4 && Math.abs((b[axis] ?? 0) - edge) < 1e-4;
    for (const line of [...lines('borders'), ...lines('coast')]) {
      line.slice(1).forEach((point, i) => {
        const before = line[i] as Position;
        const edges = [isAlong(before, point, 0, west), isAlong(before, point, 0, east)];
        assert.ok(![...edges, isAlong(before, point, 1, south), isAlong(before, point, 1, north)].includes(true));
      });
    }
  });

  test(`${name}: land has no holes, lakes are larger than 5 km²`, () => {
    for (const { geometry } of land)
      assert.ok((geometry as MultiPolygon).coordinates.every((rings) => rings.length === 1));
    assert.ok(lakes.length > 0 && lakes.every(({ properties }) => properties.areaKm2 >= 5));
  });

  test(`${name}: the regions of a country cover it`, () => {
    const country = land.find(({ properties }) => properties.a3 === regions[0]?.properties.a3);
    assert.ok(country);
    const sum = regions.reduce((total, region) => total + geoArea(region), 0);
    assert.ok(Math.abs(sum - geoArea(country)) * EARTH_KM2 < 5);
    assert.equal(new Set(regions.map(({ properties }) => properties.id)).size, regions.length);
  });

  test(`${name}: towns have a name, a country, a rank and an id, and no population`, () => {
    assert.ok(towns.length > 15 && towns.length <= 64);
    for (const { properties } of towns) {
      const { own, ...others } = properties;
      assert.deepEqual(Object.keys(others).sort(), ['a3', 'id', 'names', 'rank']);
      assert.ok(own === undefined || properties.names[own], 'its own language has a name');
      assert.match(properties.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(properties.a3, /^[A-Z]{3}$/);
      assert.ok(properties.names['en']);
    }
    assert.equal(new Set(towns.map(({ properties }) => properties.id)).size, towns.length);
  });

  test(`${name}: the credits are those of what is drawn, as \`npm run basemap\` writes them`, () => {
    const { rivers, roads } = basemap.objects;
    const made = attribution({
      scale: 'country',
      own: null,
      rivers: rivers === undefined ? null : tables.rivers,
      roads: roads === undefined ? null : tables.roads,
    });
    assert.deepEqual(basemap.meta.attribution, made);
    assert.match(made[0]?.text ?? '', /OpenStreetMap/);
  });
}

const { basemap, land, regions, towns } = maps.levant;

test('levant: towns lie in the region and country they belong to', () => {
  const at = (id: string) => {
    const town = towns.find(({ properties }) => properties.id === id);
    assert.ok(town, id);
    return (town.geometry as Point).coordinates as [number, number];
  };
  const idlib = regions.find(({ properties }) => properties.id === 'SY.ID');
  const turkey = land.find(({ properties }) => properties.a3 === 'TUR');
  assert.ok(idlib && turkey);
  for (const id of ['maaret-al-numan', 'saraqeb', 'idlib-city', 'atme', 'harem'])
    assert.ok(geoContains(idlib, at(id)), id);
  for (const id of ['aleppo', 'hama', 'latakia', 'antakya']) assert.ok(!geoContains(idlib, at(id)), id);
  for (const id of ['antakya', 'gaziantep', 'reyhanli']) assert.ok(geoContains(turkey, at(id)), id);
});

test('levant: all names of regions, countries and the larger towns are in English and Arabic', () => {
  const larger = towns.filter(({ properties }) => properties.rank < 3 || properties.a3 === 'SYR');
  const named = [
    ...regions.map(({ properties }) => properties),
    ...basemap.meta.names,
    ...larger.map(({ properties }) => properties),
  ];
  for (const { names } of named)
    assert.ok(names['en'] && /[\u0621-\u064a]/.test(names['ar'] ?? ''), JSON.stringify(names));
});

test('levant: the M5 is one line from Damascus in the south to Aleppo in the north', () => {
  const roads = basemap.objects.roads;
  assert.ok(roads);
  const m5 = feature(basemap, roads).features.find(({ properties }) => properties.ref === 'M5');
  const geometry = m5?.geometry as MultiLineString | LineString;
  const line = geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
  assert.ok(geometry.type === 'LineString' || geometry.coordinates.length === 1);
  const [start, end] = [line[0], line.at(-1)];
  assert.ok((start?.[1] ?? 90) < 33.6 && (end?.[1] ?? 0) > 36.1);
  const isNorthward = line.slice(1).every((point, i) => (point[1] ?? 0) > (line[i]?.[1] ?? 90) - 1e-3);
  assert.ok(isNorthward);
});

test('levant: the great rivers are the Orontes and the Euphrates', () => {
  const { rivers } = basemap.objects;
  assert.ok(rivers);
  const great = feature(basemap, rivers).features.filter(({ properties }) => properties.rank === 1);
  assert.deepEqual([...new Set(great.map(({ properties }) => properties.name))].sort(), ['Euphrates', 'Orontes']);
});

test('Crete is called so in the languages of its story and in its country’s own, and nothing in a third', () => {
  const { regions, towns } = maps.crete;
  const crete = regions.find(({ properties }) => properties.id === 'GR.CR')?.properties.names;
  assert.deepEqual(crete, { en: 'Crete', ar: 'كريت', el: 'Κρήτη' });
  const languages = [...regions, ...towns].flatMap(({ properties }) => Object.keys(properties.names));
  assert.deepEqual([...new Set(languages)].sort(), ['ar', 'el', 'en']);
});
