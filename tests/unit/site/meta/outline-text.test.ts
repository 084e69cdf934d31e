import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTextOutliner } from '../../../../src/site/meta/outline-text.ts';

const ltr = await createTextOutliner('ltr');
const rtl = await createTextOutliner('rtl');

/** Left ends of the stretches of a line, in the order in which they are drawn. */
const startsOf = (svg: string): readonly number[] =>
  [...svg.matchAll(/translate\(([\d.]+) 100\) scale/g)].map(([, x]) => Number(x));

test('a line has a shape for each of its letters, and begins where it is told', () => {
  const svg = ltr.outline('Leaving', 60, 64, 100);
  assert.equal([...svg.matchAll(/<path/g)].length, 7);
  assert.deepEqual(startsOf(svg), [64]);
  assert.doesNotMatch(svg, /NaN|undefined|<text/);
});

test('a line twice as large is about twice as wide', () => {
  const share = ltr.width('Leaving', 72) / ltr.width('Leaving', 36);
  assert.ok(share > 1.8 && share < 2.3, String(share));
});

test('in a line of both scripts each is set in its face, in the order of the text’s direction', () => {
  const text = 'خبر AFP';
  const [first] = startsOf(rtl.outline(text, 40, 0, 100));
  assert.equal(first, 0);
  assert.equal(startsOf(rtl.outline(text, 40, 0, 100)).length, 2);
  const latinWidth = rtl.width('AFP', 40);
  const second = startsOf(rtl.outline(text, 40, 0, 100))[1] ?? 0;
  assert.ok(Math.abs(second - latinWidth) < 12, 'what comes first in the text stands right of what comes after it');
});

test('it is said beforehand where a letter is not in the faces', () => {
  assert.equal(ltr.canSet('Straße – “Żółć” 1,200'), true);
  assert.equal(rtl.canSet('الرحيل عن معرة النعمان ٢٠١٩'), true);
  assert.equal(ltr.canSet('Паром'), false);
  assert.equal(ltr.canSet('渡し船'), false);
});
