import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Projection } from '../../../src/geo/lng-lat.ts';
import type { PathMark } from '../../../src/marks/mark.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';
import { projectedGroup, withStrokes } from '../../../src/marks/projected-group.ts';
import { projectedPath } from '../../../src/marks/screen-path.ts';
import { cameras, pointsOf, REST, ROAD, viewOf } from '../../support/kind-context.ts';

const road = (projection: Projection): readonly PathMark[] => [
  { type: 'path', key: 'road', d: projectedPath([ROAD], projection), stroke: 'red', strokeWidth: 2 },
];

test('wherever the camera is, lines lie where their places are', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const context = viewOf({ camera });
      const [line] = plainMarks(projectedGroup(ROAD, 'way', [], context, road));
      assert.ok(line?.type === 'path' && line.key === 'way:road');
      for (const [index, [x, y]] of pointsOf(line.d).entries()) {
        const [wantedX, wantedY] = context.projection.project(ROAD[index] ?? [0, 0]);
        assert.ok(Math.hypot(x - wantedX, y - wantedY) < 0.1);
      }
    }),
  );
});

test('they are drawn once for all cameras that look straight down, and anew for what they depend on', () => {
  const owner = {};
  let times = 0;
  const drawnAt = (zoom: number, share: number) =>
    projectedGroup(owner, 'way', [share], viewOf({ camera: { ...REST, zoom } }), (projection) => {
      times += 1;
      return road(projection);
    })[0]?.marks;
  const first = drawnAt(9, 1);
  assert.equal(drawnAt(10, 1), first);
  assert.equal(times, 1);
  drawnAt(10, 0.5);
  assert.equal(times, 2);
});

test('what depends on something more is drawn anew, too', () => {
  const owner = {};
  const drawnFor = (causes: readonly unknown[]) => projectedGroup(owner, 'way', causes, viewOf(), road)[0]?.marks;
  const first = drawnFor([]);
  assert.notEqual(drawnFor(['road']), first);
  assert.equal(drawnFor(['road']), drawnFor(['road']));
});

test('strokes change without a change of shapes', () => {
  const lines = projectedGroup(ROAD, 'way', [], viewOf(), road);
  const [thin] = withStrokes(lines, () => ({ strokeWidth: 1 }));
  assert.deepEqual(thin, { ...lines[0], marks: lines[0]?.marks.map((mark) => ({ ...mark, strokeWidth: 1 })) });
});
