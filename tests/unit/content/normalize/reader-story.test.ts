import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toReaderStory } from '../../../../src/content/normalize/reader-story.ts';
import { sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { place, scaleBar, section, story } from '../../../support/story.ts';

test('the reader’s story gives the same scenes as the whole one', () => {
  const whole = story([section(0), section(1, { annotations: [scaleBar('bar')] })], [place('a', 11, 41)]);
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  const of = (told: typeof whole) => sceneAt(buildTimeline(told), 0.7, viewport);
  assert.deepEqual(of(toReaderStory(whole)), of(whole));
});

test('facts that no annotation draws stay behind', () => {
  const fact = {
    id: 'x',
    value: 1,
    unit: '',
    qualifier: '',
    figure: '1',
    text: 'One',
    period: '',
    sources: [],
    authority: '',
    note: '',
    untranslated: [],
  };
  assert.deepEqual(toReaderStory({ ...story([section(0)]), facts: { x: fact } }).facts, {});
});
