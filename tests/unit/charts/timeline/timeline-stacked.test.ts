import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingBoxOf } from '../../../../src/charts/reading-box.ts';
import { dayY, layOutStacked, type StackedLayout, TEXT_U } from '../../../../src/charts/timeline/timeline-stacked.ts';
import type { Box } from '../../../../src/geo/lng-lat.ts';
import { annotation, chartSetting, type KindOf, restContext, type Setting } from '../../../support/kind-context.ts';

type Timeline = KindOf<'timeline'>;

const day = (k: number): string => new Date(Date.UTC(2019, 11, 10 + k)).toISOString().slice(0, 10);

const timelineOf = (days: readonly number[], own: Readonly<Record<string, unknown>> = {}): Timeline =>
  annotation({
    kind: 'timeline',
    id: 'december',
    overview: ['2019-04-01', '2019-12-31'],
    detail: ['2019-12-10', '2019-12-28'],
    events: days.map((k, at) => ({ id: `e${at}`, date: day(k), head: `Event ${at}`, body: 'some words about it' })),
    period: { from: day(2), to: day(15), fact: 'fled', label: 'people flee the region', body: 'the UN says' },
    ...own,
  });

const PHONE = chartSetting(350, 560);
const layOut = (one: Timeline, setting: Setting = PHONE): StackedLayout | null =>
  layOutStacked(one, readingBoxOf(one, restContext(setting)));

const anyDays = fc.array(fc.integer({ min: 0, max: 18 }), { minLength: 1, maxLength: 7 });
const heights = fc.integer({ min: 240, max: 900 });

test('the rows of a stack run in time order, none over another', () => {
  fc.assert(
    fc.property(anyDays, heights, (days, height) => {
      const rows = layOut(timelineOf(days), chartSetting(350, height))?.rows ?? [];
      rows.forEach((row, at) => {
        const next = rows[at + 1];
        if (next === undefined) return;
        assert.ok(next.dayY >= row.dayY, `${row.id} and ${next.id}`);
        assert.ok(next.box.top >= row.box.bottom, `${row.id} and ${next.id}`);
      });
    }),
  );
});

test('all of a stack is within the free box: rows beside the axis, the figure and its words at the foot', () => {
  fc.assert(
    fc.property(anyDays, heights, (days, height) => {
      const setting = chartSetting(350, height);
      const { freeBox } = restContext(setting);
      const layout = layOut(timelineOf(days), setting);
      if (layout === null) return;
      const { axis, rows, figure, words } = layout;
      const boxes: readonly Box[] = [...rows, figure, words].flatMap((part) => (part === null ? [] : [part.box]));
      for (const box of boxes) {
        assert.ok(box.left >= 0 && box.right <= freeBox.right - freeBox.left);
        assert.ok(box.top >= freeBox.top - 0.01 && box.bottom <= freeBox.bottom + 0.01, JSON.stringify(box));
      }
      for (const { box } of rows) assert.equal(box.left, TEXT_U);
      assert.ok(axis.top < axis.bottom);
      if (figure !== null) for (const { box } of rows) assert.ok(box.bottom <= figure.box.top);
    }),
  );
});

test('an event near nothing else stands at its day', () => {
  const one = timelineOf([9], { period: null });
  const layout = layOut(one);
  const [row] = layout?.rows ?? [];
  assert.ok(layout && row);
  assert.equal(row.dayY, dayY(layout.axis, Date.parse(`${day(9)}T00:00:00Z`) / 86_400_000));
  assert.ok(row.box.top < row.dayY && row.dayY < row.box.bottom);
});

test('the ends of the period have rows of their own, but not on a day that has an event', () => {
  const endsOf = (days: readonly number[]): number =>
    (layOut(timelineOf(days), chartSetting(350, 760))?.rows ?? []).filter(({ event }) => !event).length;
  assert.equal(endsOf([6]), 2);
  assert.equal(endsOf([2, 6]), 1);
});

test('where height is short the overview goes before the words, and never an event', () => {
  const one = timelineOf([1, 4, 8, 12]);
  const heightsDown = Array.from({ length: 30 }, (_, at) => 760 - at * 20);
  const laid = heightsDown.map((height) => layOut(one, chartSetting(350, height)));
  const given = laid.flatMap((layout) => (layout === null ? [] : [[layout.overview !== null, layout.words !== null]]));
  assert.deepEqual(given[0], [true, true]);
  for (const [hasOverview, hasWords] of given) assert.ok(hasWords || !hasOverview);
  for (const layout of laid) if (layout) assert.equal(layout.rows.filter(({ event }) => event).length, 4);
  assert.ok(laid.some((layout) => layout?.overview === null && layout.words !== null));
});

test('a box too small for its list has no stack at all', () => {
  assert.equal(layOut(timelineOf([1, 3, 5, 7, 9, 11]), chartSetting(350, 140)), null);
  assert.equal(layOut(timelineOf([1]), chartSetting(60, 600)), null);
});

test('a timeline without an overview loses nothing else for it', () => {
  const layout = layOut(timelineOf([1, 5], { overview: null }));
  assert.equal(layout?.overview, null);
  assert.ok(layout?.words !== null);
});
