import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Viewport } from '../../../../src/story/scene.ts';
import { restScene, sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { sceneIn, stillSceneAt } from '../../../../src/story/scenes/still-scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { viewports } from '../../../support/arbitraries.ts';
import { frame, scaleBar, section, story } from '../../../support/story.ts';

const DESKTOP: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const TOLD = story([
  section(0, { frame: frame({ bounds: [35.5, 33.6, 42, 37.4] }), mood: 'dusk' }),
  section(1, { frame: frame({ center: [36.677, 35.648], zoom: 11 }), annotations: [scaleBar('bar')] }),
  section(2, {
    frame: frame({ bounds: [36, 35, 37, 36.4] }),
    card: { layout: 'over', side: 'start', width: 'normal' },
  }),
]);
const within = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

test('without motion the whole section shows what it rests at, everything drawn', () => {
  const timeline = buildTimeline(TOLD);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), within, viewports, (index, along, viewport) => {
      const progress = Math.min((index + along) / 3, (index + 1) / 3 - 1e-9);
      const { progress: shown, ...scene } = stillSceneAt(timeline, progress, viewport);
      const { progress: _, ...rest } = restScene(timeline, index, viewport);
      assert.equal(shown, progress);
      assert.deepEqual(scene, rest);
      assert.ok(scene.annotations.every(({ t, opacity }) => t === 1 && opacity === 1));
    }),
  );
});

test('a section rests with everything drawn, late as some of it may begin', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (from) => {
      const sections = TOLD.sections.map((one) => ({ ...one, annotations: [scaleBar('late', [from, 1])] }));
      const timeline = buildTimeline({ ...TOLD, sections });
      for (const index of sections.keys()) {
        const drawn = restScene(timeline, index, DESKTOP).annotations.map(({ t, opacity }) => [t, opacity]);
        assert.deepEqual(drawn, [[1, 1]]);
      }
    }),
  );
});

test('without motion the end of the story and what lies beyond it are the last section', () => {
  const timeline = buildTimeline(TOLD);
  for (const progress of [1, 2]) assert.equal(stillSceneAt(timeline, progress, DESKTOP).section.index, 2);
  assert.equal(stillSceneAt(timeline, -1, DESKTOP).section.index, 0);
});

test('with and without motion the same section is being read', () => {
  const timeline = buildTimeline(TOLD);
  fc.assert(
    fc.property(within, (progress) => {
      const { section: still } = sceneIn('reduced', timeline, progress, DESKTOP);
      assert.deepEqual(still, sceneAt(timeline, progress, DESKTOP).section);
    }),
  );
  assert.deepEqual(sceneIn('full', timeline, 0.4, DESKTOP), sceneAt(timeline, 0.4, DESKTOP));
});
