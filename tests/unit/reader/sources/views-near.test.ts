import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createViewsNear, viewsIn } from '../../../../src/reader/sources/views-near.ts';
import type { OwnScene } from '../../../../src/reader/stages/own-map.ts';
import type { Section } from '../../../../src/story/story.ts';

const sectionsOf = (all: readonly (readonly (readonly string[])[])[]) =>
  all.map((data, index) => ({ index, data: data.map((views) => ({ views })) }) as unknown as Section);

const sceneOf = (index: number, shown: Readonly<Record<string, number>>) =>
  ({ section: { index }, layers: { shown } }) as unknown as OwnScene;

const ALL_SMALL = () => 1;

test('what a scene shows comes first, then the next steps and the next section, before those behind', () => {
  const sections = sectionsOf([[['a']], [['b0', 'b1', 'b2']], [['c'], ['d']], []]);
  const near = createViewsNear({ sections }, ALL_SMALL);
  assert.deepEqual(near(sceneOf(1, { b1: 1 })).wanted, ['b1', 'b2', 'b0', 'c', 'd', 'a']);
  assert.deepEqual(near(sceneOf(0, { a: 1, b0: 0 })).wanted.slice(0, 2), ['a', 'b0']);
  assert.deepEqual(near(sceneOf(0, { a: 0.4, b0: 0.6 })).wanted.slice(0, 3), ['a', 'b0', 'b1']);
  assert.deepEqual(near(sceneOf(3, {})).wanted.slice(0, 2), ['c', 'd'], 'a section without data: what is next to it');
});

test('series of different lengths in one section come step by step, in their time', () => {
  const long = ['l0', 'l1', 'l2', 'l3'];
  const near = createViewsNear({ sections: sectionsOf([[long, ['s0', 's1']]]) }, ALL_SMALL);
  assert.deepEqual(near(sceneOf(0, { l0: 1, s0: 1 })).wanted, ['l0', 's0', 'l1', 'l2', 's1', 'l3']);
});

const story = fc.array(
  fc.array(fc.array(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 24 }), { maxLength: 2 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

test('in any story: what is seen is wanted, however much it is; what is wanted is kept; each once', () => {
  fc.assert(
    fc.property(story, fc.nat(), fc.integer({ min: 1, max: 9e6 }), (all, seed, text) => {
      const index = seed % all.length;
      const shown = Object.fromEntries((all[index] ?? []).map((views) => [views[seed % views.length] ?? '', 1]));
      const scene = sceneOf(index, { ...shown, z: 0 });
      const { wanted, kept } = createViewsNear({ sections: sectionsOf(all) }, () => text)(scene);
      assert.deepEqual(new Set(wanted.slice(0, viewsIn(scene).length)), new Set(viewsIn(scene)));
      assert.equal(new Set(wanted).size, wanted.length);
      assert.ok(wanted.every((view) => kept.has(view)));
      assert.ok(!wanted.includes('z'));
    }),
  );
});

test('of much data less is near than of little', () => {
  const sections = sectionsOf([[Array.from({ length: 24 }, (_, at) => `v${at}`)]]);
  const countOf = (text: number) => createViewsNear({ sections }, () => text)(sceneOf(0, { v0: 1 })).wanted.length;
  assert.deepEqual([countOf(100), countOf(1_000_000), countOf(9_000_000)], [9, 5, 1]);
});
