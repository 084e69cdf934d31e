import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { backgroundToneAt } from '../../../src/labels/section/background-tone.ts';
import { buildAtlas } from '../../../src/story/atlas.ts';
import type { StoryData } from '../../../src/story/story.ts';

const GROUND = {
  name: 'test',
  bounds: [0, 0, 10, 10],
  regions: {},
  roads: {},
  isCredited: true,
  languages: [],
  detail: null,
} as const;
const RING: readonly LngLat[] = [
  [2, 2],
  [8, 2],
  [8, 8],
  [2, 8],
  [2, 2],
];

/** A ring that counts how often it is gone through. */
function countedRing() {
  const ring = RING.map(([lng, lat]) => [lng, lat]);
  let passes = 0;
  Object.defineProperty(ring, Symbol.iterator, {
    value() {
      passes += 1;
      return Array.prototype.values.call(this);
    },
  });
  return { ring, passes: () => passes };
}

const dataOf = (geometry: StoryData['features'][number]['geometry']): Record<string, StoryData> => ({
  'ash.geojson': { features: [{ id: 'cloud', geometry }], source: '', licence: '', schematic: false, untranslated: [] },
});

test("a story's own area is gone through once, however many squares of the ground are looked at", () => {
  const { ring, passes } = countedRing();
  const atlas = buildAtlas(GROUND, dataOf({ type: 'Polygon', coordinates: [ring] }));
  const layers = {
    emphasis: {},
    tints: [{ region: 'data/ash.geojson#cloud', tone: 'subject', opacity: 1 }],
    wash: 0,
  } as const;
  const land = { home: [[RING.map(([lng, lat]) => [lng * 1.2, lat * 1.2] as const)]], abroad: [] };
  const tones = Array.from({ length: 100 }, (_, at) =>
    backgroundToneAt([at % 10, Math.floor(at / 10)], layers, land, atlas),
  );
  assert.deepEqual(new Set(tones), new Set(['sea', 'land', 'tint']));
  assert.equal(passes(), 1);
});

test('one name gives one object, of lines in pieces too', () => {
  const pieces = [
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [2, 2],
    ],
  ];
  const atlas = buildAtlas(GROUND, dataOf({ type: 'MultiLineString', coordinates: pieces }));
  assert.ok(atlas.route('data/ash.geojson'));
  assert.equal(atlas.route('data/ash.geojson'), atlas.route('data/ash.geojson'));
  assert.equal(atlas.area('data/ash.geojson'), null);
  assert.equal(atlas.route('data/other.geojson'), null);
});
