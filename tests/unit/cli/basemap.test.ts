import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feature } from 'topojson-client';
import type { Basemap } from '../../../src/basemap/basemap.ts';
import { PACKAGES_BY_SCALE } from '../../../src/cli/basemap/sources/packages.ts';
import { readTarball, readTarballFile } from '../../../src/cli/basemap/sources/read-tarball.ts';
import { basemapCommand } from '../../../src/cli/basemap.ts';
import { recordedEffects, tarballOf } from '../../fixtures/basemap/recorded-effects.ts';

const CORNER = ['--name', 'corner', '--bounds', '9,9,15,15', '--out', 'made'];
const HAND = {
  'src/basemap/sources/corner/rivers.geojson': 'rivers.geojson',
  'src/basemap/sources/corner/roads.geojson': 'roads.geojson',
};

async function make(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const recorded = recordedEffects(files);
  const code = await basemapCommand(args, recorded.effects);
  const text = recorded.written.get('made/corner.topo.json');
  return { ...recorded, code, text, basemap: text === undefined ? null : (JSON.parse(text) as Basemap) };
}

test('one run writes the map, its provenance and the licences', async () => {
  const { code, written, printed } = await make(CORNER);
  assert.equal(code, 0);
  assert.deepEqual([...written.keys()], ['made/corner.topo.json', 'made/corner.PROVENANCE.md', 'made/LICENCES.md']);
  assert.match(printed.join('\n'), /Wrote made\/corner.topo.json: \d+ kB/);
});

test('two runs give the same bytes', async () => {
  const [first, second] = [await make(CORNER, HAND), await make(CORNER, HAND)];
  assert.deepEqual([...first.written], [...second.written]);
  assert.doesNotMatch([...first.written.values()].join(), /\b20\d\d-\d\d-\d\dT/);
});

test('land loses its lakes and the islands in them, keeps islands in the sea, and knows only countries in view', async () => {
  const { basemap } = await make(CORNER);
  assert.ok(basemap);
  const land = feature(basemap, basemap.objects.land).features;
  assert.deepEqual(
    land.map(({ properties }) => properties.a3),
    ['AAA', 'BBB'],
  );
  const polygons = land.map(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []));
  assert.deepEqual(
    polygons[0]?.map((rings) => rings.length),
    [1, 1],
  );
});

test('small waters are left out and those that touch are one', async () => {
  const { basemap } = await make(CORNER);
  assert.equal(basemap?.objects.lakes.geometries.length, 1);
});

test('regions get ids of their own even where the source repeats one; the nameless are left out', async () => {
  const { basemap } = await make(CORNER);
  const regions = basemap?.objects.regions.geometries.map(({ properties }) => properties);
  assert.deepEqual(regions, [
    { id: 'AA.N', a3: 'AAA', names: { en: 'Nord' } },
    { id: 'AA.N-1', a3: 'AAA', names: { en: 'Sud' } },
  ]);
});

test('rivers and roads, and their credits, are there only where drawn by hand', async () => {
  const [without, withHand] = [(await make(CORNER)).basemap, (await make(CORNER, HAND)).basemap];
  assert.equal(without?.objects.rivers, undefined);
  assert.equal(without?.objects.roads, undefined);
  assert.equal(withHand?.objects.roads?.geometries.length, 1);
  const credits = (basemap: Basemap | null) => basemap?.meta.attribution.map(({ text }) => text);
  assert.deepEqual(credits(without), ['© OpenStreetMap contributors', 'Natural Earth', 'GeoNames']);
  assert.deepEqual(credits(withHand)?.slice(3), ['The river office', 'Roads: source unstated']);
});

test('a table made by hand is credited in its own words; what it does not say is unstated, and told', async () => {
  const { basemap, errors } = await make(CORNER, HAND);
  const licences = basemap?.meta.attribution.map(({ licence }) => licence);
  assert.deepEqual(licences?.slice(3), ['CC BY 4.0', 'unstated']);
  assert.match(errors.join('\n'), /Roads: source unstated.*"licence"/);
});

test('the provenance names every pin and the command that makes it again', async () => {
  const { written } = await make(CORNER, HAND);
  const text = written.get('made/corner.PROVENANCE.md') ?? '';
  for (const { name, version, integrity } of PACKAGES_BY_SCALE.country) {
    assert.ok(text.includes(`\`${name}\` ${version}`) && text.includes(integrity), name);
    assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
  }
  assert.match(
    text,
    /npm run basemap -- --name corner --bounds 9,9,15,15 --countries AAA --detail \d+ --names en,ar --out made/,
  );
});

test('a wrong command line fetches nothing', async () => {
  const { code, fetched, errors } = await make(['--name', 'corner', '--bounds', '15,9,9,15']);
  assert.equal(code, 2);
  assert.deepEqual(fetched, []);
  assert.match(errors.join('\n'), /west .* must be less than east[\s\S]*--help/);
});

test('--help explains and does nothing', async () => {
  const { code, printed, written } = await make(['--help']);
  assert.equal(code, 0);
  assert.match(printed.join('\n'), /--bounds <w,s,e,n>/);
  assert.equal(written.size, 0);
});

const REFUSALS: readonly (readonly [why: string, args: readonly string[], says: RegExp])[] = [
  ['open sea', ['--name', 'corner', '--bounds', '-40,-40,-30,-30'], /no land in --bounds -40,-40,-30,-30.*swap/],
  ['a country out of view', [...CORNER, '--countries', 'ZZZ'], /ZZZ, which is not in view. In view: AAA, BBB/],
  ['a country without regions', [...CORNER, '--countries', 'BBB'], /no first-level regions of BBB/],
];

for (const [why, args, says] of REFUSALS) {
  test(`${why} is refused and nothing is written`, async () => {
    const { code, errors, written } = await make(args);
    assert.equal(code, 2);
    assert.match(errors.join('\n'), says);
    assert.equal(written.size, 0);
  });
}

test('a package that is not what was pinned is never used', async () => {
  const { effects, errors, written } = recordedEffects();
  const fetchPackage = () => Promise.reject(Object.assign(new Error('sha512 differs'), { code: 'EINTEGRITY' }));
  assert.equal(await basemapCommand(CORNER, { ...effects, fetchPackage }), 1);
  assert.match(errors.join('\n'), /@\d[\d.]+ could not be fetched.*not what was pinned/);
  assert.equal(written.size, 0);
});

test('without a network the message says so', async () => {
  const { effects, errors } = recordedEffects();
  const fetchPackage = () => Promise.reject(new Error('getaddrinfo ENOTFOUND'));
  assert.equal(await basemapCommand(CORNER, { ...effects, fetchPackage }), 1);
  assert.match(errors.join('\n'), /ENOTFOUND.*is this machine online\?/);
});

test('a hand table that is not JSON is named', async () => {
  const { errors, code } = await make(CORNER, { 'src/basemap/sources/corner/towns.json': 'README.md' });
  assert.equal(code, 1);
  assert.match(errors.join('\n'), /sources\/corner\/towns.json is not JSON/);
});

test('a tarball gives back its files', () => {
  const tarball = tarballOf('package/a.txt', Buffer.from('سلام'));
  assert.deepEqual(
    [...readTarball(tarball)].map(({ path }) => path),
    ['package/a.txt'],
  );
  assert.equal(readTarballFile(tarball, 'package/a.txt'), 'سلام');
  assert.equal(readTarballFile(tarball, 'package/b.txt'), null);
});
