import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotation, placeAndDraw, textsIn } from '../../support/kind-context.ts';
import { longRing } from '../../support/long-ring.ts';

const NAME = annotation({ kind: 'region', id: 'name', region: 'SY.ID', label: 'Idlib' });

test('a region whose outline has any number of vertices is named within it', () => {
  const atlas = { route: () => null, area: () => [[longRing([36.72, 35.72], 0.2)]] };
  const { marks, boxes } = placeAndDraw(NAME, 1, { atlas });
  assert.deepEqual(
    textsIn(marks).map(({ text }) => text),
    ['IDLIB'],
  );
  const [box] = boxes;
  assert.ok(box && Math.hypot((box.left + box.right) / 2 - 720, (box.top + box.bottom) / 2 - 450) < 40);
});
