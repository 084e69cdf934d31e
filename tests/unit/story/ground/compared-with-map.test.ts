import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GroundUse, MAP } from '../../../../src/story/ground/ground.ts';
import { groundsAt } from '../../../../src/story/ground/grounds-at.ts';
import { sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { section, story } from '../../../support/story.ts';

const VIEWPORT = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
const layers = section(0).layers;
const lays = (index: number, show: string, after: string | null = null) => {
  const ground: GroundUse = { show, after, over: 1, labels: ['', ''], relief: 0 };
  return section(index, { layers: { ...layers, ground } });
};

/** What lies over the map on the way from the first of two sections to the second. */
function onTheWay(first: ReturnType<typeof section>, second: ReturnType<typeof section>) {
  const timeline = buildTimeline(story([first, second]));
  return [0.85, 0.9, 0.95, 1, 1.05, 1.1].map((along) => groundsAt(sceneAt(timeline, along / 2, VIEWPORT)));
}

test('a picture goes as fast as the map comes that is compared with another', () => {
  for (const second of [lays(1, MAP, 'after'), lays(1, 'after', MAP)]) {
    const going = onTheWay(lays(0, 'before'), second).flatMap((shown) => shown.filter(({ name }) => name === 'before'));
    const opacities = going.map(({ opacity }) => opacity);
    assert.ok(
      opacities.some((opacity) => opacity > 0 && opacity < 1),
      'it is seen going',
    );
    assert.deepEqual(
      opacities,
      opacities.toSorted((a, b) => b - a),
    );
  }
});

test('the map has its side of the divider as a picture has', () => {
  const timeline = buildTimeline(story([lays(0, MAP, 'satellite'), section(1)]));
  const parts = groundsAt(sceneAt(timeline, 0.25, VIEWPORT)).map(({ name, part, opacity }) => [name, part, opacity]);
  assert.deepEqual(parts, [
    [MAP, 'before', 1],
    ['satellite', 'after', 1],
  ]);
});
