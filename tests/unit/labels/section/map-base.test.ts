import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TownProperties } from '../../../../src/basemap/basemap.ts';
import { backgroundToneAt } from '../../../../src/labels/section/background-tone.ts';
import { buildMapBase, mergeTowns } from '../../../../src/labels/section/map-base.ts';
import type { Layers } from '../../../../src/story/story.ts';
import { place, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const HOME = { ...story([section(0)], [place('harbour', 0.9, 41.1)]), homeCountry: 'HOM' };
const town = (id: string, a3: string, rank: TownProperties['rank'], lng = 3, lat = 41) =>
  ({ id, a3, rank, names: { en: id }, lngLat: [lng, lat] }) as const;
const idsOf = (towns: ReturnType<typeof mergeTowns>) => towns.map(({ id }) => id);

test('a town that is a place of the story is there once, as the story spells it', () => {
  const merged = mergeTowns(HOME, [
    town('harbour', 'HOM', 2),
    town('the-same-by-another-name', 'HOM', 2, 0.905, 41.1),
    town('another', 'HOM', 3, 1.4, 41.1),
  ]);
  assert.deepEqual(idsOf(merged), ['harbour', 'another']);
  assert.deepEqual(merged[0]?.names, HOME.places['harbour']?.names);
});

test('abroad only towns of first rank are candidates', () => {
  assert.deepEqual(idsOf(mergeTowns(HOME, [town('city', 'ABR', 1), town('village', 'ABR', 2)])), ['harbour', 'city']);
});

test('the land is told apart into the story’s own country and all others', () => {
  const { land } = buildMapBase(tinyBasemap, HOME);
  const layers: Layers = { emphasis: {}, tints: [], wash: 0 };
  const { atlas } = buildMapBase(tinyBasemap, HOME);
  const toneAt = (lng: number, lat: number, own: Layers = layers) => backgroundToneAt([lng, lat], own, land, atlas);
  assert.deepEqual([toneAt(1, 40.2), toneAt(3, 41), toneAt(9, 41)], ['land', 'abroad', 'sea']);
  const tinted = (tone: 'subject' | 'past', opacity: number): Layers => ({
    ...layers,
    tints: [{ region: 'HO.ME', tone, opacity }],
  });
  assert.equal(toneAt(1, 41, tinted('subject', 1)), 'tint');
  assert.equal(toneAt(1, 41, tinted('past', 1)), 'tint-past');
  assert.equal(toneAt(1, 41, tinted('subject', 0.3)), 'land', 'too faint to be seen');
  assert.equal(toneAt(0.2, 40.2, tinted('subject', 1)), 'land', 'beside the region');
});

test('great roads carry a shield, and names keep off all roads and borders', () => {
  const base = buildMapBase(tinyBasemap, HOME);
  assert.deepEqual(
    base.roads.map(({ ref }) => ref),
    ['M5'],
  );
  assert.equal(base.lines.length, base.borders.length + 1);
  assert.ok((base.atlas.route('basemap:M5')?.[0]?.length ?? 0) > 4, 'curved as it is drawn');
});

test('the second line of a name is in another language of the story', () => {
  const secondOf = (locales: readonly string[], locale: string) =>
    buildMapBase(tinyBasemap, { ...HOME, locales, locale }).secondLocale;
  assert.equal(secondOf(['en', 'ar'], 'en'), 'ar');
  assert.equal(secondOf(['en', 'ar'], 'ar'), 'en');
});
