import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitLeadNumeral } from '../../../../src/content/prose/lead-numeral.ts';

test('a numeral that opens the text is taken off its head', () => {
  const html = '<p class="great-numeral">More than <b>7</b></p><p>Text.</p>';
  assert.deepEqual(splitLeadNumeral(html), {
    numeral: '<p class="great-numeral">More than <b>7</b></p>',
    rest: '<p>Text.</p>',
  });
});

test('a numeral further down stays in the text', () => {
  const html = '<p>Text.</p><p class="great-numeral">7</p>';
  assert.deepEqual(splitLeadNumeral(html), { numeral: '', rest: html });
});
