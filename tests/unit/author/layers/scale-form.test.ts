import assert from 'node:assert/strict';
import { test } from 'node:test';
import { histogramPicture, histogramWords } from '../../../../src/author/layers/histogram-picture.ts';
import type { ScaleChoice } from '../../../../src/author/layers/layer-trial.ts';
import { colorsOf, rampLook, rampsFor, verdictOn } from '../../../../src/author/layers/ramp-rows.ts';
import { choiceIn, completed, hexIn, kindsFor, numbersIn } from '../../../../src/author/layers/scale-form.ts';
import { buildLayer, type JoinedShape } from '../../../../src/data/layers/build-layer.ts';
import type { Cell } from '../../../../src/story/table.ts';
import { layerSpec } from '../../../support/layer-spec.ts';
import { xmlFault } from '../../../support/well-formed.ts';

const shape = (people: Cell, index: number): JoinedShape => {
  const cells = { name: `<${index}>`, people };
  return { id: String(index), geometry: { type: 'Point', coordinates: [index, 40] }, cells, rows: [cells] };
};
const layerOf = (values: readonly Cell[], scale: Partial<ScaleChoice> = {}) =>
  buildLayer(layerSpec({ scale: { ...layerSpec().scale, ...scale } }), values.map(shape), 'en');

const LAYER = layerOf([1, 2, 3, 10, 11, 12, 20, 30, 31, null]);
const BEFORE: ScaleChoice = { kind: 'equal', classes: 3, colors: null, breaks: [], middle: 0 };
const FIELDS = { kind: 'equal', classes: '3', middle: '0', breaks: '', colors: 'oranges', own: '' };

test('what the fields say is a choice; fields the kind does not read keep what they were', () => {
  assert.deepEqual(choiceIn({ ...FIELDS, classes: '6' }, BEFORE), { ...BEFORE, classes: 6, colors: 'oranges' });
  const breaks = choiceIn({ ...FIELDS, kind: 'breaks', classes: '99', breaks: '5; 10  20' }, BEFORE);
  assert.deepEqual(breaks, { ...BEFORE, kind: 'breaks', breaks: [5, 10, 20], colors: 'oranges' });
  const own = choiceIn({ ...FIELDS, colors: 'own', own: '["#000000", "#ffffff"]' }, BEFORE);
  assert.deepEqual(own, { ...BEFORE, colors: ['#000000', '#ffffff'] });
  assert.deepEqual(choiceIn({ ...FIELDS, kind: 'categories', colors: '' }, BEFORE), { ...BEFORE, kind: 'categories' });
});

test('fields that say nothing of use are told with what they want', () => {
  for (const [fields, told] of [
    [{ classes: '1' }, 'from 2 to 12'],
    [{ classes: '2.5' }, 'from 2 to 12'],
    [{ classes: '' }, 'from 2 to 12'],
    [{ kind: 'breaks', breaks: '' }, 'numbers, such as'],
    [{ kind: 'breaks', breaks: '1, x' }, 'numbers, such as'],
    [{ kind: 'breaks', breaks: '1, Infinity' }, 'numbers, such as'],
    [{ kind: 'diverging', middle: '' }, 'a number'],
    [{ colors: 'own', own: '#12345' }, 'two or more'],
    [{ colors: 'own', own: 'red blue' }, 'two or more'],
  ] as const) {
    const said = choiceIn({ ...FIELDS, ...fields }, BEFORE);
    assert.ok(typeof said === 'string' && said.includes(told), JSON.stringify([fields, said]));
  }
  assert.equal(numbersIn(' '), null);
  assert.equal(hexIn('#000000'), null);
});

test('a new kind begins with what is shown: its bounds, its colours, a ramp of its own form', () => {
  assert.equal(completed({ ...FIELDS, kind: 'breaks' }, BEFORE, LAYER)['breaks'], '11 21');
  assert.equal(completed({ ...FIELDS, kind: 'breaks' }, { ...BEFORE, breaks: [4] }, LAYER)['breaks'], '');
  assert.equal(completed({ ...FIELDS, kind: 'diverging' }, BEFORE, LAYER)['colors'], 'blue-orange');
  const diverging = { ...BEFORE, kind: 'diverging' } as const;
  assert.equal(completed({ ...FIELDS, colors: 'teal-red' }, diverging, LAYER)['colors'], 'oranges');
  const own = completed({ ...FIELDS, colors: 'own' }, BEFORE, LAYER)['own'] ?? '';
  assert.deepEqual(
    hexIn(own),
    LAYER.scale?.colors.map(({ light }) => light),
  );
});

test('kinds suit the values, and stay where sizes or contours need them', () => {
  assert.equal(kindsFor(LAYER, 'equal', true).length, 7);
  assert.deepEqual(kindsFor(LAYER, 'jenks', false), ['jenks']);
  assert.deepEqual(kindsFor(layerOf(['a', 'b'], { kind: 'categories' }), 'categories', true), ['categories']);
  assert.deepEqual(kindsFor({ ...LAYER, kind: 'density' }, 'jenks', true), ['jenks']);
});

test('the histogram is well formed, has a line where each class begins, and is told in words', () => {
  const svg = histogramPicture(LAYER);
  assert.equal(xmlFault(svg), null);
  assert.equal(svg.match(/class="author-break"/g)?.length, 2);
  assert.match(svg, />1<.*>11<.*>21<.*>31</);
  assert.match(svg, /--map-own-data-counted-0.*--map-own-data-counted-2/);
  assert.equal(histogramWords(LAYER), '3 classes, of 4, 3 and 2 values. 1 without data.');
  assert.doesNotMatch(histogramPicture(layerOf([1, 5, 9], { kind: 'continuous' })), /author-break/);
  assert.equal(histogramPicture(layerOf(['a', 'b'], { kind: 'categories' })), '');
  assert.equal(histogramPicture(layerOf([null])), '');
  assert.match(histogramWords(layerOf([null])), /no values/);
});

test('a class that hides what is far from all others is told', () => {
  const hiding = layerOf([1, 2, 3, 4, 5, 6, 7, 8, 480], { kind: 'quantile', classes: 2 });
  assert.match(histogramWords(hiding), /One class holds 8 and 480/);
});

test('each ramp is shown on both grounds with its differences, and what is wrong with it in words and by a sign', () => {
  const good = colorsOf('oranges', 5);
  assert.equal(verdictOn(good, 'classes'), 'told apart by all readers');
  assert.equal(rampLook(good, 'classes').match(/<i style/g)?.length, 10);
  assert.doesNotMatch(rampLook(good, 'classes'), /data-fault/);
  const near = colorsOf(['#C8661F', '#C9671F'], 2);
  assert.match(verdictOn(near, 'classes'), /^too near: #C8661F and #C9671F on light ground/);
  assert.match(rampLook(near, 'classes'), /data-fault="">⚠ 0\./);
  assert.equal(verdictOn(near, 'gradient'), 'clear of the land', 'a gradient is to have near neighbours');
  assert.match(verdictOn(colorsOf(['#F5F1E6', '#000000'], 2), 'classes'), /^too faint/);
  assert.deepEqual(colorsOf(['#000000', '#ffffff'], 3).at(-1), { light: '#ffffff', dark: '#ffffff' });
  assert.ok(rampsFor('diverging').every((name) => !rampsFor('classes').includes(name)));
});
