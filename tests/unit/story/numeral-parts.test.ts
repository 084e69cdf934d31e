import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numeralParts } from '../../../src/story/numeral-parts.ts';
import type { Fact } from '../../../src/story/story.ts';

const fact = (over: Partial<Fact>): Fact => ({
  id: 'f',
  value: 235000,
  unit: 'people',
  figure: '235,000',
  qualifier: 'more than',
  text: '',
  period: '',
  sources: [],
  authority: '',
  note: '',
  untranslated: [],
  ...over,
});

test('a numeral keeps its qualifier, begun with a capital', () => {
  assert.deepEqual(numeralParts(fact({}), 'en'), { qualifier: 'More than', figure: '235,000' });
});

test('an exact figure has no qualifier', () => {
  assert.equal(numeralParts(fact({ qualifier: '' }), 'en').qualifier, '');
});

test('a fact that is no figure has none', () => {
  assert.equal(numeralParts(fact({ value: null, figure: '' }), 'en').figure, '');
});
