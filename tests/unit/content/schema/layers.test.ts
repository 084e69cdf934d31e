import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layersFileSchema } from '../../../../src/content/schema/layers.ts';

const POINTS = { points: 'data/a.csv', at: ['lng', 'lat'], label: 'A' };

/** What is said of a layer, by its field. */
const faultsOf = (layer: object): readonly string[] =>
  (layersFileSchema.safeParse({ one: layer }).error?.issues ?? []).map(
    ({ path, message }) => `${path.slice(1).join('.')}: ${message}`,
  );

test('half circles and spikes are of points with a column of sizes', () => {
  for (const shape of ['circle', 'half-circle', 'spike'])
    assert.deepEqual(faultsOf({ ...POINTS, size: 'a', shape }), []);
  const wrong = [
    { ...POINTS, shape: 'spike' },
    { ...POINTS, size: 5, shape: 'half-circle' },
    { areas: 'data/a.geojson', size: 'a', label: 'A', shape: 'half-circle' },
  ];
  for (const layer of wrong)
    assert.match(faultsOf(layer).join(), /^shape: there beside `points` and a column of `size`/);
  assert.match(faultsOf({ ...POINTS, size: 'a', shape: 'star' }).join(), /^shape: /);
});

test('spikes are compared by heights and by nothing else, whatever their colours say', () => {
  const spikes = { ...POINTS, size: 'a', shape: 'spike' };
  for (const kind of ['area', 'radius']) {
    assert.match(faultsOf({ ...spikes, scale: { kind } }).join(), /^scale\.kind: .*compared by their heights/);
  }
  assert.deepEqual(faultsOf({ ...spikes, color: 'b', scale: { kind: 'jenks' } }), []);
});

test('so many of the highest are named as the layer says, of points alone', () => {
  const namesIn = (layer: object): unknown => layersFileSchema.parse({ one: layer })['one']?.names;
  assert.deepEqual(
    [{}, { names: 'none' }, { names: 'top 5' }, { names: 'all' }].map((more) => namesIn({ ...POINTS, ...more })),
    [0, 0, 5, 100],
  );
  for (const names of ['top', 'top 0', 'top five', 5]) {
    assert.match(faultsOf({ ...POINTS, names }).join(), /^names: .*`top 5`.*`all` or `none`/);
  }
  for (const layer of [
    { areas: 'data/a.geojson', label: 'A', names: 'all' },
    { ...POINTS, show: 'grid', names: 'all' },
  ]) {
    assert.match(faultsOf(layer).join(), /^names: there beside `points`/);
  }
});
