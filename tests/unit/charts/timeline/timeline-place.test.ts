import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, placeEvents, type Room, type Spot } from '../../../../src/charts/timeline/timeline-place.ts';
import { intersects, isWithin } from '../../../../src/geo/boxes.ts';
import type { TextBlock } from '../../../../src/labels/texts/text-block.ts';

const block = (width: number, height: number): TextBlock => ({ width, height, lines: [], firstMiddle: 8 });

const ROOM: Room = {
  width: 700,
  axisY: 200,
  tops: [120, 50],
  footPx: 12,
  below: { stemTop: 226, top: 240, bottom: 330, elbowPx: 22 },
  occupied: [],
};

const candidates: fc.Arbitrary<readonly Candidate[]> = fc
  .array(
    fc.record({
      u: fc.integer({ min: 0, max: 700 }),
      width: fc.integer({ min: 40, max: 220 }),
      height: fc.integer({ min: 20, max: 66 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((events) =>
    events
      .sort((a, b) => a.u - b.u)
      .map(({ u, width, height }) => ({
        u,
        blocks: [
          { block: block(width, height), cost: 0 },
          { block: block(width * 0.6, 20), cost: 20 },
        ],
      })),
  );

const placedIn = (spots: readonly (Spot | null)[]): readonly Spot[] => spots.filter((spot) => spot !== null);

test('no text of an axis lies over another, over the stem of another, or over what is there already', () => {
  const occupied = [{ left: 260, right: 420, top: 248, bottom: 320 }];
  fc.assert(
    fc.property(candidates, (events) => {
      const placed = placedIn(placeEvents(events, { ...ROOM, occupied }));
      placed.forEach((spot, at) => {
        for (const other of placed.slice(at + 1)) {
          assert.ok(!intersects(spot.box, other.box));
          assert.ok(!intersects(spot.box, other.stem) && !intersects(spot.stem, other.box));
        }
        for (const box of occupied) assert.ok(!intersects(spot.box, box));
      });
    }),
  );
});

test('texts stay within the width, above the foot of the axis or within the room below it', () => {
  fc.assert(
    fc.property(candidates, (events) => {
      const above = { left: 0, right: ROOM.width, top: 50, bottom: ROOM.axisY - ROOM.footPx };
      const below = { left: 0, right: ROOM.width, top: 240, bottom: 330 };
      for (const { place, box } of placedIn(placeEvents(events, ROOM))) {
        assert.ok(isWithin(box, place === 'above' ? above : below), JSON.stringify(box));
      }
    }),
  );
});

test('each event has an answer of its own, in order, beside its own stem', () => {
  fc.assert(
    fc.property(candidates, (events) => {
      const spots = placeEvents(events, ROOM);
      assert.equal(spots.length, events.length);
      spots.forEach((spot, at) => {
        if (spot === null) return;
        const u = events[at]?.u ?? 0;
        assert.ok(spot.stem.left <= u && u <= spot.stem.right);
        assert.ok(spot.side === 'after' ? spot.box.left > u : spot.box.right < u);
      });
    }),
  );
});

test('an event alone has its fullest text, at the lowest height, on the side with more room', () => {
  const full = { block: block(150, 60), cost: 0 };
  const short = { block: block(80, 20), cost: 20 };
  for (const [u, side] of [
    [300, 'after'],
    [400, 'before'],
  ] as const) {
    const [spot] = placeEvents([{ u, blocks: [full, short] }], ROOM);
    assert.deepEqual([spot?.block, spot?.side, spot?.box.top], [full.block, side, 120]);
  }
});

test('a text is shortened before it is left out, and left out before it stands over another', () => {
  const tight = { ...ROOM, tops: [120], below: null, width: 200 };
  const blocks = [
    { block: block(180, 40), cost: 0 },
    { block: block(70, 20), cost: 20 },
  ];
  const twice = placeEvents(
    [
      { u: 10, blocks },
      { u: 190, blocks },
    ],
    tight,
  );
  assert.deepEqual(
    twice.map((spot) => spot?.block.width),
    [70, 70],
  );
  const many = Array.from({ length: 4 }, (_, at) => ({ u: 10 + at * 2, blocks }));
  const kept = placedIn(placeEvents(many, tight));
  assert.ok(kept.length >= 1 && kept.length < 4);
});

test('nothing fits where there is no room, and then every event keeps its circle alone', () => {
  const none = { ...ROOM, tops: [], below: null };
  const blocks = [{ block: block(50, 20), cost: 0 }];
  assert.deepEqual(placeEvents([{ u: 5, blocks }], none), [null]);
  assert.deepEqual(placeEvents([{ u: 5, blocks: [{ block: block(720, 20), cost: 0 }] }], ROOM), [null]);
  assert.deepEqual(placeEvents([], ROOM), []);
});

test('of all ways to place two events the cheapest is taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 40, max: 320 }),
      (a, b, width) => {
        const blocks = [{ block: block(width, 30), cost: 0 }];
        const events = [Math.min(a, b), Math.max(a, b)].map((u) => ({ u, blocks }));
        const costOf = (spots: readonly (Spot | null)[]): number =>
          spots.reduce((sum, spot) => sum + (spot?.cost ?? 60), 0);
        const together = costOf(placeEvents(events, ROOM));
        // Placed alone each has the first choice: together they cost at least that, and never more than one left out.
        const alone = events.map((event) => costOf(placeEvents([event], ROOM)));
        assert.ok(together >= Math.min(...alone) && together <= 60 + Math.max(...alone) + 2);
      },
    ),
  );
});
