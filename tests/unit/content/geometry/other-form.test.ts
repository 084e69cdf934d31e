import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyFiles } from '../../../../src/content/files/story-files.ts';
import { checkData } from '../../../../src/content/lint/rules/check-data.ts';
import { checkFiles } from '../../../../src/content/lint/rules/check-files.ts';
import { checkPoints } from '../../../../src/content/lint/rules/check-points.ts';
import { checkShapes } from '../../../../src/content/lint/rules/check-shapes.ts';
import { readStoryText } from '../../../../src/site/content/read-story-text.ts';

const LINE = {
  type: 'LineString',
  coordinates: [
    [36, 35],
    [36.5, 35.5],
  ],
} as const;
const FEATURE = { type: 'Feature', properties: {}, geometry: LINE };
const STORY = readStoryText('story.yaml', 'bounds: [35, 33, 40, 37]\n');

/** What is said of a file in `data/`, each problem by its name and its words. */
function said(text: string): readonly string[] {
  const raw = { slug: 'a', folder: 'a', files: [STORY, readStoryText('data/way.geojson', text)] };
  const files = storyFiles(raw);
  const problems = [...checkShapes(files), ...checkData(files), ...checkPoints(files)];
  return problems.flatMap(({ name, file, message, hint }) =>
    file?.endsWith('way.geojson') ? [`${name} ${message} ${hint}`] : [],
  );
}
const saidOf = (data: unknown) => said(JSON.stringify(data));
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  source: 'A',
  licence: 'CC0',
  features,
  ...more,
});

test('a file in another form than a FeatureCollection has one message, which says what it is and how to make one', () => {
  const forms: readonly (readonly [unknown, RegExp])[] = [
    [FEATURE, /one Feature by itself.*"FeatureCollection".*`\]\}` behind/],
    [LINE, /a LineString by itself.*"geometry"/],
    [[FEATURE], /a list/],
    [{ type: 'Topology', objects: {}, arcs: [] }, /TopoJSON.*ending `\.topojson`/],
    [{ type: 'umap', layers: [] }, /uMap/],
    [{ version: 0.6, generator: 'Overpass API', elements: [] }, /Overpass/],
    [{ geometryType: 'esriGeometryPolyline', features: [{ attributes: {} }] }, /ArcGIS.*ogr2ogr/],
  ];
  for (const [data, expected] of forms) {
    const found = saidOf(data);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
    assert.match(found[0] ?? '', /^MalformedGeoJson /);
  }
});

test('what a message has one put round a Feature makes a file of it', () => {
  const [found = ''] = saidOf(FEATURE);
  const [, before = '', behind = ''] = /Put `(.*?)` before it and `(.*?)` behind it/.exec(found) ?? [];
  assert.deepEqual(said(before + JSON.stringify(FEATURE) + behind), []);
});

test('what is no JSON is called by what it is', () => {
  const faultOf = (text: string) => readStoryText('data/way.geojson', text).fault?.detail;
  assert.match(faultOf('<!DOCTYPE html><html></html>') ?? '', /web page/);
  assert.match(faultOf(`${JSON.stringify(FEATURE)}\n${JSON.stringify(FEATURE)}\n`) ?? '', /one on each line/);
});

test('a longitude of more than a turn is no metre', () => {
  const at = (x: number, y: number) => collection([{ ...FEATURE, geometry: { type: 'Point', coordinates: [x, y] } }]);
  assert.doesNotMatch(saidOf(at(396.5, 35)).join(), /Projected/);
  assert.match(saidOf(at(4_080_000, 4_250_000)).join(), /^ProjectedCoordinates/);
  assert.match(saidOf(at(289_000, 45)).join(), /^ProjectedCoordinates/);
});

test('features without the property that names them are told to have it, or the file to do without', () => {
  assert.match(saidOf(collection([FEATURE], { id: 'NAME' })).join(), /no property `NAME`.*take `id` out of the file/);
});

test('shapes saved in another form are told how to become GeoJSON', () => {
  for (const path of ['data/Way.kml', 'data/roads.json', 'data/zone.shp', 'data/zone.kmz']) {
    const files = storyFiles({ slug: 'a', folder: 'a', files: [STORY, readStoryText(path, '')] });
    const [found] = checkFiles(files).filter(({ name }) => name === 'BadFileName');
    assert.match(found?.message ?? '', /data\/<name>.*\.geojson.*ogr2ogr/, path);
  }
});
