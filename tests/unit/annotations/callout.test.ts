import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Box } from '../../../src/geo/lng-lat.ts';
import { overlaps } from '../../../src/labels/collision.ts';
import {
  annotation,
  cameras,
  type KindOf,
  markOf,
  marksOf,
  placeAndDraw,
  pointsOf,
  restContext,
  type Setting,
  sizeClasses,
  TOWN,
  textsIn,
  viewOf,
} from '../../support/kind-context.ts';

/** A callout's box holds the halo round its words. */
const HALO = 4;
const CALLOUT = annotation({
  kind: 'callout',
  id: 'c',
  place: 'town',
  head: 'How near the advance had come',
  body: 'by 27 December. The account gives a distance but no direction.',
});

test('the dot is on its place at any camera', () => {
  fc.assert(
    fc.property(cameras, sizeClasses, fc.double({ min: 0.2, max: 1, noNaN: true }), (camera, sizeClass, t) => {
      const setting = { camera, sizeClass };
      const dot = markOf(marksOf(CALLOUT, t, setting), 'circle', 'c:dot');
      const [x, y] = viewOf(setting).projection.project(TOWN);
      assert.ok(Math.hypot(dot.cx - x, dot.cy - y) < 0.1);
    }),
  );
});

test('the text keeps its offset from the dot while the camera moves', () => {
  const offsetAt = (setting?: Setting) => {
    const marks = marksOf(CALLOUT, 1, setting);
    const [dot, head] = [markOf(marks, 'circle', 'c:dot'), markOf(marks, 'text', 'c:text:0')];
    return [head.x - dot.cx, head.y - dot.cy] as const;
  };
  const still = offsetAt();
  fc.assert(
    fc.property(cameras, (camera) => {
      const moved = offsetAt({ camera });
      assert.ok(Math.abs(moved[0] - still[0]) < 0.11 && Math.abs(moved[1] - still[1]) < 0.11);
    }),
  );
});

test('a leader has at most one bend, begins at the dot, and is drawn before the words appear', () => {
  for (const side of ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const) {
    const whole = marksOf({ ...CALLOUT, side }, 1);
    const points = pointsOf(markOf(whole, 'path', 'c:leader').d);
    const dot = markOf(whole, 'circle', 'c:dot');
    assert.ok(points.length === 2 || points.length === 3);
    assert.ok(Math.hypot((points[0]?.[0] ?? 0) - dot.cx, (points[0]?.[1] ?? 0) - dot.cy) < 0.1);
    const early = marksOf({ ...CALLOUT, side }, 0.3);
    assert.deepEqual(textsIn(early), []);
    assert.notEqual(markOf(early, 'path', 'c:leader').d, markOf(whole, 'path', 'c:leader').d);
  }
});

test('the asked side is taken where it is free', () => {
  const [x, y] = restContext().projection.project(TOWN);
  const middleOf = (side: KindOf<'callout'>['side']) => {
    const [box] = placeAndDraw({ ...CALLOUT, side }, 1).boxes as [Box];
    return [(box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y] as const;
  };
  assert.ok(middleOf('e')[0] > 0);
  assert.ok(middleOf('w')[0] < 0);
  assert.ok(middleOf('n')[1] < 0);
  assert.ok(middleOf('s')[1] > 0);
});

test('a body never has more than three lines on a wide screen, and callouts keep 16 px from its free box', () => {
  const { freeBox } = restContext();
  const { marks, boxes } = placeAndDraw(CALLOUT, 1);
  assert.ok(textsIn(marks).filter(({ role }) => role === 'callout-body').length <= 3);
  const [box] = boxes as [Box];
  assert.ok(box.left + 4 >= freeBox.left + 16 && box.right - 4 <= freeBox.right - 16);
});

test('any number of callouts on any points never overlap', () => {
  const points = fc.tuple(
    fc.double({ min: 36.5, max: 36.95, noNaN: true }),
    fc.double({ min: 35.55, max: 35.9, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(points, { minLength: 2, maxLength: 6 }), sizeClasses, (anchors, sizeClass) => {
      let taken: readonly Box[] = [];
      for (const at of anchors) {
        const { boxes } = placeAndDraw({ ...CALLOUT, place: undefined, at }, 1, { sizeClass, taken });
        const [text] = boxes;
        if (text === undefined) continue;
        assert.ok(taken.every((box) => !overlaps(box, text)));
        taken = [...taken, ...boxes];
      }
    }),
    { numRuns: 60 },
  );
});

test('the body goes before the head where there is little room, and where there is none nothing is drawn', () => {
  const sizeClass = 'embed';
  const [x, y] = restContext({ sizeClass }).projection.project(TOWN);
  const within = (px: number): Setting => ({
    sizeClass,
    freeBox: { left: x - 6, top: y - px / 2, right: x + 260, bottom: y + px / 2 },
  });
  const short = placeAndDraw({ ...CALLOUT, head: 'The town' }, 1, within(64));
  assert.equal(textsIn(short.marks).length, 1);
  assert.equal(short.isComplete, false);
  assert.equal(placeAndDraw(CALLOUT, 1, within(400)).isComplete, true);
  assert.equal(placeAndDraw(CALLOUT, 1, within(20)).placement, null);
});

test('a callout that says the name of its place takes the label’s part', () => {
  assert.deepEqual(placeAndDraw({ ...CALLOUT, head: 'Maaret al-Numan' }, 1).names, ['town']);
  assert.deepEqual(placeAndDraw(CALLOUT, 1).names, []);
});

test('a text goes to another side rather than across a road', () => {
  const [lng, lat] = TOWN;
  const road = [
    [lng + 0.03, lat - 0.3],
    [lng + 0.03, lat + 0.3],
  ] as const;
  const boxOf = (avoidLines: NonNullable<Setting['avoidLines']>): Box | undefined =>
    placeAndDraw({ ...CALLOUT, side: 'e' }, 1, { avoidLines }).boxes[0];
  const [x] = restContext().projection.project(road[0]);
  const [open, kept] = [boxOf([]), boxOf([road])];
  assert.ok(open !== undefined && open.left < x && open.right > x, 'the road would be crossed');
  assert.ok(kept !== undefined && (kept.right - HALO < x || kept.left + HALO > x));
});
