import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditsFor } from '../../../../src/cli/ground/credit.ts';

const NOTHING = { credit: null, licence: null };
const told = (attribution: string, said: Parameters<typeof creditsFor>[1] = NOTHING) =>
  creditsFor(attribution, said).map(({ text, licence }) => `${text} (${licence})`);

test('OpenStreetMap is credited in words that pages translate, whoever made tiles of it beside it', () => {
  const html = '<a href="https://protomaps.com">Protomaps</a> &copy; <a href="https://osm.org">OpenStreetMap</a>';
  assert.deepEqual(told(html), ['© OpenStreetMap contributors (ODbL-1.0)', 'Protomaps (ODbL-1.0)']);
  assert.deepEqual(told('© OSM'), ['© OpenStreetMap contributors (ODbL-1.0)']);
  assert.equal(creditsFor(html, NOTHING)[0]?.textKey, 'creditOpenStreetMap');
});

test('an author says it better than the file; what nobody says is unstated', () => {
  assert.deepEqual(told('x', { credit: 'City of Olinda', licence: 'CC BY 4.0' }), ['City of Olinda (CC-BY-4.0)']);
  assert.deepEqual(told(''), ['Detail: source unstated (unstated)']);
  assert.ok((told('word '.repeat(9999))[0] ?? '').length < 200);
});
