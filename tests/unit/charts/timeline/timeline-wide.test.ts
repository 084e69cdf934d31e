import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingBoxOf } from '../../../../src/charts/reading-box.ts';
import { layOutWide, type PlacedAxis, type WideLayout } from '../../../../src/charts/timeline/timeline-wide.ts';
import { annotation, chartSetting, type KindOf, restContext, type Setting } from '../../../support/kind-context.ts';

type Timeline = KindOf<'timeline'>;

const EVENTS = [
  { id: 'april', date: '2019-04-20', head: 'April', body: 'an offensive begins' },
  { id: 'early', date: '2019-12-12', head: '12 December', body: 'air strikes rise' },
  { id: 'late', date: '2019-12-24', head: '24 December', body: 'dozens of towns are taken' },
];

const timelineOf = (own: Readonly<Record<string, unknown>> = {}): Timeline =>
  annotation({
    kind: 'timeline',
    id: 'year',
    overview: ['2019-04-01', '2019-12-31'],
    detail: ['2019-12-10', '2019-12-28'],
    events: EVENTS,
    period: { from: '2019-12-12', to: '2019-12-25', fact: 'fled', label: 'people flee', body: 'the UN says' },
    ...own,
  });

const DESKTOP = chartSetting(900, 600);

function layOut(one: Timeline, setting: Setting = DESKTOP): WideLayout {
  const tried = layOutWide(one, readingBoxOf(one, restContext(setting)));
  assert.ok(tried !== null);
  return tried.layout;
}

const idsOn = (axis: PlacedAxis | null): readonly string[] => axis?.events.map(({ event }) => event.id) ?? [];

test('each event stands once: on the axis of days if they show it, else on that of months', () => {
  const { overview, detail } = layOut(timelineOf());
  assert.deepEqual(idsOn(overview), ['april']);
  assert.deepEqual(idsOn(detail), ['early', 'late']);
});

test('events stand in time order however they are written', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(EVENTS, { minLength: 3, maxLength: 3 }), (events) => {
      const { overview, detail } = layOut(timelineOf({ events }));
      assert.deepEqual([...idsOn(overview), ...idsOn(detail)], ['april', 'early', 'late']);
      const us = detail.events.map(({ u }) => u);
      assert.deepEqual(
        us,
        us.toSorted((a, b) => a - b),
      );
    }),
  );
});

test('months lie above, days below, and the funnel between them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 560, max: 1600 }), fc.integer({ min: 260, max: 900 }), (width, height) => {
      const setting = chartSetting(width, height);
      const { freeBox } = restContext(setting);
      const { overview, funnelY, detail, numeral } = layOut(timelineOf(), setting);
      if (overview !== null) assert.ok(freeBox.top <= overview.y && overview.y < funnelY);
      assert.ok(funnelY <= detail.y && detail.y < freeBox.bottom);
      if (numeral === null) return;
      assert.ok(numeral.box.top > detail.y && numeral.box.bottom <= freeBox.bottom);
      assert.ok(numeral.box.left >= 0 && numeral.box.right <= width);
    }),
  );
});

test('the figure begins where its period does, as far as the width allows', () => {
  const boxFrom = (date: string) =>
    layOut(timelineOf({ period: { from: date, to: '2019-12-28', fact: 'fled', label: 'x', body: '' } })).numeral?.box;
  const from = (date: string): number => boxFrom(date)?.left ?? -1;
  assert.equal(from('2019-12-10'), 0);
  assert.ok(from('2019-12-12') > 0 && from('2019-12-12') < from('2019-12-15'));
  assert.ok((boxFrom('2019-12-28')?.right ?? 0) <= 900);
});

test('where height is short the months go first, then words of the figure, and the axis of days never', () => {
  const one = timelineOf();
  const laid = [600, 420, 320, 240, 180, 120].map((height) => layOut(one, chartSetting(900, height)));
  assert.ok(laid[0]?.overview !== null && laid[0]?.numeral !== null);
  assert.equal(laid.at(-1)?.overview, null);
  const lines = laid.map(({ numeral }) => numeral?.block.lines.length ?? 0);
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => b - a),
  );
  for (const { detail } of laid) assert.deepEqual(idsOn(detail).slice(-2), ['early', 'late']);
});

test('without a period there is no figure, and without an overview every event is on the axis of days', () => {
  assert.equal(layOut(timelineOf({ period: null })).numeral, null);
  const alone = layOut(timelineOf({ overview: null, detail: ['2019-04-01', '2019-12-31'] }));
  assert.equal(alone.overview, null);
  assert.deepEqual(idsOn(alone.detail), ['april', 'early', 'late']);
});

test('a box of no height has no timeline', () => {
  const one = timelineOf();
  assert.equal(layOutWide(one, readingBoxOf(one, restContext(chartSetting(900, 40)))), null);
});

test('direction is nothing to a layout: it counts from where reading begins', () => {
  const one = timelineOf();
  const layouts = (['ltr', 'rtl'] as const).map((dir) => layOut(one, chartSetting(900, 600, { dir })));
  const us = layouts.map(({ detail }) => detail.events.map(({ u }) => u));
  assert.deepEqual(us[0], us[1]);
});
