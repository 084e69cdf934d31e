import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroundUse } from '../../../../src/story/ground/ground.ts';
import { groundsAt } from '../../../../src/story/ground/grounds-at.ts';
import { sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { stillSceneAt } from '../../../../src/story/scenes/still-scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { section, story } from '../../../support/story.ts';

const VIEWPORT = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
const use = (own: Partial<GroundUse>): GroundUse => ({
  show: null,
  over: 1,
  after: null,
  labels: ['', ''],
  relief: 0,
  ...own,
});
const uses = [
  null,
  use({ show: 'satellite' }),
  use({ show: 'satellite', after: 'infrared' }),
  use({ show: 'plan', over: 0.6 }),
  use({ relief: 0.5 }),
  null,
];
const timeline = buildTimeline(
  story(
    uses.map((ground, index) =>
      section(index, { layers: { emphasis: {}, tints: [], wash: 0, ...(ground ? { ground } : {}) } }),
    ),
  ),
);
const at = (along: number) => groundsAt(sceneAt(timeline, along / uses.length, VIEWPORT));
const opacityOf = (name: string, along: number) =>
  at(along)
    .filter((state) => state.name === name)
    .reduce((sum, { opacity }) => sum + opacity, 0);

test('at rest a ground is as strong as its section says, and there is none where there is none', () => {
  assert.deepEqual(at(0.5), []);
  assert.deepEqual(at(5.5), []);
  const rests = [1.5, 3.5, 4.5].flatMap((along) => at(along).map(({ name, opacity }) => [name, opacity]));
  assert.deepEqual(rests, [
    ['satellite', 1],
    ['plan', 0.6],
    ['relief', 0.5],
  ]);
});

test('on the way from section to section grounds come and go without a step, and the same both ways', () => {
  const steps = Array.from({ length: 1200 }, (_, step) => step / 200);
  for (const name of ['satellite', 'infrared', 'plan', 'relief']) {
    const least = Math.min(1, ...steps.map((along) => opacityOf(name, along)));
    assert.ok(least >= 0);
    for (const along of steps.slice(1)) {
      const top = (x: number) => Math.min(1, opacityOf(name, x));
      // A ground that the next hides may go at once where that has come.
      const isHidden = at(along).at(-1)?.opacity === 1;
      assert.ok(isHidden || Math.abs(top(along) - top(along - 1 / 200)) < 0.2, `${name} at ${along}`);
    }
  }
  assert.deepEqual(at(2.1), at(2.1));
});

test('between two that hide the map the one lies whole under the other', () => {
  for (const along of [1.9, 1.95, 2, 2.05])
    assert.ok(
      at(along).some(({ opacity }) => opacity === 1),
      `${along}`,
    );
});

test('two that are compared share the screen; the first gives way as the reader reads on', () => {
  const shares = [2.05, 2.3, 2.5, 2.7, 2.95].map(
    (along) => at(along).find(({ part }) => part === 'before')?.share ?? -1,
  );
  assert.equal(shares[0], 1);
  assert.equal(shares.at(-1), 0);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => b - a),
  );
  assert.deepEqual(
    at(2.5).map(({ name, part }) => [name, part]),
    [
      ['satellite', 'before'],
      ['infrared', 'after'],
    ],
  );
});

test('with less motion a ground is there throughout its section', () => {
  const still = (along: number) => groundsAt(stillSceneAt(timeline, along / uses.length, VIEWPORT));
  assert.deepEqual(still(1.01), still(1.99));
  assert.equal(still(1.01)[0]?.opacity, 1);
});
