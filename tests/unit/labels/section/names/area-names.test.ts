import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat } from '../../../../../src/geo/lng-lat.ts';
import { polygonsContain } from '../../../../../src/geo/point-in-polygons.ts';
import { placeAreaName } from '../../../../../src/labels/area-label.ts';
import { Collisions } from '../../../../../src/labels/collisions.ts';
import { backgroundToneAt } from '../../../../../src/labels/section/background-tone.ts';
import { buildMapBase } from '../../../../../src/labels/section/map-base.ts';
import { areaNamesInView, isOnItsArea } from '../../../../../src/labels/section/names/area-names.ts';
import { restContext, type Setting } from '../../../../support/kind-context.ts';
import { section, story } from '../../../../support/story.ts';
import { tinyBasemap } from '../../../../support/tiny-basemap.ts';

const base = buildMapBase(tinyBasemap, { ...story([section(0)]), homeCountry: 'HOM' });
const toneAt = (lngLat: LngLat) =>
  backgroundToneAt(lngLat, { emphasis: {}, tints: [], wash: 0 }, base.land, base.atlas);
const contextAt = (center: LngLat, zoom: number, own: Setting = {}) =>
  restContext({ rest: { center, zoom, pitch: 0, bearing: 0 }, toneAt, ...own });

/** Both countries in view. */
const BOTH = contextAt([2, 41], 8);
const named = (context = BOTH, regions: readonly string[] = []) =>
  areaNamesInView(base, 'HOM', context.freeBox, context, regions);

test('a country is named at its place where that is in view', () => {
  const [abroad, ...others] = named();
  assert.deepEqual([abroad?.kind, abroad?.lngLat, others.length], ['country', [3.5, 40.5], 0]);
});

test('a country abroad whose place is out of view is named where it can be seen', () => {
  const aside = contextAt([2.2, 41.3], 9.2);
  const [abroad] = named(aside);
  assert.ok(abroad);
  const [x] = aside.projection.project(abroad.lngLat);
  assert.ok(x > aside.freeBox.left && x < aside.freeBox.right);
  const abroadShape = base.areas.find(({ id }) => id === abroad.id)?.polygons ?? [];
  assert.ok(polygonsContain(abroadShape, abroad.lngLat));
});

test('a country that is not in view is not named', () => {
  assert.deepEqual(named(contextAt([0.6, 41], 10)), []);
});

test('a region is named inside itself, and only when it is asked for', () => {
  const [, region] = named(BOTH, ['HO.ME']);
  assert.equal(region?.kind, 'region');
  assert.ok(polygonsContain(base.atlas.area('HO.ME') ?? [], region?.lngLat ?? [0, 0]));
  assert.equal(named(BOTH, ['HO.XX']).length, 1, 'a region that is not there has no name');
});

test('a region too small for its name has none', () => {
  assert.equal(named(contextAt([2, 41], 5.2), ['HO.ME']).filter(({ kind }) => kind === 'region').length, 0);
});

test('a name that would reach into another country is not on its own area', () => {
  const place = (lngLat: LngLat) => {
    const [abroad] = named();
    assert.ok(abroad);
    const room = { room: BOTH.freeBox, lines: [], context: BOTH };
    const label = placeAreaName({ ...abroad, lngLat }, Collisions.NONE, room);
    assert.ok(label);
    return isOnItsArea(label, base, BOTH);
  };
  assert.equal(place([3, 41]), true);
  assert.equal(place([2.02, 41]), false);
});

test('names of towns may stand anywhere, even where they are called like an area', () => {
  const id = base.areas[0]?.id ?? '';
  const boxes = [{ left: 100, right: 160, top: 400, bottom: 420 }];
  const label = { id, lngLat: [1, 41], side: 'e', lines: [], halo: 'land', boxes } as const;
  assert.equal(isOnItsArea({ ...label, rank: 1 }, base, BOTH), true);
  assert.equal(isOnItsArea({ ...label, rank: null }, base, BOTH), false);
});
