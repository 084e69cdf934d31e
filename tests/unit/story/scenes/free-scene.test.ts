import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLatBounds } from '../../../../src/geo/lng-lat.ts';
import { groundsAt } from '../../../../src/story/ground/grounds-at.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { freeScene, freeTimeline } from '../../../../src/story/scenes/free-scene.ts';
import { stillSceneAt } from '../../../../src/story/scenes/still-scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { frame, scaleBar, section, story } from '../../../support/story.ts';

const PHONE: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };
const chart = { id: 'chart', kind: 'inventory', draw: [0, 1], space: 'screen', items: [] } as const;
const TOLD = story([
  section(0, {
    frame: frame({ center: [36.677, 35.648], zoom: 11 }),
    mood: 'dusk',
    layers: { emphasis: { map: 0, crosses: 1 }, tints: [], wash: 0.7 },
    annotations: [scaleBar('bar'), chart],
  }),
  section(1, { frame: frame({ bounds: [36, 35, 37, 36.4] }) }),
]);
const timeline = buildTimeline(TOLD);
const rest = stillSceneAt(timeline, 0.2, PHONE);
const camera = { ...rest.camera, zoom: 9 };

test('a map the reader moves fills the screen, as it is in daylight, with nothing left out', () => {
  const free = freeScene(timeline, 0.2, camera, PHONE);
  assert.equal(free.stageHeightPx, 844);
  assert.deepEqual(free.middle, [195, 422]);
  assert.deepEqual(free.camera, camera);
  assert.equal(free.moods.paper, 1);
  assert.deepEqual(free.layers, { emphasis: { crosses: 1 }, tints: [], wash: 0 });
});

test('what lies on the ground stays on it; charts are put away', () => {
  const free = freeScene(timeline, 0.2, camera, PHONE);
  assert.deepEqual(
    free.annotations.map(({ annotation }) => annotation.kind),
    ['scale-bar'],
  );
});

test('names are placed for the camera in hand and for the whole screen', () => {
  const stop = freeTimeline(timeline, camera).stop(0, PHONE);
  assert.deepEqual(stop.camera, camera);
  assert.ok(stop.layout.freeBox.bottom - stop.layout.freeBox.top > 700);
  assert.deepEqual(
    stop.section.annotations.map(({ kind }) => kind),
    ['scale-bar'],
  );
  assert.deepEqual(timeline.stop(0, PHONE).camera, rest.camera);
});

test('between two sections the map keeps the ground of the one being read', () => {
  const ground = { show: 'satellite', over: 1, after: null, labels: ['', ''] as const, relief: 0 };
  const told = buildTimeline(story([section(0), section(1, { layers: { emphasis: {}, tints: [], wash: 0, ground } })]));
  const shown = (progress: number) => groundsAt(freeScene(told, progress, camera, PHONE));
  assert.deepEqual(shown(0.49), []);
  for (const progress of [0.51, 0.75]) {
    assert.deepEqual(
      shown(progress).map(({ name, sectionIndex, opacity }) => [name, sectionIndex, opacity]),
      [['satellite', 1, 1]],
    );
  }
});

test('wherever detail was cut, the lines of the basemap make way for it, whichever section it is of', () => {
  const [west, south] = camera.center;
  const cut = { id: 'detail-one', type: 'detail', src: '', sections: [1] } as const;
  const at = (bounds: LngLatBounds) =>
    freeScene(buildTimeline({ ...TOLD, mapSources: [{ ...cut, bounds }] }), 0.2, camera, PHONE).layers.detail;
  assert.equal(at([west - 1, south - 1, west + 1, south + 1]), 1);
  assert.equal(at([west + 1, south + 1, west + 2, south + 2]), undefined);
});
