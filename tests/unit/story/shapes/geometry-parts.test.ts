import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry, GeometryCollection, LineString, Point, Polygon, Position } from 'geojson';
import { piecesOf, polygonsOf } from '../../../../src/story/shapes/geometry-parts.ts';
import { featureOf, ownArea } from '../../../../src/story/shapes/own-shapes.ts';
import { tintedAreas } from '../../../../src/story/shapes/tinted-areas.ts';
import type { StoryData } from '../../../../src/story/story.ts';
import { section, story } from '../../../support/story.ts';

const WAY: Position[] = [
  [0, 0],
  [1, 0.2],
  [2, 0],
];
const RING: Position[] = [...WAY, [0, 0]];
const line: LineString = { type: 'LineString', coordinates: WAY };
const area: Polygon = { type: 'Polygon', coordinates: [RING] };
const point: Point = { type: 'Point', coordinates: [0, 0] };
const both: GeometryCollection = { type: 'GeometryCollection', geometries: [line, area] };

test('areas are polygons, of which a geometry may hold several', () => {
  assert.deepEqual(polygonsOf(area), [[RING]]);
  assert.deepEqual(polygonsOf({ type: 'MultiPolygon', coordinates: [[RING], [RING]] }), [[RING], [RING]]);
  assert.deepEqual(polygonsOf(both), [[RING]]);
  for (const none of [line, point]) assert.deepEqual(polygonsOf(none), []);
});

test('lines are pieces, and a geometry that holds none has none, not an empty one', () => {
  assert.deepEqual(piecesOf(line), [WAY]);
  assert.deepEqual(piecesOf({ type: 'MultiLineString', coordinates: [WAY, WAY] }), [WAY, WAY]);
  assert.deepEqual(piecesOf(both), [WAY]);
  for (const none of [area, point, { type: 'GeometryCollection', geometries: [area] } satisfies Geometry]) {
    assert.equal(piecesOf(none), null);
  }
});

const DATA: Readonly<Record<string, StoryData>> = {
  way: {
    source: 'drawn for the test',
    licence: 'CC0-1.0',
    schematic: false,
    untranslated: [],
    features: [
      { id: 'out', geometry: line },
      { id: 'field #2', geometry: area },
    ],
  },
};

test('a name without a feature means the first of its file, and an id may hold anything', () => {
  assert.equal(featureOf(DATA, 'data/way')?.id, 'out');
  assert.equal(featureOf(DATA, 'data/way#field #2')?.id, 'field #2');
  assert.equal(featureOf(DATA, 'data/way#back'), undefined);
  assert.equal(featureOf(DATA, 'data/elsewhere'), undefined);
});

test('a feature that is no area is none, though it is there', () => {
  assert.deepEqual(ownArea(DATA, 'data/way#field #2'), [[RING]]);
  assert.equal(ownArea(DATA, 'data/way#out'), null);
});

test('the areas a story tints are those of its own files, each once', () => {
  const tints = (...regions: readonly string[]) => ({
    layers: {
      emphasis: {},
      tints: regions.map((region) => ({ region, tone: 'subject' as const, opacity: 1 })),
      wash: 0,
    },
  });
  const sections = [section(0, tints('SY.ID', 'data/way#field #2')), section(1, tints('data/way#field #2'))];
  const areas = tintedAreas({ ...story(sections), data: DATA });
  assert.deepEqual(areas, { 'data/way#field #2': [[RING]] });
});
