import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOutShare, roundedShare } from '../../../src/charts/share.ts';
import type { RectMark } from '../../../src/marks/mark.ts';
import { textBox, textsOf } from '../../support/chart-marks.ts';
import {
  annotation,
  chartSetting,
  collisionsIn,
  type KindOf,
  marksOf,
  restContext,
  type Setting,
} from '../../support/kind-context.ts';

type Share = KindOf<'share'>;

const share = (part: number, whole: number, exactness: Share['exactness'] = 'exact'): Share =>
  annotation({
    kind: 'share',
    id: 'aid',
    part,
    whole,
    exactness,
    partLabel: '4 million benefit directly',
    wholeLabel: '11 million receive aid',
  });

const WIDE = chartSetting(700, 500);
const layOut = (one: Share, setting: Setting = WIDE) => layOutShare(one, restContext(setting), collisionsIn(setting));

const rectsOf = (one: Share, t: number): readonly RectMark[] =>
  marksOf(one, t, WIDE)
    .filter((mark) => mark.type === 'rect')
    .filter(({ fill }) => fill !== 'land');

test('nothing of the map shows through the strip', () => {
  const [ground, whole] = marksOf(share(4, 11), 1, WIDE);
  assert.ok(ground?.type === 'rect' && whole?.type === 'rect' && ground.fill === 'land');
  assert.deepEqual([ground.x, ground.y, ground.width, ground.height], [whole.x, whole.y, whole.width, whole.height]);
});

test('part and whole have the proportion of their numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 300, max: 1600 }), (part, width) => {
      const { strip, partPx } = layOut(share(part, 100), chartSetting(width, 500));
      assert.ok(Math.abs(partPx / (strip.right - strip.left) - part / 100) < 1e-9);
    }),
  );
});

test('"more than" is solid up to the figure and fades beyond it; "nearly" ends its fade at the figure', () => {
  const { partPx } = layOut(share(50, 100));
  const [, solid, ...more] = rectsOf(share(50, 100, 'more-than'), 1);
  assert.ok(Math.abs((solid?.width ?? 0) - partPx) < 0.1);
  assert.equal(Math.round(more.reduce((sum, { width }) => sum + width, 0)), 12);
  const [whole, ...parts] = rectsOf(share(50, 100, 'nearly'), 1);
  const end = Math.max(...parts.map(({ x, width }) => x + width)) - (whole?.x ?? 0);
  assert.ok(Math.abs(end - partPx) < 0.2);
});

test('the fade only ever gets fainter', () => {
  const opacities = rectsOf(share(50, 100, 'more-than'), 1)
    .slice(1)
    .map(({ fillOpacity = 1 }) => fillOpacity);
  assert.deepEqual(
    opacities,
    [...opacities].sort((a, b) => b - a),
  );
});

test('t draws the part and nothing else', () => {
  let before = -1;
  for (let t = 0.1; t <= 1; t += 0.1) {
    const [whole, part] = rectsOf(share(4, 11), t);
    assert.equal(whole?.width, rectsOf(share(4, 11), 1)[0]?.width);
    assert.ok((part?.width ?? 0) > before);
    before = part?.width ?? 0;
  }
  assert.deepEqual(marksOf(share(4, 11), 0, WIDE), []);
});

test('the strip moves to the head of the free box where its foot is taken', () => {
  const foot = { left: 0, right: 740, top: 400, bottom: 540 };
  const { box } = layOut(share(4, 11), { ...WIDE, taken: [foot] });
  assert.ok(box.bottom < 200);
});

test('a share stays in the free box, labels included', () => {
  for (const width of [280, 350, 700, 1500]) {
    const setting = chartSetting(width, 300);
    const context = restContext(setting);
    for (const mark of textsOf(marksOf(share(4, 11), 1, setting))) {
      const box = textBox(mark, context);
      assert.ok(box.left >= context.freeBox.left && box.right <= context.freeBox.right);
    }
  }
});

test('a share has no red', () => {
  assert.ok(!JSON.stringify(marksOf(share(4, 11), 1, WIDE)).includes('"red"'));
});

test('a share is never rounded to none or to all where it is neither', () => {
  assert.equal(roundedShare(4, 11), 36);
  assert.equal(roundedShare(4, 10_000), 0.04);
  assert.equal(roundedShare(9_997, 10_000), 99.97);
  assert.equal(roundedShare(5, 5), 100);
});
