import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feature } from 'topojson-client';
import type { Basemap } from '../../../../src/basemap/basemap.ts';
import { roadRank, roadRef } from '../../../../src/cli/basemap/own-layers/road-class.ts';
import { basemapCommand } from '../../../../src/cli/basemap.ts';
import { recordedEffects } from '../../../fixtures/basemap/recorded-effects.ts';

const line = (coordinates: readonly (readonly number[])[], properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});
const file = (...features: readonly object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const square = [
  [10, 10],
  [11, 10],
  [11, 11],
  [10, 11],
  [10, 10],
];
const LAKE = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square] } };

async function make(args: readonly string[], files: Readonly<Record<string, string>>) {
  const recorded = recordedEffects();
  const readText = (path: string) => Promise.resolve(files[path] ?? null);
  const code = await basemapCommand(
    ['--name', 'corner', '--bounds', '9,9,15,15', '--out', 'made', '--credit', 'Drawn by us, CC0', ...args],
    { ...recorded.effects, readText },
  );
  const text = recorded.written.get('made/corner.topo.json');
  return { ...recorded, code, basemap: text === undefined ? null : (JSON.parse(text) as Basemap) };
}

test("the author's own layers take the place of the sources' and are credited as the author says", async () => {
  const { basemap, code, errors, written } = await make(
    ['--rivers', 'own/rivers.geojson', '--roads', 'own/roads.geojson', '--lakes', 'own/lakes.json'],
    {
      'own/rivers.geojson': `\ufeff${file(
        line(
          [
            [9.5, 10],
            [14, 14],
          ],
          { name: 'Nile', rank: 1 },
        ),
      )}`,
      'own/roads.geojson': file(
        line(
          [
            [9.5, 9.5],
            [14, 9.6],
          ],
          { highway: 'motorway', ref: 'A 1;E 20' },
        ),
        line(
          [
            [9.5, 9.7],
            [14, 9.8],
          ],
          { highway: 'residential', ref: 12 },
        ),
        line(
          [
            [9.5, 9.9],
            [14, 9.9],
          ],
          { highway: 'secondary_link' },
        ),
      ),
      'own/lakes.json': file(LAKE),
    },
  );
  assert.equal(code, 0, errors.join('\n'));
  assert.ok(basemap?.objects.rivers && basemap.objects.roads);
  assert.equal(feature(basemap, basemap.objects.rivers).features[0]?.properties.name, 'Nile');
  assert.deepEqual(
    basemap.objects.roads.geometries.map(({ properties }) => Object.values(properties ?? {})),
    [
      ['A 1', 1, false],
      ['12', 3, false],
      ['', 2, false],
    ],
  );
  assert.equal(basemap.objects.lakes.geometries.length, 1);
  const credits = basemap.meta.attribution.map(({ text }) => text);
  assert.deepEqual(credits, ['© OpenStreetMap contributors', 'Natural Earth', 'GeoNames', 'Drawn by us, CC0']);
  const provenance = written.get('made/corner.PROVENANCE.md') ?? '';
  assert.match(provenance, /own\/rivers.geojson/);
  assert.match(provenance, /--rivers own\/rivers.geojson .*--credit 'Drawn by us, CC0'/);
});

test('a layer that lies elsewhere is told, and the map made without', async () => {
  const { code, printed } = await make(['--rivers', 'far.geojson'], {
    'far.geojson': file(
      line([
        [50, 50],
        [51, 51],
      ]),
    ),
  });
  assert.equal(code, 0);
  assert.match(printed.join('\n'), /Nothing of far.geojson lies in the bounds/);
});

const BAD: readonly (readonly [why: string, text: string | null, says: RegExp])[] = [
  ['a file that is not there', null, /--rivers: there is no file own.geojson/],
  ['no JSON', '<kml/>', /own.geojson is not JSON/],
  ['no GeoJSON', '{"a": 1}', /own.geojson is not GeoJSON/],
  ['no list of features', '{"type":"FeatureCollection","features":7}', /is not GeoJSON/],
  ['areas where lines are wanted', file(LAKE), /holds no LineString or MultiLineString/],
  [
    'metres',
    file(
      line([
        [500000, 4100000],
        [500100, 4100100],
      ]),
    ),
    /looks like metres. Reproject it to EPSG:4326/,
  ],
  [
    'latitude first',
    file(
      line([
        [9.5, 130],
        [10, 130],
      ]),
    ),
    /Longitude comes first/,
  ],
  [
    'coordinates in words',
    file(
      line([
        ['a', 'b'],
        ['c', 'd'],
      ] as never),
    ),
    /not a number/,
  ],
  ['an empty line', file(line([])), /feature 0 has no coordinates/],
];

for (const [why, text, says] of BAD) {
  test(`${why}: the file is named, and nothing is written`, async () => {
    const { code, errors, written } = await make(
      ['--rivers', 'own.geojson'],
      text === null ? {} : { 'own.geojson': text },
    );
    assert.equal(code, 2);
    assert.match(errors.join('\n'), says);
    assert.equal(written.size, 0);
  });
}

test('roads are ranked by class, and a shield is for those that have a number and do not refuse it', () => {
  const ranks = ['motorway_link', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'footway', 'what'].map(
    (highway) => roadRank({ highway }),
  );
  assert.deepEqual(ranks, [1, 1, 1, 2, 2, 3, 3, 3]);
  assert.equal(roadRank({ rank: 3, class: 'motorway' }), 3);
  assert.equal(roadRank({}), 2);
  assert.equal(roadRef({ ref: 'M5' }), 'M5');
  assert.equal(roadRef({ ref: 'M5', shield: false }), '');
  assert.equal(roadRef({}), '');
});
