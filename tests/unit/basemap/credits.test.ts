import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditIn, shortCredits } from '../../../src/basemap/credits.ts';
import { attribution } from '../../../src/cli/basemap/attribution.ts';
import { blankBasemap } from '../../../src/cli/lib/blank-basemap.ts';
import { LOCALES } from '../../../src/i18n/locale-entries.ts';

const made = attribution({
  scale: 'country',
  own: null,
  rivers: { textKey: 'creditRivers', licence: 'LGPL-3.0-or-later' },
  roads: { textKey: 'creditRoads', licence: 'MIT' },
});
const said = (locale: string) => made.map((credit) => creditIn(credit, locale));

test('credits are said in the language of the page, names as their owners write them', () => {
  assert.deepEqual(said('ar'), [
    { text: '© مساهمو OpenStreetMap', lang: 'ar' },
    { text: 'Natural Earth', lang: 'en' },
    { text: 'GeoNames', lang: 'en' },
    { text: 'الأنهار: WDB II', lang: 'ar' },
    { text: 'الطرق: رسم تقريبي', lang: 'ar' },
  ]);
});

test('a language without words for a credit shows the English ones, marked as such', () => {
  assert.deepEqual(
    said('xx'),
    made.map(({ text }) => ({ text, lang: 'en' })),
  );
});

test('a credit of a basemap made elsewhere stands as it is written', () => {
  const own = { text: 'Drawn by hand', short: null, licence: 'CC0-1.0' };
  const odd = { ...own, textKey: 'noSuchText' };
  for (const credit of [own, odd]) assert.deepEqual(creditIn(credit, 'ar'), { text: 'Drawn by hand', lang: 'en' });
});

test('every credit that is not a name has words in every language of the project', () => {
  const all = [...made, ...blankBasemap('bare', [0, 0, 1, 1]).meta.attribution];
  const worded = all.filter(({ textKey }) => textKey !== undefined);
  assert.equal(worded.length, 4);
  for (const locale of Object.keys(LOCALES)) {
    for (const credit of worded) assert.equal(creditIn(credit, locale).lang, locale, credit.text);
  }
});

test('of the short credits nothing is left out that a licence asks for', () => {
  assert.deepEqual(
    shortCredits(made).map(({ text }) => text),
    ['© OpenStreetMap', 'GeoNames'],
  );
});
