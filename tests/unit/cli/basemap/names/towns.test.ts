import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { buildNameCountry, readCountryCodes } from '../../../../../src/cli/basemap/names/country-codes.ts';
import { rankTowns } from '../../../../../src/cli/basemap/names/rank-towns.ts';
import { slug } from '../../../../../src/cli/basemap/names/slug.ts';
import { buildNameTown } from '../../../../../src/cli/basemap/names/town-names.ts';
import { readTowns } from '../../../../../src/cli/basemap/names/towns.ts';

const BOUNDS = [9, 9, 15, 15] as const;
const table = await readFile('tests/fixtures/basemap/cities.txt', 'utf8');
const records = readTowns(table, BOUNDS);
const nameTown = buildNameTown(
  ['en', 'ar'],
  () => null,
  () => null,
);
const same = { a3Of: (code: string) => code, nameTown };

test('only towns in the bounds are read, and no quarters of towns', () => {
  assert.deepEqual(
    records.map(({ name }) => name),
    ['Capital', 'Bigtown', 'Suburb'],
  );
});

test('larger towns come first and suburbs give way', () => {
  const towns = rankTowns(records, [], BOUNDS, same);
  assert.deepEqual(
    towns.map(({ id }) => id),
    ['bigtown', 'capital'],
  );
  assert.ok(
    towns.every((town) => !JSON.stringify(town).includes('50000')),
    'populations never reach the map',
  );
});

test('a table made by hand renames, ranks, adds and leaves out', () => {
  const byHand = [
    { geonames: '2', id: 'great', names: { en: 'Great Town' }, rank: 2 },
    { id: 'camp', names: { en: 'Camp', ar: 'مخيم' }, a3: 'AAA', lngLat: [12, 12] },
    { id: 'outside', names: { en: 'Outside' }, a3: 'AAA', lngLat: [50, 12] },
    { geonames: '1', omit: true },
  ] as const;
  assert.deepEqual(
    rankTowns(records, byHand, BOUNDS, same).map(({ id, rank, names }) => [id, rank, names]),
    [
      ['great', 2, { en: 'Great Town', ar: 'كبيرة' }],
      ['camp', 3, { en: 'Camp', ar: 'مخيم' }],
    ],
  );
});

test('there are never more towns than labels can bear, and their ids differ', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    id: String(i),
    name: 'Newtown',
    alternates: [],
    timeZone: '',
    lngLat: [9.1 + (i % 20) * 0.29, 9.1 + Math.floor(i / 20) * 0.29] as const,
    feature: 'PPL',
    a2: 'AA',
    population: 1000 + i,
  }));
  const towns = rankTowns(many, [], BOUNDS, same);
  assert.equal(towns.length, 64);
  assert.equal(new Set(towns.map(({ id }) => id)).size, 64);
  assert.deepEqual(towns, rankTowns(many.toReversed(), [], BOUNDS, same));
});

test('ids are plain letters', () => {
  const names = ['Şanlıurfa', 'Þorlákshöfn', 'Siglufjörður', 'Bab al-Hawa', 'Ra’s Bayrūt', 'İskenderun'];
  const ids = ['sanliurfa', 'thorlakshofn', 'siglufjordur', 'bab-al-hawa', 'ras-bayrut', 'iskenderun'];
  assert.deepEqual(names.map(slug), ids);
});

test('countries have codes and names; an unknown one keeps what it came with', () => {
  const codes = readCountryCodes('[["IS","ISL","352"]]');
  const nameOf = (languages: readonly string[], a3: string) => buildNameCountry(languages, codes)(a3);
  assert.equal(codes.a3Of('IS'), 'ISL');
  assert.equal(codes.a3Of('QQ'), 'QQ');
  assert.equal(codes.a3OfNumber('352'), 'ISL');
  assert.deepEqual(nameOf(['pt', 'is'], 'ISL'), { en: 'Iceland', pt: 'Islândia', is: 'Ísland' });
  assert.deepEqual(nameOf(['pt'], 'QQQ'), { en: 'QQQ' });
});
