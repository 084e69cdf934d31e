import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyFiles } from '../../../../../src/content/files/story-files.ts';
import { checkNearness } from '../../../../../src/content/lint/scenes/check-nearness.ts';
import { MAX_ZOOM, nearestZoomFor, PLACE_ZOOM } from '../../../../../src/geo/camera/zoom-limits.ts';
import { createProjection } from '../../../../../src/geo/mercator.ts';
import type { Frame, Section } from '../../../../../src/story/story.ts';
import { buildTimeline } from '../../../../../src/story/timeline.ts';
import { frame, place, section, story } from '../../../../support/story.ts';

const desktop = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;

function told(own: Partial<Frame>, nearestZoom: number, more: Partial<Section> = {}) {
  const made = {
    ...story([section(0, { frame: frame(own), ...more })], [place('quay', 24, 35), place('mole', 24.002, 35)]),
    nearestZoom,
  };
  const timeline = buildTimeline(made);
  const files = storyFiles({ slug: 'a', folder: 'content/stories/a', files: [] });
  const mapIndex = {
    name: 'crete',
    bounds: [23, 34, 27, 36],
    regions: {},
    roads: {},
    languages: [],
    detail: null,
    isCredited: true,
  } as const;
  const { camera } = timeline.stop(0, desktop);
  const { metresPerPixel } = createProjection(camera, desktop.width, desktop.height);
  const problems = checkNearness({ files, story: made, timeline, mapIndex, dir: 'ltr' });
  return { camera, metresPerPixel, messages: problems.map(({ message }) => message) };
}

test('frames come as near as they ask where the ground has the detail for it, and nobody is told anything', () => {
  for (const own of [{ places: ['quay'], radiusKm: 0.6 }, { bounds: [24, 35, 24.008, 35.007] }] as const) {
    const { camera, messages } = told(own, 17);
    assert.ok(camera.zoom > 14, `zoom ${camera.zoom}`);
    assert.deepEqual(messages, []);
  }
});

test('where the ground has not, the camera stops there and the check says what is shown instead', () => {
  for (const own of [
    { places: ['quay'], radiusKm: 0.6 },
    { bounds: [24, 35, 24.008, 35.007] },
    { places: ['quay', 'mole'] },
  ] as const) {
    const { camera, messages } = told(own, 13);
    assert.ok(Math.abs(camera.zoom - 13) < 1e-6);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /about [\d.]+ km wide.*shows [\d.]+ km on every screen.*crete.*zoom 13/);
  }
});

test('a place of which nobody says how much ground should be around it is shown as ever, and without a word', () => {
  const { camera, messages } = told({ places: ['quay'] }, 17);
  assert.ok(Math.abs(camera.zoom - PLACE_ZOOM) < 1e-6);
  assert.deepEqual(messages, []);
});

test('without a map under them the story’s own shapes have no limit but the last', () => {
  const bare = { layers: { emphasis: { map: 0 }, tints: [], wash: 0 } };
  const { camera, messages } = told({ bounds: [24, 35, 24.002, 35.002] }, 13, bare);
  assert.ok(camera.zoom > 15.5);
  assert.deepEqual(messages, []);
});

test('a zoom given outright counts up to the last limit, and beyond it is told', () => {
  assert.equal(told({ center: [24, 35], zoom: 16 }, 13).camera.zoom.toFixed(6), '16.000000');
  assert.deepEqual(told({ center: [24, 35], zoom: 16 }, 13).messages, []);
  const beyond = told({ center: [24, 35], zoom: 20 }, 13);
  assert.equal(beyond.camera.zoom.toFixed(6), MAX_ZOOM.toFixed(6));
  assert.equal(beyond.messages.length, 1);
});

test('the finer a map, the nearer cameras come, within the limits', () => {
  const zooms = [5000, 300, 50, 20, 5, 0.1].map((detail) => nearestZoomFor(detail, 36));
  assert.deepEqual(
    zooms,
    zooms.toSorted((a, b) => a - b),
  );
  assert.deepEqual([zooms[0], zooms.at(-1), nearestZoomFor(0, 36)], [PLACE_ZOOM, MAX_ZOOM, MAX_ZOOM]);
});
