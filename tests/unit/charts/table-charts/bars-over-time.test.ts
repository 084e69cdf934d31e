import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tablesOf } from '../../../../src/annotations/registry.ts';
import { barChart } from '../../../../src/charts/table-charts/bars/bar-chart.ts';
import type { BarChart } from '../../../../src/charts/table-charts/bars/bar-schema.ts';
import { bindAnnotation } from '../../../../src/content/normalize/bind-annotations.ts';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import type { RectMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import type { AnnotationBase } from '../../../../src/story/annotation.ts';
import { chartSetting, marksOf } from '../../../support/kind-context.ts';

const CSV = 'year,town,people\n2020,Ariha,100\n2020,Bura,50\n2021,Ariha,25\n2021,Bura,200\n2022,Ariha,75\n2022,Bura,';
const tables = { people: { ...readTable(CSV).table, source: 'A survey', licence: '' } };
const RAW = {
  kind: 'bar-chart',
  id: 'people',
  table: 'data/people.csv',
  title: 'People',
  names: 'town',
  series: ['people'],
};
const YEARS = ['2020', '2021', '2022'];

const parsed = (more: object = {}): AnnotationBase =>
  parseAnnotation({ draw: [0, 0.1], ...RAW, time: 'year', ...more } as { readonly kind: string });
const bind = (times?: readonly string[], more: object = {}): AnnotationBase =>
  bindAnnotation(parsed(more), { tables, locale: 'en', ...(times ? { times } : {}) });

const bars = (chart: AnnotationBase, t: number): readonly RectMark[] =>
  plainMarks(marksOf(chart as BarChart & { kind: 'bar-chart' }, t, chartSetting(600, 400))).flatMap((mark) =>
    mark.type === 'rect' && mark.key.includes('/bar/') ? [mark] : [],
  );

test('bars are those of the slice on show, on one scale for all of them, the same backwards', () => {
  const chart = bind(YEARS);
  const seen = [0.1, 0.5, 0.9, 0.5, 0.1].map((t) => bars(chart, t).map(({ width }) => width));
  const [first = [], second = [], third = []] = seen;
  const longest = second[1] ?? 0;
  assert.ok(longest > 100);
  const shares = [first, second, third].map((widths) =>
    widths.map((width) => Math.round((width / longest) * 1000) / 5),
  );
  assert.deepEqual(
    shares.map((one) => one.map(Math.round)),
    [[100, 50], [25, 200], [75]],
  );
  assert.deepEqual(seen.slice(3), [second, first]);
  assert.deepEqual(bars(chart, 0.4), bars(chart, 0.6), 'nothing moves while a slice is on show');
  for (const direction of ['vertical', 'horizontal']) {
    const other = bind(YEARS, { direction });
    const sizes = [0.1, 0.5].map((t) =>
      bars(other, t).map(({ width, height }) => (direction === 'vertical' ? height : width)),
    );
    const ratio = (sizes[1]?.[1] ?? 0) / (sizes[0]?.[0] ?? 1);
    assert.ok(Math.abs(ratio - 2) < 0.02, `${direction}: ${ratio}`);
  }
});

test('without a running layer bars are those of the last time, and draw themselves when the author says', () => {
  const chart = bind();
  assert.deepEqual(chart.draw, [0, 0.1]);
  assert.equal(bars(chart, 1).length, 1);
});

test('all that the bars come to stands in the table, a column a time', () => {
  const [table] = tablesOf([bind(YEARS)], { facts: {}, locale: 'en', sectionTitle: '' });
  assert.deepEqual(table?.head, ['town', 'people, 2020', 'people, 2021', 'people, 2022']);
  assert.deepEqual(
    table?.rows.map(([name, ...figures]) => [name, ...figures.slice(0, 2)]),
    [
      ['Ariha', '100', '25'],
      ['Bura', '50', '200'],
    ],
  );
});

test('a column of times that is not there is told, and so is a slice that the table does not have', () => {
  const problemsOf = (more: object, times?: readonly string[]) =>
    (
      barChart.bind?.(parsed(more) as BarChart, { tables, locale: 'en', ...(times ? { times } : {}) }).problems ?? []
    ).map(({ problem, field }) => `${problem} ${field}`);
  assert.deepEqual(problemsOf({ time: 'yaer' }), ['UnknownColumn time']);
  assert.deepEqual(problemsOf({}, ['1990', '1991']), ['ChartWithoutData table']);
  assert.deepEqual(problemsOf({}, YEARS), []);
});
