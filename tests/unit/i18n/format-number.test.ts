import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatWritten, withMinus } from '../../../src/i18n/format-number.ts';

test('a range with ends below nought says both signs, with the language’s own sign between', () => {
  const range = (from: number, to: number, locale: string): string =>
    formatWritten(
      [from, to].map((value) => ({ value, fractionDigits: 0 })),
      locale,
    );
  assert.equal(range(-10, -5, 'en'), '−10 – −5');
  assert.equal(range(-10, 5, 'en'), '−10 – 5');
  assert.equal(range(-10, -5, 'ja'), '−10 ～ −5');
  for (const locale of ['en', 'ar', 'fa', 'he', 'fr', 'sv']) {
    const [both, one] = [range(-10, -5, locale), range(-10, 5, locale)];
    assert.equal(both.split('−').length, 3, `${locale}: ${both}`);
    assert.equal(one.split('−').length, 2, `${locale}: ${one}`);
    assert.ok(!/-/.test(both + one), locale);
  }
  assert.equal(withMinus('-5 to -10%'), '−5 to −10%');
});
