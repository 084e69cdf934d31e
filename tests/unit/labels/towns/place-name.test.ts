import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { grow, intersects, isWithin } from '../../../../src/geo/boxes.ts';
import type { Box } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import type { Segment } from '../../../../src/labels/boxes-along.ts';
import { Collisions } from '../../../../src/labels/collisions.ts';
import { type NameWish, placeName } from '../../../../src/labels/towns/place-name.ts';
import { restContext, type Setting, TOWN } from '../../../support/kind-context.ts';

const WORDS = {
  first: 'Maaret al-Numan',
  second: 'معرة النعمان',
  firstLang: 'en',
  secondLang: 'ar',
  role: 'rank-1',
  tone: 'ink',
} as const;
const WISH: NameWish = { rank: 1, words: WORDS, wanted: false };
const [X, Y] = restContext().projection.project(TOWN);

interface Around {
  readonly taken?: readonly Box[];
  readonly lines?: readonly Segment[];
  readonly crossable?: readonly Box[];
  readonly room?: Box;
  readonly setting?: Setting;
}

function place(wish: NameWish, around: Around = {}) {
  const context = restContext(around.setting);
  const { taken = [], lines = [], crossable = [], room = context.freeBox } = around;
  return placeName({ lngLat: TOWN }, wish, Collisions.of(taken), { room, lines, context }, crossable);
}

const boxes: fc.Arbitrary<Box> = fc
  .record({
    dx: fc.integer({ min: -260, max: 200 }),
    dy: fc.integer({ min: -80, max: 60 }),
    width: fc.integer({ min: 8, max: 160 }),
    height: fc.integer({ min: 8, max: 60 }),
  })
  .map(({ dx, dy, width, height }) => ({
    left: X + dx,
    top: Y + dy,
    right: X + dx + width,
    bottom: Y + dy + height,
  }));

test('a name is in its room and clear of all that is there', () => {
  fc.assert(
    fc.property(fc.array(boxes, { maxLength: 6 }), (taken) => {
      const { freeBox } = restContext();
      for (const row of place(WISH, { taken })?.rows ?? []) {
        assert.ok(isWithin(row, freeBox));
        for (const box of taken) assert.ok(!intersects(row, box));
      }
    }),
  );
});

test('a name stands to the right of its place, then left, below and above, as each is taken', () => {
  const east = { left: X + 8, right: X + 400, top: Y - 300, bottom: Y + 300 };
  const west = { left: X - 400, right: X - 8, top: Y - 300, bottom: Y + 300 };
  const below = { left: X - 400, right: X + 400, top: Y + 4, bottom: Y + 300 };
  const sides = [
    [],
    [east],
    [
      { ...east, top: Y - 5, bottom: Y + 5 },
      { ...west, top: Y - 5, bottom: Y + 5 },
    ],
    [below],
  ];
  assert.deepEqual(
    sides.map((taken) => place(WISH, { taken })?.side),
    ['e', 'w', 's', 'n'],
  );
});

test('a preferred side is taken before all others, where it is free', () => {
  for (const prefer of ['e', 'w', 's', 'n'] as const) assert.equal(place({ ...WISH, prefer })?.side, prefer);
  const above = { left: X - 300, right: X + 300, top: Y - 200, bottom: Y - 2 };
  assert.notEqual(place({ ...WISH, prefer: 'n' }, { taken: [above] })?.side, 'n');
});

const ROAD_EAST: Segment = [
  [X, Y],
  [X + 600, Y],
];
const roads: readonly Segment[] = [
  ROAD_EAST,
  [
    [X, Y],
    [X - 600, Y],
  ],
];

test('a name keeps off a road where it can', () => {
  assert.notEqual(place(WISH, { lines: [ROAD_EAST] })?.side, 'e');
  const neither = place(WISH, { lines: roads });
  assert.ok(neither?.side === 's' || neither?.side === 'n');
});

test('across a road stand only names that matter: of first rank, of the focus, and those a section asks for', () => {
  const everywhere: readonly Segment[] = Array.from({ length: 80 }, (_, at) => [
    [X - 400, Y - 200 + at * 5],
    [X + 400, Y - 200 + at * 5],
  ]);
  const isPlaced = (own: Partial<NameWish>) => place({ ...WISH, ...own }, { lines: everywhere }) !== null;
  assert.deepEqual([isPlaced({ rank: 1 }), isPlaced({ rank: 'focus' })], [true, true]);
  assert.deepEqual([isPlaced({ rank: 2 }), isPlaced({ rank: 3 })], [false, false]);
  assert.equal(isPlaced({ rank: 3, wanted: true }), true);
});

test('of the pieces of lines it may stand over, a name covers as few as it can', () => {
  const pieces = Array.from({ length: 20 }, (_, at) => ({
    left: X + 10 + at * 10,
    right: X + 16 + at * 10,
    top: Y - 3,
    bottom: Y + 3,
  }));
  const placed = place(WISH, { crossable: pieces });
  assert.ok(placed && placed.side !== 'e');
});

test('a name stands on one plain background where it can, and its halo has that colour', () => {
  const context = restContext();
  const [edge] = unproject(context.projection, [X + 40, Y]);
  const placed = place(WISH, { setting: { toneAt: ([lng]) => (lng > edge ? 'tint' : 'land') } });
  assert.equal(placed?.side, 'w');
  assert.equal(placed?.halo, 'land');
  assert.equal(place(WISH, { setting: { toneAt: () => 'sea' } })?.halo, 'sea');
});

test('a name without any room is not placed', () => {
  assert.equal(place(WISH, { room: { left: X - 20, right: X + 20, top: Y - 20, bottom: Y + 20 } }), null);
  assert.equal(place(WISH, { taken: [grow({ left: X, right: X, top: Y, bottom: Y }, 800)] }), null);
});
