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
