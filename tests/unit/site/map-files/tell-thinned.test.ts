import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES } from '../../../../src/i18n/locale-entries.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { tellThinned } from '../../../../src/site/map-files/tell-thinned.ts';
import type { Story } from '../../../../src/story/story.ts';

const data = (layer: string, view: string, words?: object) => ({ layer, views: [view], ...words });
const legend = (layer: string, source: string) => ({ kind: 'legend', id: `legend-${layer}`, source });

/** Two layers in two sections, of which one shows a part of the first. */
const story = (locale: string) =>
  ({
    locale,
    dataLayers: {
      towns: { id: 'towns', words: { sentence: 'Towns.', head: ['Name'], rows: [['A']] } },
      roads: { id: 'roads', words: { sentence: 'Roads.', head: [], rows: [] } },
    },
    sections: [
      {
        data: [data('towns', 'data-towns'), data('roads', 'data-roads')],
        annotations: [legend('towns', 'Counted'), legend('roads', 'Counted'), { kind: 'callout', id: 'legend-towns' }],
      },
      { data: [data('towns', 'data-towns-1', { words: { sentence: 'Some.' } })], annotations: [legend('towns', '')] },
      { annotations: [] },
    ],
  }) as unknown as Story;

test('readers are told of a thinned layer in its sentence and below its legend, and of no other', () => {
  const note = translate('dataThinned', 'en');
  const told = tellThinned(story('en'), new Set(['data-towns', 'data-towns-1']));
  assert.deepEqual(told.dataLayers?.['towns']?.words, { sentence: `Towns. ${note}`, head: ['Name'], rows: [['A']] });
  assert.equal(told.dataLayers?.['roads']?.words.sentence, 'Roads.');
  assert.deepEqual(told.sections[0]?.annotations, [
    legend('towns', `Counted · ${note}`),
    legend('roads', 'Counted'),
    { kind: 'callout', id: 'legend-towns' },
  ]);
  assert.equal(told.sections[1]?.data?.[0]?.words?.sentence, `Some. ${note}`);
  assert.deepEqual(told.sections[1]?.annotations, [legend('towns', note)]);
});

test('where nothing is thinned nothing is told', () => {
  const plain = story('en');
  assert.equal(tellThinned(plain, new Set()), plain);
  const other = tellThinned(plain, new Set(['data-towns-1']));
  assert.deepEqual(other.sections[0], plain.sections[0]);
});

test('every language says it in words of its own', () => {
  const texts = Object.keys(LOCALES).map((locale) => translate('dataThinned', locale));
  assert.equal(new Set(texts).size, texts.length);
});
