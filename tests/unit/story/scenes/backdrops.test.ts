import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Backdrop } from '../../../../src/story/media/medium.ts';
import { sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { stillSceneAt } from '../../../../src/story/scenes/still-scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { section, story } from '../../../support/story.ts';

const VIEWPORT = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
const backdrop = (src: string): Backdrop => ({ src, portrait: src, from: null, to: null, scrub: false });
const told = story([
  section(0),
  section(1, { backdrop: backdrop('a.jpg') }),
  section(2, { backdrop: backdrop('b.jpg') }),
  section(3),
]);
const timeline = buildTimeline(told);
const at = (along: number) => sceneAt(timeline, along / 4, VIEWPORT);

test('a backdrop stands whole where its section rests, and the map where there is none', () => {
  assert.deepEqual(at(0.5).backdrops, []);
  assert.deepEqual(at(3.5).backdrops, []);
  assert.deepEqual(
    at(1.5).backdrops.map(({ sectionIndex, opacity }) => [sectionIndex, opacity]),
    [[1, 1]],
  );
});

test('no names of the map stand where a backdrop rests', () => {
  assert.deepEqual(at(1.5).labels, []);
  assert.equal(at(0.5).labels.length, 1);
});

test('it comes over the map, another comes over it whole, and it leaves the map again', () => {
  for (let along = 0; along <= 4; along += 0.01) {
    const states = at(along).backdrops;
    const under = states.length > 1 ? (states[0]?.opacity ?? 0) : 1;
    assert.equal(under, 1, `the map shines through at ${along}`);
  }
  const opacities = [0.8, 0.9, 1, 1.1, 1.2].map((along) => at(along).backdrops.at(-1)?.opacity ?? 0);
  assert.deepEqual(
    opacities,
    [...opacities].sort((a, b) => a - b),
  );
});

test('it moves with the reader through its section and nowhere else, the same both ways', () => {
  assert.ok(at(0.95).backdrops.every(({ t }) => t === 0));
  assert.ok(at(1.25).backdrops[0]?.t === 0.25);
  assert.ok(at(2.05).backdrops.every(({ sectionIndex, t }) => sectionIndex !== 1 || t === 1));
  assert.deepEqual(at(1.6).backdrops, at(1.6).backdrops);
});

test('for readers who want less motion it stands still throughout its section', () => {
  const states = [1.01, 1.3, 1.99].map((along) => stillSceneAt(timeline, along / 4, VIEWPORT).backdrops);
  assert.deepEqual(states[0], states[1]);
  assert.deepEqual(states[1], states[2]);
  assert.equal(states[0]?.length, 1);
});
