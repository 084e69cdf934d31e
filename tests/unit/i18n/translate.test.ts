import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn } from '../../../src/i18n/fill-in.ts';
import { LOCALES } from '../../../src/i18n/locale-entries.ts';
import { intlTag, localeInfo } from '../../../src/i18n/locales.ts';
import { fallbacksOf, findText, loadStrings, mapTextsIn, STRINGS, translate } from '../../../src/i18n/translate.ts';

test('parameters are filled in, numbers in the figures of the language', () => {
  assert.equal(fillIn('Section {index} of {total}', 'en', { index: 3, total: 18 }), 'Section 3 of 18');
  assert.equal(fillIn('{index} / {total}', 'ar', { index: 3, total: 18 }), '٣ / ١٨');
});

test('plural forms follow the count', () => {
  const people = { one: '{count} person', other: '{count} people' };
  assert.equal(fillIn(people, 'en', { count: 1 }), '1 person');
  assert.equal(fillIn(people, 'en', { count: 100 }), '100 people');
});

test('a language without a text falls back on English', () => {
  assert.equal(translate('close', 'xx'), translate('close', 'en'));
});

test('the texts of a near language stand in before English ones, those of another script never', () => {
  const near = { 'pt-PT': 'pt-BR', pt: 'pt-BR', 'es-419': 'es', 'zh-CN': 'zh-Hans', 'zh-Hant': 'en', 'sr-Latn': 'en' };
  for (const [locale, lang] of Object.entries({ ...near, 'de-AT': 'de', 'ku-Arab': 'en', 'ckb-IR': 'ckb', xx: 'en' })) {
    assert.equal(findText('close', locale)?.lang, lang, locale);
    assert.equal(translate('close', locale), translate('close', lang), locale);
    assert.equal(mapTextsIn(locale).crossesEvery, STRINGS[lang]?.['crossesEvery'], locale);
  }
  assert.deepEqual(fallbacksOf('zh-Hans-SG'), ['zh-Hans-SG', 'zh-Hans', 'zh']);
  assert.deepEqual(fallbacksOf('no language'), ['no language']);
  assert.equal(findText('noSuchText', 'en'), null);
});

test('a text that stands in has its figures and plural forms in its own language', () => {
  assert.equal(translate('mediaOf', 'ur-x', { number: 3, total: 5 }), 'Picture 3 of 5');
  assert.equal(translate('mediaOf', 'ar', { number: 3, total: 5 }), 'الصورة ٣ من ٥');
});

test('every language with texts is a language of the project, and has no text that English lacks', () => {
  // What a test has asked for in vain is there without texts.
  const worded = Object.entries(STRINGS).filter(([, strings]) => Object.keys(strings).length > 1);
  assert.ok(worded.length >= 22);
  for (const [locale, strings] of worded) {
    assert.ok(Object.hasOwn(LOCALES, locale), locale);
    for (const key of Object.keys(strings)) assert.ok(Object.hasOwn(STRINGS['en'] ?? {}, key), `${locale}: ${key}`);
  }
});

test('every language of the project has every text', () => {
  for (const locale of Object.keys(LOCALES)) {
    const missing = Object.keys(STRINGS['en'] ?? {}).filter((key) => STRINGS[locale]?.[key] === undefined);
    assert.deepEqual(missing, [], locale);
  }
});

test('Arabic takes each of its six plural forms', () => {
  const people = {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: '{count} أشخاص',
    many: '{count} شخصًا',
    other: '{count} شخص',
  };
  const said = [0, 1, 2, 3, 11, 100].map((count) => fillIn(people, 'ar', { count }));
  assert.deepEqual(said, ['لا أحد', 'شخص واحد', 'شخصان', '٣ أشخاص', '١١ شخصًا', '١٠٠ شخص']);
});

test('no text is empty and none leaves a brace behind once its parameters are given', () => {
  const params = {
    ...{ share: '4', count: 2, distance: '4 km', date: 'today', file: 'index.html', index: 1, number: 1 },
    ...{
      title: 'Map',
      total: 2,
      credit: 'A. Photographer',
      licence: 'CC0-1.0',
      address: 'media/a.mp4',
      host: 'example.org',
      size: '1 MB',
      name: 'a',
      source: 'A survey',
      shown: '2',
      names: 'a and b',
      least: '1',
      most: '2',
      value: '1',
    },
  };
  for (const [locale, strings] of Object.entries(STRINGS)) {
    for (const [key, written] of Object.entries(strings)) {
      const text = fillIn(written, locale, params);
      assert.ok(text !== '' && !/[{}]/.test(text), `${locale} ${key}: ${text}`);
    }
  }
});

test('an unknown language reads from left to right in Latin figures', () => {
  const { dir, script, numberingSystem } = localeInfo('xx');
  assert.deepEqual({ dir, script, numberingSystem }, { dir: 'ltr', script: 'latn', numberingSystem: 'latn' });
  assert.equal(intlTag('ar'), 'ar-u-ca-gregory-nu-arab');
});

test('a file of strings is all that a language of a story needs to have its texts', async () => {
  const asked: string[] = [];
  await loadStrings(['en', 'qaa', '../outside', 'qaa'], (locale) => {
    asked.push(locale);
    return Promise.resolve({ close: 'Klos' });
  });
  assert.deepEqual(asked, ['qaa']);
  assert.equal(translate('close', 'qaa'), 'Klos');
  assert.equal(STRINGS['../outside'], undefined);
});
