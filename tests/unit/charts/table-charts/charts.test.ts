import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BindContext } from '../../../../src/annotations/define.ts';
import { definitionOf } from '../../../../src/annotations/registry.ts';
import { layersOf } from '../../../../src/charts/table-charts/area/area-layout.ts';
import { NO_DATA } from '../../../../src/charts/table-charts/chart-data.ts';
import { spread } from '../../../../src/charts/table-charts/frame/spread.ts';
import { bindAnnotation } from '../../../../src/content/normalize/bind-annotations.ts';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { readTable } from '../../../../src/data/tables/read-table.ts';
import { grow, intersects } from '../../../../src/geo/boxes.ts';
import type { Mark, RectMark } from '../../../../src/marks/mark.ts';
import { pathPoints, textBox } from '../../../support/chart-marks.ts';
import { chartSetting, marksOf, textsIn, viewOf } from '../../../support/kind-context.ts';

const LEVELS = `date,upper,lower,place,place_ar
2025-06-10,320,210,Harbour,الميناء
2025-06-11,380,,Mill,الطاحونة
2025-06-12,690,450,Ford,المخاضة
2025-06-13,480,390,Weir,السد`;

const context = (csv: string, locale = 'en'): BindContext => ({
  locale,
  tables: { levels: { ...readTable(csv).table, source: 'A survey', licence: '' } },
});

type Fields = Readonly<Record<string, unknown>>;

const raw = (own: Fields) =>
  ({ draw: [0, 1], table: 'data/levels.csv', title: 'Levels', ...own }) as unknown as { readonly kind: string };
const lines = (own: Fields = {}) => raw({ kind: 'line-chart', x: 'date', series: ['upper', 'lower'], ...own });
const bars = (own: Fields = {}) => raw({ kind: 'bar-chart', names: 'place', series: ['upper', 'lower'], ...own });

const bound = (of: { readonly kind: string }, csv = LEVELS, locale = 'en') =>
  bindAnnotation(parseAnnotation(of), context(csv, locale));

function problems(of: { readonly kind: string }, csv = LEVELS) {
  const annotation = parseAnnotation(of);
  return definitionOf(annotation).bind?.(annotation as never, context(csv)).problems ?? [];
}
const named = (of: { readonly kind: string }, csv = LEVELS) =>
  problems(of, csv).map(({ problem, field }) => `${problem} ${field}`);

const SETTING = chartSetting(700, 460);
const rects = (marks: readonly Mark[]): readonly RectMark[] =>
  marks.filter((mark) => mark.type === 'rect' && mark.key.includes('/bar/')) as RectMark[];
const dOf = (marks: readonly Mark[], key: string): string => {
  const found = marks.find((mark) => mark.key === key);
  return found?.type === 'path' ? found.d : '';
};

test('a line has a gap where a figure is missing, and a dot where one stands alone', () => {
  const d = dOf(marksOf(bound(lines()), 1, SETTING), 'line-chart/series/1');
  assert.equal(d.match(/M/g)?.length, 2);
  assert.equal(dOf(marksOf(bound(lines()), 1, SETTING), 'line-chart/series/0').match(/M/g)?.length, 1);
});

test('all lines have grown as far along x at any moment, mirrored where one reads from the right', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 0.84, noNaN: true }), (t) => {
      const front = (locale: string, series: number): number => {
        const dir = locale === 'ar' ? 'rtl' : 'ltr';
        const marks = marksOf(bound(lines({ series: ['upper', 'upper'] }), LEVELS, locale), t, {
          ...SETTING,
          locale,
          dir,
        });
        return pathPoints(dOf(marks, `line-chart/series/${series}`)).at(-1)?.[0] ?? 0;
      };
      assert.equal(front('en', 0), front('en', 1));
      assert.ok(front('ar', 0) < 740 && front('ar', 0) > 0);
    }),
    { numRuns: 10 },
  );
});

test('what is drawn earlier stays as it is when more comes, and equal progress draws equal marks', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((t) =>
          dOf(marksOf(bound(lines()), t, SETTING), 'line-chart/series/0'),
        );
        const whole = pathPoints(early ?? '').slice(0, -1);
        assert.deepEqual(pathPoints(late ?? '').slice(0, whole.length), whole);
        assert.deepEqual(marksOf(bound(lines()), a, SETTING), marksOf(bound(lines()), a, SETTING));
      },
    ),
    { numRuns: 10 },
  );
});

test('bars begin at nothing, and are as long as their figures are great', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 6 }), (values) => {
      const csv = `place,upper\n${values.map((value, index) => `p${index},${value}`).join('\n')}`;
      const drawn = rects(marksOf(bound(bars({ series: ['upper'] }), csv), 1, SETTING));
      assert.equal(new Set(drawn.map(({ x }) => x)).size, 1);
      const longest = Math.max(...drawn.map(({ width }) => width));
      const most = Math.max(...values);
      for (const [index, { width }] of drawn.entries()) {
        assert.ok(Math.abs(width / longest - (values[index] ?? 0) / most) < 0.01);
      }
    }),
    { numRuns: 20 },
  );
});

test('bars below nothing lie on the other side of one baseline', () => {
  const drawn = rects(marksOf(bound(bars({ series: ['upper'] }), 'place,upper\na,10\nb,-10'), 1, SETTING));
  const [above, below] = drawn;
  assert.ok(above && below);
  assert.ok(Math.abs(below.x + below.width - above.x) <= 0.2);
});

test('shares of each row end at a hundred, and layers of an area lie on one another', () => {
  const drawn = rects(marksOf(bound(bars({ form: 'share' })), 1, SETTING));
  const ends = Map.groupBy(drawn, ({ y }) => y);
  const widths = [...ends.values()].map((row) => Math.round(row.reduce((sum, { width }) => sum + width, 0)));
  assert.equal(new Set(widths).size, 1);
  const series = [
    { name: 'a', label: 'a', values: [1, 2] },
    { name: 'b', label: 'b', values: [3, 2] },
  ];
  const data = { ...NO_DATA, keys: [1, 2], keyLabels: ['1', '2'], series };
  assert.deepEqual(layersOf(data, false), [
    [
      [0, 1],
      [0, 2],
    ],
    [
      [1, 4],
      [2, 4],
    ],
  ]);
  assert.deepEqual(layersOf(data, true), [
    [
      [0, 25],
      [0, 50],
    ],
    [
      [25, 100],
      [50, 100],
    ],
  ]);
});

test('words at the ends of lines never overlap where they have room, and move as little as they must', () => {
  const wanted = fc.array(
    fc.record({ middle: fc.double({ min: 0, max: 300, noNaN: true }), height: fc.integer({ min: 10, max: 24 }) }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(wanted, (all) => {
      const middles = spread(all, 0, 300);
      const boxes = all
        .map(({ height }, index) => [(middles[index] ?? 0) - height / 2, (middles[index] ?? 0) + height / 2] as const)
        .toSorted((a, b) => a[0] - b[0]);
      for (const [index, [top, bottom]] of boxes.entries()) {
        assert.ok(top >= -1e-6 && bottom <= 300 + 1e-6);
        assert.ok(index === 0 || top >= (boxes[index - 1]?.[1] ?? 0) - 1e-6);
      }
    }),
  );
  assert.deepEqual(
    spread(
      [
        { middle: 40, height: 10 },
        { middle: 20, height: 10 },
      ],
      0,
      100,
    ),
    [40, 20],
  );
});

test('words come from the column of their language, figures are written in its way', () => {
  const texts = (locale: string): readonly string[] =>
    textsIn(marksOf(bound(bars({ series: ['upper'] }), LEVELS, locale), 1, { ...SETTING, locale })).map(
      ({ text }) => text,
    );
  assert.ok(texts('en').includes('Harbour') && texts('en').includes('690'));
  assert.ok(texts('ar').includes('الميناء') && texts('ar').includes('٦٩٠'));
});

test('figures of one column are told apart by another', () => {
  const csv = 'day,river,level\n2025-01-01,A,1\n2025-01-01,B,2\n2025-01-02,A,3\n2025-01-02,B,4';
  const { data } = bound(raw({ kind: 'line-chart', x: 'day', series: ['level'], by: 'river' }), csv) as unknown as {
    data: { series: readonly { label: string; values: readonly number[] }[] };
  };
  assert.deepEqual(
    data.series.map(({ label, values }) => [label, values]),
    [
      ['A', [1, 3]],
      ['B', [2, 4]],
    ],
  );
});

test('what a table does not have is told at its field', () => {
  assert.deepEqual(named(lines()), []);
  assert.deepEqual(named(lines({ table: 'data/level.csv' })), ['UnknownTable table']);
  assert.deepEqual(named(lines({ x: 'day', series: ['uper'] })), ['UnknownColumn x', 'UnknownColumn series.0.column']);
  assert.deepEqual(named(lines({ highlight: 'uper' })), ['UnknownEntry highlight']);
  assert.deepEqual(named(lines({ points: [{ at: 'noon', label: 'x' }] })), ['UnknownEntry points.0.at']);
  assert.deepEqual(named(lines({ series: ['place'] })), ['TextAmongNumbers series.0.column']);
  assert.deepEqual(named(lines(), `${LEVELS}\n2025-06-10,1,2,x,y`), ['RepeatedKey x']);
});

test('text among figures is told with its row and what stands there', () => {
  const [problem] = problems(
    lines({ series: ['upper'] }),
    'date,upper\n2025-06-10,320\n2025-06-11,about 500\n2025-06-12,340',
  );
  assert.deepEqual(problem, {
    problem: 'TextAmongNumbers',
    field: 'series.0.column',
    column: 'upper',
    cells: [{ row: 3, text: 'about 500' }],
  });
});

test('empty tables, missing figures, too much and stacks below nothing are told; one row is a chart', () => {
  assert.deepEqual(named(lines({ series: ['upper'] }), 'date,upper'), ['ChartWithoutData table']);
  assert.deepEqual(named(lines({ series: ['upper'] }), 'date,upper\n2025-01-01,\n2025-01-02,'), [
    'ChartWithoutData table',
  ]);
  assert.deepEqual(named(lines({ series: ['upper'] }), 'date,upper\n2025-01-01,5'), []);
  const many = Array.from({ length: 500 }, (_, index) => `s${index}`);
  assert.deepEqual(
    named(lines({ series: many }), `date,${many.join(',')}\n2025-01-01,${many.map(() => '1').join(',')}`),
    ['ChartTooFull series'],
  );
  assert.deepEqual(named(bars({ form: 'stacked' }), LEVELS.replace('450', '-450')), ['StackBelowZero form']);
  assert.deepEqual(named(bars({ form: 'diverging' }), LEVELS.replace('450', '-450')), []);
});

test('one row, all alike, and figures of any size are drawn without a number that is none', () => {
  const CASES = [
    'date,upper\n2025-01-01,5',
    'date,upper\n2025-01-01,0\n2025-01-02,0',
    'date,upper\n2025-01-01,1e300\n2025-01-02,-1e300',
    'date,upper\n2025-01-01,0.0000001\n2025-01-02,0.0000002',
  ];
  for (const csv of CASES) {
    const marks = marksOf(bound(lines({ series: ['upper'] }), csv), 1, SETTING);
    assert.doesNotMatch(JSON.stringify(marks), /NaN|Infinity|null/);
    assert.ok(
      textsIn(marks).every(({ text }) => text.length < 40),
      csv,
    );
  }
});

test('HTML in a name is a text like any other', () => {
  const marks = marksOf(bound(bars({ series: ['upper'] }), 'place,upper\n<b>Bakki</b>,5\nHolt,3'), 1, SETTING);
  assert.ok(textsIn(marks).some(({ text }) => text === '<b>Bakki</b>'));
});

test('rows without room are left out, the highlighted one never, and the chart says how many there are', () => {
  const csv = `place,upper\n${Array.from({ length: 40 }, (_, index) => `Place ${index},${index + 1}`).join('\n')}`;
  const one = bound(bars({ series: ['upper'], highlight: 'Place 39' }), csv);
  const texts = textsIn(marksOf(one, 1, chartSetting(340, 300))).map(({ text }) => text);
  assert.ok(texts.includes('Place 39') && !texts.includes('Place 38'));
  assert.ok(
    texts.some((text) => /of 40 are shown/.test(text)),
    texts.join(' | '),
  );
});

test('what is said of a point never stands on other words while a place beside them is free', () => {
  const notes = {
    series: ['upper'],
    lines: [{ at: 600, label: 'Flood warning' }],
    spans: [{ from: '2025-06-11', to: '2025-06-12', label: 'Road closed' }],
    points: [{ at: '2025-06-12', label: 'The peak', body: 'in the night' }],
  };
  for (const locale of ['en', 'ar']) {
    const setting = { ...chartSetting(330, 340), locale };
    const boxes = textsIn(marksOf(bound(lines(notes), LEVELS, locale), 1, setting))
      .filter(({ key }) => /\/(line|span|point)\//.test(key))
      .map((mark) => ({ key: mark.key, box: textBox(mark, viewOf(setting)) }));
    assert.ok(boxes.length >= 4);
    const overlapping = boxes.flatMap(({ key, box }, index) =>
      boxes
        .slice(index + 1)
        .flatMap((other) => (intersects(grow(box, -2), grow(other.box, -2)) ? [`${key} ${other.key}`] : [])),
    );
    assert.deepEqual(overlapping, []);
  }
});
