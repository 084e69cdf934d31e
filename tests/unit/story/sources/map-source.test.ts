import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixLayers } from '../../../../src/story/layers.ts';
import { freeLimitsAt } from '../../../../src/story/sources/free-limits-at.ts';
import { type MapSource, sourcesNear } from '../../../../src/story/sources/map-source.ts';
import { withMapSources } from '../../../../src/story/sources/with-map-sources.ts';
import { section, story } from '../../../support/story.ts';

const source = (id: string, ...sections: readonly number[]): MapSource => ({
  id,
  type: 'detail',
  src: `/_map/${id}.json`,
  sections,
  bounds: [0, 0, 1, 1],
});
const ALL = [source('end', 9), source('two', 2), source('one', 1), source('four', 4), source('both', 3, 8)];
const idsNear = (index: number): readonly string[] => sourcesNear(ALL, index).map(({ id }) => id);

test('what is near a reader: the section’s own first, then two sections ahead and one behind, and no more', () => {
  assert.deepEqual(idsNear(0), ['one', 'two']);
  assert.deepEqual(idsNear(2), ['two', 'both', 'one', 'four']);
  assert.deepEqual(idsNear(6), ['both']);
  assert.deepEqual(idsNear(8), ['both', 'end']);
  assert.deepEqual(sourcesNear([], 3), []);
});

test('a story without sources is the same', () => {
  const plain = story([section(0), section(1), section(2)]);
  assert.equal(withMapSources(plain, []), plain);
  assert.equal(withMapSources(plain, [source('one', 1)]).mapSources?.length, 1);
});

test('between two sections, detail and what only one of them shows come and go with the way', () => {
  const from = { emphasis: {}, tints: [], wash: 0, detail: 1, shown: { before: 1, both: 0.5 } };
  const to = { emphasis: {}, tints: [], wash: 0, shown: { after: 0.8, both: 0.5 } };
  const half = mixLayers(from, to, 0.5);
  assert.equal(half.detail, 0.5);
  assert.deepEqual(half.shown, { before: 0.5, both: 0.5, after: 0.4 });
  assert.equal(mixLayers(from, to, 0), from);
  assert.equal(mixLayers(from, to, 1), to);
});

test('a reader comes as near as anything where detail was cut, and as the basemap says beside it', () => {
  const bounds = [-9, -9, 9, 9] as const;
  const told = { bounds, nearestZoom: 13.2, mapSources: [source('one', 1)] };
  assert.deepEqual(freeLimitsAt(told, [0.5, 0.5]), { bounds, nearestZoom: 18 });
  assert.equal(freeLimitsAt(told, [1.5, 0.5]).nearestZoom, 13.2);
  assert.equal(freeLimitsAt({ bounds, nearestZoom: 13.2 }, [0.5, 0.5]).nearestZoom, 13.2);
});
