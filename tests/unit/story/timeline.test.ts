import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Viewport } from '../../../src/story/scene.ts';
import { buildTimeline, LANDING, REST } from '../../../src/story/timeline.ts';
import { frame, section, story } from '../../support/story.ts';

const DESKTOP: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const PHONE: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };
const STORY = story([
  section(0, { frame: frame({ bounds: [10, 40, 12, 42] }) }),
  section(1, { frame: frame({ bounds: [20, 40, 21, 41] }) }),
]);

test('a story without sections has no way to lay it along', () => {
  assert.throws(() => buildTimeline(story([])), /Story "test" has no sections/);
});

test('each section is solved for the screen, and the same screen is not solved twice', () => {
  const timeline = buildTimeline(STORY);
  const stop = timeline.stop(0, DESKTOP);
  assert.equal(timeline.stop(0, { ...DESKTOP }), stop);
  assert.notDeepEqual(timeline.stop(0, PHONE).camera, stop.camera);
  assert.deepEqual(timeline.stop(0, DESKTOP), stop, 'solved anew it is the same');
});

test('screens that differ in direction or in being an embed are different screens', () => {
  const timeline = buildTimeline(STORY);
  const before = timeline.stop(0, DESKTOP);
  for (const other of [{ dir: 'rtl' }, { embed: true }, { figure: true }, { width: 1441 }] as const) {
    assert.notEqual(timeline.stop(0, { ...DESKTOP, ...other }), before);
  }
});

test('a journey begins and ends exactly at the cameras of its sections', () => {
  const { from, to, cameraAt } = buildTimeline(STORY).travel(0, DESKTOP);
  assert.deepEqual([from.section.id, to.section.id], ['section-0', 'section-1']);
  assert.equal(cameraAt(0), from.camera);
  assert.equal(cameraAt(1), to.camera);
  const middle = cameraAt(0.5).center[0];
  assert.ok(middle > from.camera.center[0] && middle < to.camera.center[0]);
});

test('there is no section beyond the last, and no journey to it', () => {
  const timeline = buildTimeline(STORY);
  assert.throws(() => timeline.stop(2, DESKTOP), /no section 2/);
  assert.throws(() => timeline.travel(1, DESKTOP), /no section 2/);
});

test('a link lands while the camera rests', () => {
  assert.ok(REST.start < LANDING && LANDING < REST.end);
});
