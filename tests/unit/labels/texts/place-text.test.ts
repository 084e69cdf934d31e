import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToBox, intersects, isWithin } from '../../../../src/geo/boxes.ts';
import type { Box } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import { segmentHitsBox } from '../../../../src/labels/boxes-along.ts';
import { Collisions } from '../../../../src/labels/collisions.ts';
import { leaderText, setWords } from '../../../../src/labels/texts/leader-text.ts';
import { placeText } from '../../../../src/labels/texts/place-text.ts';
import { textBlock } from '../../../../src/labels/texts/text-block.ts';
import { SIDES, sidesFrom } from '../../../../src/labels/texts/text-slots.ts';
import { cameras, collisionsIn, restContext, type Setting, TOWN, viewOf } from '../../../support/kind-context.ts';

const blocksIn = (setting: Setting) =>
  [200, 150].map((width) =>
    textBlock(
      [{ text: 'the road to the north was cut', role: 'callout-body', tone: 'ink' }],
      width,
      restContext(setting),
    ),
  );

const NOWHERE: Setting = { places: {} };
const place = (setting: Setting = NOWHERE, sides = sidesFrom(null, 'ltr'), rejects?: (box: Box) => boolean) =>
  placeText([{ lngLat: TOWN, sides }], blocksIn(setting), restContext(setting), collisionsIn(setting), rejects);

const boxes: fc.Arbitrary<Box> = fc
  .record({
    left: fc.integer({ min: 300, max: 900 }),
    top: fc.integer({ min: 200, max: 700 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 10, max: 160 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));

test('a text is in the free box, and neither it nor its leader lies over what is there', () => {
  fc.assert(
    fc.property(fc.array(boxes, { maxLength: 8 }), cameras, (taken, rest) => {
      const setting = { ...NOWHERE, taken, rest };
      const placed = place(setting);
      if (placed === null) return;
      const context = restContext(setting);
      assert.ok(isWithin(placed.box, context.freeBox));
      const [x, y] = context.projection.project(TOWN);
      for (const box of taken) {
        assert.ok(!intersects(box, placed.box));
        // What the leader points at may lie at its beginning.
        if (distanceToBox([x, y], box) <= 12) continue;
        const line = placed.slot.leader.map(([dx, dy]) => [x + dx, y + dy] as const);
        line.slice(1).forEach((to, at) => {
          assert.ok(!segmentHitsBox(line[at] ?? to, to, box));
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('where nothing is in its way a text takes the first of its sides, its widest block and the shortest leader', () => {
  for (const side of SIDES) {
    const placed = place(NOWHERE, sidesFrom(side, 'ltr'));
    assert.deepEqual([placed?.slot.side, placed?.slot.distancePx], [side, 14]);
    assert.equal(placed?.block.width, blocksIn(NOWHERE)[0]?.width);
  }
});

test('a text goes elsewhere for a road or another colour under it, but is not given up for them', () => {
  const { projection } = restContext();
  const first = place()?.box;
  assert.ok(first);
  const across = [first.left - 300, first.right + 300].map((px) =>
    unproject(projection, [px, (first.top + first.bottom) / 2]),
  );
  const crossed = place({ ...NOWHERE, avoidLines: [across] });
  assert.ok(crossed && crossed.box.top !== first.top);
  const [softLng] = unproject(projection, [first.left, first.top]);
  const beside = place({ ...NOWHERE, toneAt: ([lng]) => (lng > softLng ? 'soft' : 'land') });
  assert.ok(beside && beside.box.right <= first.left);
  assert.ok(place({ ...NOWHERE, toneAt: () => 'soft' }), 'where all is soft it is placed all the same');
});

test('a text that may not stand anywhere it would fit is not placed', () => {
  assert.equal(
    place(NOWHERE, SIDES, () => true),
    null,
  );
  const all = { left: -100, top: -100, right: 2000, bottom: 2000 };
  assert.equal(place({ ...NOWHERE, taken: [all] }), null);
});

test('on a small screen a text may go nearer to the edge, where there is no good place else', () => {
  const [x, y] = restContext().projection.project(TOWN);
  const fits = (sizeClass: 'desktop' | 'phone'): boolean => {
    const [block] = blocksIn({ sizeClass });
    assert.ok(block);
    const half = block.width / 2 + 10;
    const freeBox = { left: x - half, right: x + half, top: y - 200, bottom: y + 200 };
    const context = restContext({ ...NOWHERE, screen: [1440, 900], freeBox, sizeClass });
    return placeText([{ lngLat: TOWN, sides: SIDES }], [block], context, Collisions.NONE) !== null;
  };
  assert.deepEqual([fits('desktop'), fits('phone')], [false, true]);
});

test('the leader is drawn from the place to the word, and only then the words appear', () => {
  const placed = place();
  assert.ok(placed);
  const lead = setWords(placed, restContext());
  const typesAt = (t: number) => leaderText('note', lead, t, viewOf()).map(({ type }) => type);
  assert.deepEqual(typesAt(0), []);
  assert.deepEqual(typesAt(0.4), ['path', 'circle']);
  assert.deepEqual(typesAt(0.8), ['path', 'circle', 'anchored']);
  const strengths = [0.55, 0.7, 0.9, 1].map((t) => leaderText('note', lead, t, viewOf()).at(-1)?.opacity ?? 0);
  assert.deepEqual(
    strengths,
    strengths.toSorted((a, b) => a - b),
  );
  assert.equal(strengths.at(-1), 1);
});
