import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditLine } from '../../../src/components/media/credit-line.ts';

test('a credit says what is known, and nothing where nobody has said anything', () => {
  assert.equal(creditLine({ credit: 'Leila Haddad', licence: 'CC BY 4.0' }), 'Leila Haddad · CC BY 4.0');
  assert.equal(creditLine({ credit: 'Leila Haddad', licence: 'unstated' }), 'Leila Haddad');
  assert.equal(creditLine({ credit: '–', licence: 'unstated' }), '');
});
