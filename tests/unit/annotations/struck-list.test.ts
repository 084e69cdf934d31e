import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawStruckList } from '../../../src/annotations/struck-list.ts';
import { distanceToBox } from '../../../src/labels/collision.ts';
import type { StruckListAnnotation } from '../../../src/story/story.ts';
import { markContext, textsIn } from './mark-context.ts';

const LIST: StruckListAnnotation = {
  kind: 'struck-list',
  id: 'l',
  draw: [0, 1],
  place: 'town',
  items: [
    { label: 'Health facilities', note: 'several shut' },
    { label: 'Bakeries', note: 'closed' },
    { label: 'Schools', note: 'mostly suspended' },
  ],
};
const strikes = (t: number): readonly string[] =>
  drawStruckList(LIST, t, markContext())
    .marks.map(({ key }) => key)
    .filter((key) => key.includes(':strike:'));

test('words are struck one by one, in their order, and all of them in the end', () => {
  assert.deepEqual(strikes(0.1), []);
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (a, b) => {
        const [fewer, more] = [strikes(Math.min(a, b)), strikes(Math.max(a, b))];
        assert.deepEqual(more.slice(0, fewer.length), fewer);
      },
    ),
  );
  assert.equal(strikes(1).length, LIST.items.length);
});

test('a struck word steps back, its note does not', () => {
  const tones = (t: number) =>
    textsIn(drawStruckList(LIST, t, markContext()).marks).map(({ role, tone }) => `${role} ${tone}`);
  assert.equal(tones(0.13).filter((tone) => tone === 'focus ink').length, 3);
  assert.equal(tones(1).filter((tone) => tone === 'focus ink-3').length, 3);
  assert.equal(tones(1).filter((tone) => tone === 'callout-body ink-2').length, 3);
});

test('the list keeps clear of its town, so that it does not read as part of the name', () => {
  const context = markContext();
  const [x, y] = context.restProjection.project(context.places['town']?.lngLat ?? [0, 0]);
  const [words] = drawStruckList(LIST, 1, context).boxes;
  assert.ok(words !== undefined && distanceToBox([x, y], words) >= 36);
});
