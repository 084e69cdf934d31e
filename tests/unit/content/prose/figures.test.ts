import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureText } from '../../../../src/content/prose/figures.ts';
import type { Fact } from '../../../../src/story/story.ts';

const fact = (figure: string, qualifier: string): Fact => ({
  id: 'f',
  value: figure === '' ? null : 1,
  figure,
  qualifier,
  unit: '',
  text: 'almost empty',
  period: '',
  sources: [],
  authority: '',
  note: '',
  untranslated: [],
});

test('the qualifier is never left out unless the author says so', () => {
  assert.equal(figureText(fact('235,000', 'more than'), 'en'), 'more than 235,000');
  assert.equal(figureText(fact('235,000', 'more than'), 'en', { bare: true }), '235,000');
});

test('a sentence begins with a capital', () => {
  assert.equal(figureText(fact('235,000', 'more than'), 'en', { sentence: true }), 'More than 235,000');
});

test('a fact without a figure speaks in the words of the ledger', () => {
  assert.equal(figureText(fact('', 'some'), 'en', { bare: true, sentence: true }), 'Almost empty');
});
