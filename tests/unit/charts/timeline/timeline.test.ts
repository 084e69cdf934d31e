import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawTimeline, prepareTimeline, timelineTable } from '../../../../src/charts/timeline/timeline.ts';
import type { Mark } from '../../../../src/marks/mark.ts';
import type { TimelineAnnotation } from '../../../../src/story/story.ts';
import { contextOf, overlaps, pathPoints, textBox, textsOf } from '../chart-context.ts';

const base: TimelineAnnotation = {
  kind: 'timeline',
  id: 'year',
  draw: [0, 1],
  overview: ['2019-04-01', '2019-12-31'],
  detail: ['2019-12-10', '2019-12-28'],
  events: [
    { id: 'a', date: '2019-04-01', head: 'April', body: 'an offensive on Idlib: around 1,000 civilians killed' },
    { id: 'b', date: '2019-12-16', head: '16 December', body: 'air strikes rise, the UN says' },
    { id: 'c', date: '2019-12-19', head: '19 December', body: 'from this day, dozens of towns and villages are taken' },
    {
      id: 'd',
      date: '2019-12-20',
      head: '20 December',
      body: 'a renewal of cross-border aid is vetoed; the date is inferred',
    },
  ],
  period: { from: '2019-12-12', to: '2019-12-25', fact: 'fled', label: 'people flee the region', body: 'the UN says' },
};

const words = fc.array(fc.constantFrom('towns', 'and', 'villages', 'are', 'taken', 'north', 'bakeries', 'a'), {
  maxLength: 16,
});
const day = (k: number): string => new Date(Date.UTC(2019, 3, 1 + k)).toISOString().slice(0, 10);
const anyEvent = fc.record({
  k: fc.integer({ min: 0, max: 274 }),
  body: words,
  late: fc.integer({ min: 253, max: 271 }),
  isLate: fc.boolean(),
});
const anyTimeline = fc.record({ events: fc.array(anyEvent, { maxLength: 7 }), withPeriod: fc.boolean() }).map(
  ({ events, withPeriod }): TimelineAnnotation => ({
    ...base,
    events: events.map(({ k, late, isLate, body }, i) => ({
      id: `e${i}`,
      date: day(isLate ? late : k),
      head: `Event ${i}`,
      body: body.join(' '),
    })),
    period: withPeriod ? base.period : null,
  }),
);
const ARABIC = { dir: 'rtl', locale: 'ar' } as const;
const anyContext = fc
  .record({ width: fc.integer({ min: 360, max: 1600 }), height: fc.integer({ min: 240, max: 900 }), rtl: fc.boolean() })
  .map(({ width, height, rtl }) => contextOf(width, height, rtl ? ARABIC : {}));

test('no two texts of a timeline overlap, whatever its events and its size', () => {
  fc.assert(
    fc.property(anyTimeline, anyContext, (annotation, context) => {
      const boxes = textsOf(drawTimeline(annotation, 1, context).marks).map((mark) => textBox(mark, context));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) assert.ok(!overlaps(a, b), JSON.stringify([a, b]));
      });
    }),
    { numRuns: 150 },
  );
});

const outside = (mark: Mark, context: ReturnType<typeof contextOf>): boolean => {
  const { left, right, top, bottom } = context.freeBox;
  const off = (x: number, y: number): boolean => x < left - 0.6 || x > right + 0.6 || y < top - 0.6 || y > bottom + 0.6;
  if (mark.type === 'text') {
    const box = textBox(mark, context);
    return off(box.left, box.top) || off(box.right, box.bottom);
  }
  if (mark.type === 'circle') return off(mark.cx - mark.r, mark.cy - mark.r) || off(mark.cx + mark.r, mark.cy + mark.r);
  return mark.type === 'path' && pathPoints(mark.d).some(([x, y]) => off(x, y));
};

test('nothing of a timeline lies outside the free box', () => {
  fc.assert(
    fc.property(anyTimeline, anyContext, (annotation, context) => {
      for (const mark of drawTimeline(annotation, 1, context).marks) {
        assert.ok(!outside(mark, context), JSON.stringify(mark));
      }
    }),
    { numRuns: 150 },
  );
});

test('the keys of a timeline are unique, and every key drawn on the way is there at the end', () => {
  for (const context of [contextOf(788, 780), contextOf(350, 372)]) {
    const last = drawTimeline(base, 1, context).marks.map(({ key }) => key);
    assert.equal(new Set(last).size, last.length);
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const missing = drawTimeline(base, t, context).marks.filter(({ key }) => !last.includes(key));
      assert.deepEqual(missing, []);
    }
  }
});

test('a timeline begins with nothing and its figure is complete whenever it is there', () => {
  const context = contextOf(788, 780);
  assert.deepEqual(drawTimeline(base, 0, context).marks, []);
  for (let t = 0; t <= 1; t += 0.05) {
    const numerals = textsOf(drawTimeline(base, t, context).marks).filter(({ role }) => role === 'chart-numeral');
    for (const { text } of numerals) assert.equal(text, '235,000');
  }
});

test('on a desktop and on a phone no event of the story loses its text', () => {
  for (const context of [contextOf(788, 780), contextOf(350, 372)]) {
    const texts = textsOf(drawTimeline(base, 1, context).marks).map(({ text }) => text);
    for (const { head } of base.events.slice(1)) assert.ok(texts.includes(head), head);
  }
});

const monthsIn = (annotation: TimelineAnnotation, context: ReturnType<typeof contextOf>): string[] =>
  textsOf(drawTimeline(annotation, 1, context).marks)
    .filter(({ key }) => key.includes('/month/'))
    .map(({ text }) => text);

test('where there is room every month is named, in English by its letter where there is little', () => {
  assert.equal(monthsIn(base, contextOf(788, 780)).length, 9);
  const longer = { ...base, overview: ['2018-11-01', '2019-12-31'] } as const;
  assert.equal(monthsIn(longer, contextOf(350, 560)).join(''), 'NDJFMAMJJASOND');
});

test('months that no letter tells apart are named at the ends and at events, and the others are not', () => {
  const phone = contextOf(350, 560, ARABIC);
  const late = { id: 'z', date: '2019-08-20', head: 'آب', body: '' };
  assert.deepEqual(monthsIn({ ...base, events: [late] }, phone).sort(), ['آب', 'كانون الأول', 'نيسان'].sort());
  assert.deepEqual(monthsIn({ ...base, events: [] }, phone).sort(), ['كانون الأول', 'نيسان'].sort());
});

test('no month of an Arabic timeline is a single letter, on any screen', () => {
  fc.assert(
    fc.property(anyTimeline, fc.integer({ min: 300, max: 1600 }), (annotation, width) => {
      const names = monthsIn(annotation, contextOf(width, 780, ARABIC));
      assert.ok(
        names.every((name) => name.split(' ').every((word) => word.length > 1)),
        `${names}`,
      );
      // Where height is short there is no scale of months at all.
      assert.ok(names.length === 0 || names.includes('كانون الأول'), `${names}`);
    }),
    { numRuns: 60 },
  );
});

test('only the period is red', () => {
  const marks = drawTimeline({ ...base, period: null }, 1, contextOf(788, 780)).marks;
  assert.ok(!JSON.stringify(marks).includes('"red"'));
});

test('a timeline read from the right is the mirror image of its lines', () => {
  const xs = (dir: 'ltr' | 'rtl'): number[] =>
    drawTimeline(base, 1, contextOf(788, 780, { dir })).marks.flatMap((mark) =>
      mark.type === 'circle' ? [mark.cx] : [],
    );
  const { left, right } = contextOf(788, 780).freeBox;
  assert.deepEqual(
    xs('rtl'),
    xs('ltr').map((x) => left + right - x),
  );
});

test('the table of a timeline holds every event and the period in time order', () => {
  const { rows } = timelineTable(base, contextOf(788, 780));
  assert.deepEqual(
    rows.map(([head]) => head),
    ['April', '12 December – 25 December', '16 December', '19 December', '20 December'],
  );
  assert.match(rows[1]?.[1] ?? '', /More than 235,000 people flee/);
});

test('a timeline laid out in pieces is known to whoever draws it, and looks as if it had been laid out at once', () => {
  fc.assert(
    fc.property(anyTimeline, anyContext, (annotation, context) => {
      const prepared = structuredClone(annotation);
      for (const _ of prepareTimeline(prepared, context));
      assert.equal(prepareTimeline(prepared, context).next().done, true);
      assert.deepEqual(drawTimeline(prepared, 1, context), drawTimeline(annotation, 1, context));
    }),
  );
});
