import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkTravel, travelLength } from '../../../../../src/content/lint/scenes/check-travel.ts';
import type { SceneCheck } from '../../../../../src/content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS } from '../../../../../src/content/lint/scenes/tested-screens.ts';
import { readMapIndexes } from '../../../../../src/site/content/read-content.ts';
import { detailOf } from '../../../../../src/story/shapes/map-detail.ts';
import { buildTimeline } from '../../../../../src/story/timeline.ts';
import { frame, section, story } from '../../../../support/story.ts';

const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
const at = (index: number, lng: number, zoom: number) => section(index, { frame: frame({ center: [lng, 40], zoom }) });
const lengthOf = (...ends: readonly [number, number][]): number => {
  const timeline = buildTimeline(story(ends.map(([lng, zoom], index) => at(index, lng, zoom))));
  return travelLength(timeline.travel(0, viewport), viewport);
};

test('a journey is the longer, the farther it goes and the deeper it dives; standing still is none', () => {
  assert.equal(lengthOf([10, 8], [10, 8]), 0);
  assert.ok(lengthOf([10, 8], [11, 8]) < lengthOf([10, 8], [14, 8]));
  assert.ok(lengthOf([10, 8], [10, 9]) < lengthOf([10, 8], [10, 12]));
});

test('a journey and its way back are equally long', () => {
  assert.ok(Math.abs(lengthOf([10, 6], [14, 10]) - lengthOf([14, 10], [10, 6])) < 0.02);
});

test('a way may be as much longer as it takes a larger share of the scroll', () => {
  const racing = (travelShare?: number) => {
    const sections = [at(0, 10, 6), { ...at(1, 10, 15), ...(travelShare ? { travelShare } : {}) }];
    const told = story(sections);
    const files = { raw: { folder: 'content/stories/test', files: [] } };
    const check = { files, story: told, timeline: buildTimeline(told), dir: 'ltr' } as unknown as SceneCheck;
    return checkTravel(check).map(({ name }) => name);
  };
  assert.deepEqual(racing(), ['RacingTravel']);
  assert.deepEqual(racing(1.5), []);
});

test('the detail of a committed basemap is near the metres it was made with', async () => {
  const { levant } = await readMapIndexes(join(import.meta.dirname, '..', '..', '..', '..', '..', 'public', 'basemap'));
  assert.ok(levant);
  const detail = detailOf(levant);
  assert.ok(detail > 70 && detail < 160, String(detail));
});

test('screens are named as a reader would, and all of them as one', () => {
  assert.equal(screenWords(TESTED_SCREENS), 'on every screen');
  assert.equal(screenWords(TESTED_SCREENS.slice(1, 2)), 'on a phone');
  assert.equal(screenWords(TESTED_SCREENS.slice(1, 4)), 'on a phone, a tablet and a desktop');
});
