import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalTag, languageName, openGraphLocale } from '../../../src/i18n/language-tags.ts';
import { intlTag, localeInfo } from '../../../src/i18n/locales.ts';

test('direction and script follow from any language’s tag, its script and region included', () => {
  const written = {
    ...{ he: 'rtl hebr', fa: 'rtl arab', ur: 'rtl arab', ckb: 'rtl arab', ks: 'rtl arab', ps: 'rtl arab' },
    ...{ 'pa-Arab': 'rtl arab', pa: 'ltr guru', 'az-Arab': 'rtl arab', az: 'ltr latn', 'ku-Arab': 'rtl arab' },
    ...{ ku: 'ltr latn', dv: 'rtl thaa', syr: 'rtl syrc', yi: 'rtl hebr', 'ff-Adlm': 'rtl adlm', nqo: 'rtl nkoo' },
    ...{ 'ar-Latn': 'ltr latn', 'zh-Hans': 'ltr hans', 'zh-TW': 'ltr hant', 'es-419': 'ltr latn', ru: 'ltr cyrl' },
    ...{ en: 'ltr latn', ar: 'rtl arab', 'ar-MA': 'rtl arab', 'sr-Latn': 'ltr latn', sr: 'ltr cyrl', hi: 'ltr deva' },
  };
  for (const [tag, expected] of Object.entries(written)) {
    const { dir, script } = localeInfo(tag);
    assert.equal(`${dir} ${script}`, expected, tag);
  }
});

test('figures follow from the tag, also where a browser does not know the language', () => {
  const figures = { fa: 'arabext', ur: 'latn', ckb: 'arab', 'ar-MA': 'latn', ar: 'arab', mr: 'deva', he: 'latn' };
  for (const [tag, expected] of Object.entries(figures)) assert.equal(localeInfo(tag).numberingSystem, expected, tag);
  const known = Intl.NumberFormat.supportedLocalesOf;
  try {
    Intl.NumberFormat.supportedLocalesOf = () => [];
    assert.equal(intlTag('ckb-IR'), 'ar-u-ca-gregory-nu-arab');
    assert.equal(new Intl.NumberFormat(intlTag('ps-AF')).format(12), '۱۲');
  } finally {
    Intl.NumberFormat.supportedLocalesOf = known;
  }
});

test('Open Graph is given a language and a country', () => {
  const written = {
    ...{ 'pt-BR': 'pt_BR', pt: 'pt_BR', 'es-419': 'es_LA', 'es-MX': 'es_MX', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' },
    ...{ fa: 'fa_IR', he: 'he_IL', 'sr-Latn': 'sr_RS', ckb: 'ckb_IQ', en: 'en_GB', ar: 'ar_AR' },
  };
  for (const [tag, expected] of Object.entries(written)) assert.equal(openGraphLocale(tag), expected, tag);
});

test('a tag has one form, and a language one name in itself', () => {
  const forms = { 'pt-br': 'pt-BR', pt_BR: 'pt-BR', 'ZH-hans': 'zh-Hans', iw: 'he', 'ca-valencia': 'ca-valencia' };
  for (const [tag, expected] of Object.entries(forms)) assert.equal(canonicalTag(tag), expected, tag);
  for (const tag of ['english', 'e', '', 'en--GB', 'ar-u-nu-latn', 'x y', '../en']) {
    assert.equal(canonicalTag(tag), null, tag);
  }
  assert.equal(languageName('pt-BR'), 'Português (Brasil)');
  assert.equal(languageName('ar'), 'العربية');
  assert.equal(languageName('xx'), 'Xx');
});
