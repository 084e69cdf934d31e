import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawShare, layOutShare } from '../../../src/charts/share.ts';
import type { RectMark } from '../../../src/marks/mark.ts';
import type { ShareAnnotation } from '../../../src/story/story.ts';
import { contextOf, textBox, textsOf } from './chart-context.ts';

const share = (part: number, whole: number, exactness: ShareAnnotation['exactness'] = 'exact'): ShareAnnotation => ({
  kind: 'share',
  id: 'aid',
  draw: [0, 1],
  part,
  whole,
  exactness,
  partLabel: '4 million benefit directly',
  wholeLabel: '11 million receive aid',
});

const rectsOf = (annotation: ShareAnnotation, t: number, context = contextOf(700, 500)): readonly RectMark[] =>
  drawShare(annotation, t, context)
    .marks.filter((mark) => mark.type === 'rect')
    .filter(({ fill }) => fill !== 'land');

test('nothing of the map shows through the strip', () => {
  const [ground, whole] = drawShare(share(4, 11), 1, contextOf(700, 500)).marks;
  assert.ok(ground?.type === 'rect' && whole?.type === 'rect' && ground.fill === 'land');
  assert.deepEqual([ground.x, ground.y, ground.width, ground.height], [whole.x, whole.y, whole.width, whole.height]);
});

test('part and whole have the proportion of their numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 300, max: 1600 }), (part, width) => {
      const { strip, partPx } = layOutShare(share(part, 100), contextOf(width, 500));
      assert.ok(Math.abs(partPx / (strip.right - strip.left) - part / 100) < 1e-9);
    }),
  );
});

test('"more than" is solid up to the figure and fades beyond it; "nearly" ends its fade at the figure', () => {
  const { partPx } = layOutShare(share(50, 100), contextOf(700, 500));
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
  assert.deepEqual(drawShare(share(4, 11), 0, contextOf(700, 500)).marks, []);
});

test('the strip moves to the head of the free box where its foot is taken', () => {
  const context = contextOf(700, 500);
  const foot = { left: 0, right: 740, top: 400, bottom: 540 };
  const { box } = layOutShare(share(4, 11), { ...context, taken: [foot] });
  assert.ok(box.bottom < 200);
});

test('a share stays in the free box, labels included', () => {
  for (const width of [280, 350, 700, 1500]) {
    const context = contextOf(width, 300);
    for (const mark of textsOf(drawShare(share(4, 11), 1, context).marks)) {
      const box = textBox(mark, context);
      assert.ok(box.left >= context.freeBox.left && box.right <= context.freeBox.right);
    }
  }
});

test('a share has no red', () => {
  assert.ok(!JSON.stringify(drawShare(share(4, 11), 1, contextOf(700, 500)).marks).includes('"red"'));
});
