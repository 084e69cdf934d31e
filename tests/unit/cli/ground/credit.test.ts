import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditIn } from '../../../../src/basemap/credits.ts';
import { creditsFor } from '../../../../src/cli/ground/credit.ts';
import { type GroundOptions, parseGroundOptions } from '../../../../src/cli/ground/options.ts';
import { type PictureOptions, parsePictureOptions } from '../../../../src/cli/ground/pictures/picture-options.ts';
import { pictureCommandFor } from '../../../../src/cli/ground/pictures/picture-provenance.ts';
import { creditLines, groundCommandFor } from '../../../../src/cli/ground/provenance.ts';

const NOTHING = { credit: null, credits: {}, licence: null };
const told = (attribution: string, said: Parameters<typeof creditsFor>[1] = NOTHING) =>
  creditsFor(attribution, said).map(({ text, licence }) => `${text} (${licence})`);

test('OpenStreetMap is credited in words that pages translate, whoever made tiles of it beside it', () => {
  const html = '<a href="https://protomaps.com">Protomaps</a> &copy; <a href="https://osm.org">OpenStreetMap</a>';
  assert.deepEqual(told(html), ['© OpenStreetMap contributors (ODbL-1.0)', 'Protomaps (ODbL-1.0)']);
  assert.deepEqual(told('© OSM'), ['© OpenStreetMap contributors (ODbL-1.0)']);
  assert.equal(creditsFor(html, NOTHING)[0]?.textKey, 'creditOpenStreetMap');
});

test('an author says it better than the file; what nobody says is unstated', () => {
  assert.deepEqual(told('x', { ...NOTHING, credit: 'City of Olinda', licence: 'CC BY 4.0' }), [
    'City of Olinda (CC-BY-4.0)',
  ]);
  assert.deepEqual(told(''), ['Detail: source unstated (unstated)']);
  assert.ok((told('word '.repeat(9999))[0] ?? '').length < 200);
});

const SAID = ['--credit', 'Heights: City of Olinda', '--credit', 'pt-BR=Altitudes: cidade de Olinda'] as const;
const wordsOf = (command: string): string => command.slice(command.indexOf('--credit'));

test('a credit is said in the languages it is given in, to all others as it is given without one', () => {
  const options = parsePictureOptions(['town', '--from', 'dem.tif', '--relief', ...SAID], '/project') as PictureOptions;
  const [credit] = creditsFor('', options);
  assert.ok(credit);
  assert.deepEqual(creditIn(credit, 'pt-BR'), { text: 'Altitudes: cidade de Olinda', lang: 'pt-BR' });
  assert.deepEqual(creditIn(credit, 'pt-PT'), { text: 'Altitudes: cidade de Olinda', lang: 'pt-BR' });
  for (const locale of ['en', 'fr', 'ar']) assert.equal(creditIn(credit, locale).text, 'Heights: City of Olinda');
  assert.equal(creditLines([credit]), '- Heights: City of Olinda; pt-BR: Altitudes: cidade de Olinda (unstated)');
});

test('the command that makes files again says the credit in all its languages, of pictures and of streets', () => {
  const picture = parsePictureOptions(['town', '--from', 'a.tif', '--as', 'scan', ...SAID], '/project');
  const streets = parseGroundOptions(['town', '--from', 'a.pmtiles', ...SAID], '/project');
  const expected = "--credit 'Heights: City of Olinda' --credit 'pt-BR=Altitudes: cidade de Olinda'";
  assert.equal(wordsOf(pictureCommandFor(picture as PictureOptions)), expected);
  assert.equal(wordsOf(groundCommandFor(streets as GroundOptions)), expected);
});

test('OpenStreetMap’s own words are translated by pages, also where a language says them', () => {
  const said = { ...NOTHING, credit: 'Protomaps © OpenStreetMap', credits: { de: '© OpenStreetMap, bearbeitet' } };
  const [osm, other] = creditsFor('', said);
  assert.equal(osm?.textKey, 'creditOpenStreetMap');
  assert.deepEqual(other?.texts, { de: 'bearbeitet' });
});

test('a credit for one language alone, or said twice, is refused with what to write', () => {
  const refused = (...args: readonly string[]) => {
    const found = parseGroundOptions(['town', '--from', 'a.pmtiles', ...args], '/project');
    return typeof found === 'object' && 'problems' in found ? found.problems.join() : '';
  };
  assert.match(refused('--credit', 'pt-BR=Cidade'), /--credit pt-BR="…" is for readers of one language.*--credit "…"/);
  assert.match(refused('--credit', 'one', '--credit', 'two'), /more than once/);
  assert.equal(refused('--credit', 'E = mc²'), '');
});
