import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotationMarks } from '../../../src/i18n/quotation-marks.ts';

test('what a person said stands between the marks of the language, or of the country where it has others', () => {
  const around = {
    ...{ en: '“x”', de: '„x“', 'de-AT': '„x“', 'de-CH': '«x»', fr: '«\u202fx\u202f»', 'fr-CH': '«x»', es: '«x»' },
    ...{ 'es-419': '“x”', 'es-MX': '“x”', ja: '「x」', 'zh-Hans': '“x”', 'zh-Hant': '「x」', pl: '„x”', ar: '«x»' },
    ...{ ckb: '«x»', 'pt-BR': '“x”', 'pt-PT': '«x»', sv: '”x”', 'sr-Latn': '„x”', xx: '“x”' },
  };
  for (const [locale, expected] of Object.entries(around)) {
    const [open, close] = quotationMarks(locale);
    assert.equal(`${open}x${close}`, expected, locale);
  }
});
