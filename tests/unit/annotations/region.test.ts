import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawRegion } from '../../../src/annotations/region.ts';
import type { RegionAnnotation } from '../../../src/story/story.ts';
import { longRing } from '../../support/long-ring.ts';
import { markContext, textsIn } from './mark-context.ts';

const annotation: RegionAnnotation = {
  kind: 'region',
  id: 'name',
  draw: [0, 1],
  region: 'SY.ID',
  label: 'Idlib',
  at: null,
};

test('a region whose outline has any number of vertices is named within it', () => {
  const context = markContext();
  const atlas = { ...context.atlas, area: () => [[longRing([36.72, 35.72], 0.2)]] };
  const { marks, boxes } = drawRegion(annotation, 1, { ...context, atlas });
  assert.deepEqual(
    textsIn(marks).map(({ text }) => text),
    ['IDLIB'],
  );
  const [box] = boxes;
  assert.ok(box && Math.hypot((box.left + box.right) / 2 - 720, (box.top + box.bottom) / 2 - 450) < 40);
});
