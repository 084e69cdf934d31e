import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ChartData, NO_DATA } from '../../../../src/charts/table-charts/chart-data.ts';
import { inStep } from '../../../../src/charts/table-charts/parts/in-step.ts';
import { inStepWith, momentsOf } from '../../../../src/charts/table-charts/slice-times.ts';
import { bindAnnotation } from '../../../../src/content/normalize/bind-annotations.ts';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import { viewAt } from '../../../../src/story/data/layer-view.ts';
import { pathPoints } from '../../../support/chart-marks.ts';
import { chartSetting, marksOf } from '../../../support/kind-context.ts';

const years = (keys: readonly number[]): ChartData => ({ ...NO_DATA, keyType: 'year', keys });

const someYears = fc
  .uniqueArray(fc.integer({ min: 1900, max: 2030 }), { minLength: 3, maxLength: 12 })
  .map((all) => all.toSorted((a, b) => a - b));

test('as a slice comes up the chart has come to it, it never runs ahead by a slice, and at the end all is there', () => {
  fc.assert(
    fc.property(someYears, fc.double({ min: 0, max: 1, noNaN: true }), (keys, t) => {
      const times = keys.slice(0, -1).map(String);
      const moments = momentsOf(years(keys), times) ?? [];
      assert.equal(moments.length, times.length);
      for (const [slice, moment] of moments.entries()) {
        assert.ok(Math.abs(inStep(moments, slice / times.length) - moment) < 1e-9);
      }
      const slice = viewAt(times.length, t);
      const now = inStep(moments, t);
      assert.ok(now >= (moments[slice] ?? 0) - 1e-9 && now <= (moments[slice + 1] ?? 1) + 1e-9);
      assert.equal(inStep(moments, 1), 1);
    }),
  );
});

test('dates, months and names are met as well as years; what lies outside the keys or runs back is left alone', () => {
  const days = ['2021-01', '2021-02', '2021-03'];
  const [first = 0, second = 0] = [18628, 18659];
  const dates: ChartData = { ...NO_DATA, keyType: 'date', keys: [first, second, 18687] };
  assert.equal(momentsOf(dates, days)?.length, 3);
  const names: ChartData = { ...NO_DATA, keyType: 'name', keys: ['before', 'during', 'after'] };
  assert.equal(momentsOf(names, ['before', 'after'])?.length, 2);
  assert.equal(momentsOf(names, ['before', 'never']), null);
  assert.equal(momentsOf(names, ['after', 'before']), null);
  assert.equal(momentsOf(years([2000, 2010]), ['1990', '2005']), null);
  assert.equal(momentsOf(years([2000, 2010]), ['2005']), null, 'a layer at rest runs nowhere');
  assert.equal(momentsOf(NO_DATA, ['2000', '2001']), null);
  assert.deepEqual(inStepWith(dates), { data: dates });
});

const CSV = 'year,people\n2019,10\n2020,30\n2021,20\n2022,50';

for (const kind of ['line-chart', 'area-chart']) {
  test(`a ${kind} grows with the data layer of its section, in either direction, and is whole without one`, () => {
    const raw = { kind, draw: [0, 0.1], table: 'data/people.csv', title: 'People', x: 'year', series: ['people'] };
    const tables = { people: { ...readTable(CSV).table, source: 'A survey', licence: '' } };
    const bind = (times?: readonly string[]) =>
      bindAnnotation(parseAnnotation(raw as { readonly kind: string }), {
        tables,
        locale: 'en',
        ...(times ? { times } : {}),
      });
    const [alone, timed] = [bind(), bind(['2019', '2020', '2021', '2022'])];
    assert.deepEqual(
      [alone.draw, timed.draw],
      [
        [0, 0.1],
        [0.25, 0.75],
      ],
    );
    const frontAt = (t: number): number => {
      const marks = marksOf(timed, t, chartSetting(700, 460));
      const found = marks.find(({ key }) => /\/(series|layer)\/0$/.test(key));
      return Math.max(...pathPoints(found?.type === 'path' ? found.d : '').map(([x]) => x));
    };
    const fronts = [0.25, 0.5, 0.75].map(frontAt);
    const steps = fronts.slice(1).map((front, index) => front - (fronts[index] ?? 0));
    assert.ok(Math.abs((steps[0] ?? 0) - (steps[1] ?? 1)) < 0.3, `years are as far apart as each other: ${fronts}`);
    assert.deepEqual([0.75, 0.5, 0.25].map(frontAt), fronts.toReversed());
    assert.deepEqual(marksOf(timed, 1, chartSetting(700, 460)), marksOf(alone, 1, chartSetting(700, 460)));
  });
}

test('an inset has a corner of the map on paper of its own, and mirrors', () => {
  const raw = { kind: 'line-chart', table: 'data/people.csv', title: 'People', x: 'year', series: ['people'] };
  const tables = { people: { ...readTable(CSV).table, source: 'A survey', licence: '' } };
  const context = { tables, locale: 'en' };
  const plates = (['ltr', 'rtl'] as const).map((dir) => {
    const inset = bindAnnotation(parseAnnotation({ ...raw, size: 'inset' } as { readonly kind: string }), context);
    const marks = marksOf(inset, 1, { ...chartSetting(900, 700), dir });
    const plate = marks.find(({ key }) => key.endsWith('/plate'));
    assert.ok(plate?.type === 'rect' && plate.width < 500 && plate.height < 350);
    return [plate.x, plate.y, plate.width];
  });
  assert.notEqual(plates[0]?.[0], plates[1]?.[0]);
  assert.deepEqual(plates[0]?.slice(1), plates[1]?.slice(1));
});
