import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchStory, toDetail } from '../../../../src/reader/player/events.ts';
import { restScene } from '../../../../src/story/scenes/scene-at.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { frame, scaleBar, section, story } from '../../../support/story.ts';

const VIEWPORT = { width: 1200, height: 800, dir: 'ltr', embed: false } as const;
const timeline = buildTimeline(
  story([
    section(0, { frame: frame({ bounds: [10, 40, 12, 42] }), annotations: [scaleBar('scale', [0, 0.5])] }),
    section(1, { frame: frame({ bounds: [10, 40, 12, 42] }) }),
  ]),
);

test('what a host reads of a scene is plain, and is all of the story and nothing of the reader', () => {
  const detail = toDetail(restScene(timeline, 0, VIEWPORT));
  assert.deepEqual(Object.keys(detail).sort(), ['annotations', 'camera', 'layers', 'progress', 'section']);
  assert.equal(detail.section, 'section-0');
  assert.deepEqual(detail.annotations, [{ key: 'section-0/scale', t: 1, opacity: 1 }]);
  assert.deepEqual(structuredClone(detail), detail);
});

test('an event of the story bubbles to whoever listens above it, with what it says', () => {
  const target = new EventTarget();
  const heard: unknown[] = [];
  target.addEventListener('story:section', (event) => {
    heard.push([event.bubbles, (event as CustomEvent).detail]);
  });
  dispatchStory(target, 'story:section', { id: 'section-1', index: 1, total: 2 });
  dispatchStory(target, 'story:ready', { sections: [] });
  assert.deepEqual(heard, [[true, { id: 'section-1', index: 1, total: 2 }]]);
});
