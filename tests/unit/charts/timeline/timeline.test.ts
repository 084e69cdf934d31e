import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tablesOf } from '../../../../src/annotations/registry.ts';
import { timelineSchema } from '../../../../src/charts/timeline/timeline-schema.ts';
import type { RestContext } from '../../../../src/labels/rest-context.ts';
import type { Mark } from '../../../../src/marks/mark.ts';
import { overlaps, pathPoints, textBox, textsOf } from '../../../support/chart-marks.ts';
import {
  annotation,
  chartSetting,
  type KindOf,
  marksOf,
  restContext,
  type Setting,
} from '../../../support/kind-context.ts';

type Timeline = KindOf<'timeline'>;

const WRITTEN = {
  kind: 'timeline',
  id: 'year',
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
} as const;

/** The timeline of the story with some of its fields changed. */
const timelineWith = (changed: Readonly<Record<string, unknown>>): Timeline => annotation({ ...WRITTEN, ...changed });
const base = timelineWith({});

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
const anyTimeline = fc
  .record({ events: fc.array(anyEvent, { minLength: 1, maxLength: 7 }), withPeriod: fc.boolean() })
  .map(
    ({ events, withPeriod }): Timeline =>
      timelineWith({
        events: events.map(({ k, late, isLate, body }, i) => ({
          id: `e${i}`,
          date: day(isLate ? late : k),
          head: `Event ${i}`,
          body: body.join(' '),
        })),
        period: withPeriod ? WRITTEN.period : null,
      }),
  );
const SCREENS = [chartSetting(788, 780), chartSetting(350, 372)] as const;
const ARABIC = { dir: 'rtl', locale: 'ar' } as const;
const anySetting = fc
  .record({ width: fc.integer({ min: 360, max: 1600 }), height: fc.integer({ min: 240, max: 900 }), rtl: fc.boolean() })
  .map(({ width, height, rtl }) => chartSetting(width, height, rtl ? ARABIC : {}));

test('no two texts of a timeline overlap, whatever its events and its size', () => {
  fc.assert(
    fc.property(anyTimeline, anySetting, (timeline, setting) => {
      const context = restContext(setting);
      const boxes = textsOf(marksOf(timeline, 1, setting)).map((mark) => textBox(mark, context));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) assert.ok(!overlaps(a, b), JSON.stringify([a, b]));
      });
    }),
    { numRuns: 150 },
  );
});

const outside = (mark: Mark, context: RestContext): boolean => {
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
    fc.property(anyTimeline, anySetting, (timeline, setting) => {
      for (const mark of marksOf(timeline, 1, setting)) {
        assert.ok(!outside(mark, restContext(setting)), JSON.stringify(mark));
      }
    }),
    { numRuns: 150 },
  );
});

test('the keys of a timeline are unique, and every key drawn on the way is there at the end', () => {
  for (const setting of SCREENS) {
    const last = marksOf(base, 1, setting).map(({ key }) => key);
    assert.equal(new Set(last).size, last.length);
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const missing = marksOf(base, t, setting).filter(({ key }) => !last.includes(key));
      assert.deepEqual(missing, []);
    }
  }
});

test('a timeline begins with nothing and its figure is complete whenever it is there', () => {
  assert.deepEqual(marksOf(base, 0, SCREENS[0]), []);
  for (let t = 0; t <= 1; t += 0.05) {
    const numerals = textsOf(marksOf(base, t, SCREENS[0])).filter(({ role }) => role === 'chart-numeral');
    for (const { text } of numerals) assert.equal(text, '235,000');
  }
});

test('on a desktop and on a phone no event of the story loses its text', () => {
  for (const setting of SCREENS) {
    const texts = textsOf(marksOf(base, 1, setting)).map(({ text }) => text);
    for (const { head } of base.events.slice(1)) assert.ok(texts.includes(head), head);
  }
});

const monthsIn = (timeline: Timeline, setting: Setting): string[] =>
  textsOf(marksOf(timeline, 1, setting))
    .filter(({ key }) => key.includes('/month/'))
    .map(({ text }) => text);

test('where there is room every month is named, in English by its letter where there is little', () => {
  assert.equal(monthsIn(base, SCREENS[0]).length, 9);
  const longer = timelineWith({ overview: ['2018-11-01', '2019-12-31'] });
  assert.equal(monthsIn(longer, chartSetting(350, 560)).join(''), 'NDJFMAMJJASOND');
});

test('months that no letter tells apart are named at the ends and at events, and the others are not', () => {
  const phone = chartSetting(350, 560, ARABIC);
  const late = { id: 'z', date: '2019-08-20', head: 'آب', body: '' };
  assert.deepEqual(monthsIn(timelineWith({ events: [late] }), phone).sort(), ['آب', 'كانون الأول', 'نيسان'].sort());
  assert.deepEqual(monthsIn({ ...base, events: [] }, phone).sort(), ['كانون الأول', 'نيسان'].sort());
});

test('no month of an Arabic timeline is a single letter, on any screen', () => {
  fc.assert(
    fc.property(anyTimeline, fc.integer({ min: 300, max: 1600 }), (timeline, width) => {
      const names = monthsIn(timeline, chartSetting(width, 780, ARABIC));
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
  const marks = marksOf({ ...base, period: null }, 1, SCREENS[0]);
  assert.ok(!JSON.stringify(marks).includes('"red"'));
});

test('a timeline read from the right is the mirror image of its lines', () => {
  const xs = (dir: 'ltr' | 'rtl'): number[] =>
    marksOf(base, 1, chartSetting(788, 780, { dir })).flatMap((mark) => (mark.type === 'circle' ? [mark.cx] : []));
  const { left, right } = restContext(SCREENS[0]).freeBox;
  assert.deepEqual(
    xs('rtl'),
    xs('ltr').map((x) => left + right - x),
  );
});

test('the table of a timeline holds every event and the period in time order', () => {
  const { facts } = restContext();
  const [{ rows = [] } = {}] = tablesOf([base], { facts, locale: 'en', sectionTitle: '' });
  assert.deepEqual(
    rows.map(([head]) => head),
    ['April', '12 December – 25 December', '16 December', '19 December', '20 December'],
  );
  assert.match(rows[1]?.[1] ?? '', /More than 235,000 people flee/);
});

const labelled = (timeline: Timeline, setting: Setting, part: '/year/' | '/day/'): string[] =>
  textsOf(marksOf(timeline, 1, setting))
    .filter(({ key }) => key.includes(part))
    .map(({ text }) => text);

const CENTURY = {
  overview: [1801, 1900],
  detail: ['1845', '1852'],
  events: [
    { id: 'a', date: '1815-06-18', head: 'A', body: 'what happened' },
    { id: 'b', date: '1848-02', head: 'B', body: 'what happened' },
    { id: 'c', date: 1851, head: 'C', body: 'what happened' },
    { id: 'd', date: '1870s', head: 'D', body: 'what happened' },
  ],
  period: null,
};

test('a century is counted in years that stand apart, not in a bar of months', () => {
  for (const width of [350, 788, 1200]) {
    const marks = marksOf(timelineWith(CENTURY), 1, chartSetting(width, 620));
    const ticks = marks.find(({ key }) => key.endsWith('overview/ticks'));
    assert.ok(ticks?.type === 'path');
    const xs = [...new Set(pathPoints(ticks.d).map(([x]) => x))].sort((a, b) => a - b);
    assert.ok(xs.length > 5 && xs.length < 60, `${xs.length} ticks on ${width}px`);
    assert.ok(
      xs.slice(2, -1).every((x, i) => x - (xs[i + 1] ?? 0) >= 9),
      `${xs}`,
    );
  }
  assert.ok(labelled(timelineWith(CENTURY), SCREENS[0], '/year/').includes('1850'));
});

test('the years of a detail are named once each, events first', () => {
  const named = labelled(timelineWith(CENTURY), SCREENS[0], '/day/');
  assert.deepEqual([...named].sort(), ['1845', '1846', '1847', '1848', '1849', '1850', '1851', '1852']);
});

test('years before Christ carry their era, and there is no year 0', () => {
  const ancient = timelineWith({
    overview: null,
    detail: ['100 BC', 100],
    events: [
      { id: 'a', date: '0044-03-15 BC', head: 'A', body: '' },
      { id: 'b', date: '0079-08-24', head: 'B', body: '' },
    ],
    period: { from: '90 BC', to: '80 BC', fact: 'fled', label: '', body: '' },
  });
  const named = labelled(ancient, SCREENS[0], '/day/');
  for (const name of ['90 BC', '44 BC', '79 AD']) assert.ok(named.includes(name), `${name} in ${named}`);
  assert.ok(!named.some((name) => /^0|^-/.test(name)), `${named}`);
  const [event, later] = textsOf(marksOf(ancient, 1, SCREENS[0])).filter(({ text }) => text === 'A' || text === 'B');
  assert.ok((event?.x ?? 0) < (later?.x ?? 0));
  const [{ caption = '' } = {}] = tablesOf([ancient], { facts: {}, locale: 'de', sectionTitle: '' });
  assert.equal(caption, '100 v. Chr. – 100');
});

test('a date known by its decade lies under a stretch of the axis', () => {
  const decades = timelineWith({
    overview: null,
    detail: [1900, 1999],
    events: [{ id: 'a', date: '1920s', head: 'A', body: '' }],
    period: { from: '1940s', to: '1960s', fact: 'fled', label: '', body: '' },
  });
  const marks = marksOf(decades, 1, SCREENS[0]);
  const stretch = marks.find(({ key }) => key.endsWith('a/stretch'));
  assert.ok(stretch?.type === 'path');
  const [[from = 0] = [], [to = 0] = []] = pathPoints(stretch.d);
  const { left, right } = restContext(SCREENS[0]).freeBox;
  assert.ok(Math.abs((to - from) / (right - left) - 0.1) < 0.01);
  const red = textsOf(marks).filter(({ tone, role }) => tone === 'red' && role === 'callout-head');
  assert.deepEqual(
    red.map(({ text }) => text),
    ['1940', '1969'],
  );
});

const anyYear = fc.oneof(
  fc.integer({ min: 1, max: 2999 }),
  fc.integer({ min: 1, max: 2999 }).map((year) => `${year} BC`),
  fc.integer({ min: 100, max: 290 }).map((decade) => `${decade}0s`),
);

test('no two texts of a timeline by years overlap and nothing lies outside, whatever its span and its size', () => {
  fc.assert(
    fc.property(fc.array(anyYear, { minLength: 1, maxLength: 5 }), anySetting, fc.boolean(), (dates, setting, both) => {
      const timeline = timelineWith({
        overview: both ? ['3000 BC', 2999] : null,
        detail: both ? [1, 300] : ['3000 BC', 2999],
        events: dates.map((date, i) => ({ id: `e${i}`, date, head: `Event ${i}`, body: 'towns and villages' })),
        period: null,
      });
      const context = restContext(setting);
      const marks = marksOf(timeline, 1, setting);
      for (const mark of marks) assert.ok(!outside(mark, context), JSON.stringify(mark));
      const boxes = textsOf(marks).map((mark) => textBox(mark, context));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) assert.ok(!overlaps(a, b), JSON.stringify([a, b]));
      });
    }),
    { numRuns: 60 },
  );
});

const FIELDS = { overview: [1900, 1999], detail: [1939, 1945], events: [{ id: 'a', date: 1941, head: 'A' }] };

test('reversed spans, days that do not exist and dates no axis reaches are refused', () => {
  const problems = (changed: Readonly<Record<string, unknown>>): unknown[] => {
    const result = timelineSchema.safeParse({ ...FIELDS, ...changed });
    return result.success
      ? []
      : result.error.issues.map((issue) => ('params' in issue && issue.params?.['problem']) || issue.message);
  };
  assert.deepEqual(problems({}), []);
  assert.deepEqual(problems({ detail: [1945, 1939] }), ['ReversedSpan']);
  assert.deepEqual(problems({ overview: ['44 BC', '100 BC'] }), ['ReversedSpan']);
  const period = { from: 1944, to: 1941, fact: 'fled' };
  assert.deepEqual(problems({ period }), ['ReversedSpan']);
  assert.deepEqual(problems({ events: [{ id: 'a', date: '1941-02-31', head: 'A' }] }), ['NoSuchDate']);
  assert.match(String(problems({ events: [{ id: 'a', date: 1850, head: 'A' }] })), /inside `overview` or `detail`/);
  assert.match(String(problems({ events: [{ id: 'a', date: -44, head: 'A' }] })), /44 BC/);
  assert.match(String(problems({ period: { from: 1850, to: 1860, fact: 'fled' } })), /inside `detail`/);
  assert.match(String(problems({ period: { from: 1941, to: 1960, fact: 'fled' } })), /inside `detail`/);
  assert.match(String(problems({ overview: [1940, 1943] })), /holds all of `detail`/);
  assert.match(String(problems({ events: [{ id: 'a', date: '0th century', head: 'A' }] })), /5th century/);
});

const withOpenEvent = (own: object = {}) =>
  timelineWith({
    events: WRITTEN.events.map((event) => (event.id === 'b' ? { ...event, knownUntil: '2019-12-20', ...own } : event)),
  });

test('what went on from an event has a bar beside the days, whole as far as it is on record and fading beyond', () => {
  for (const setting of [chartSetting(760, 760), chartSetting(350, 640, { sizeClass: 'phone' })]) {
    const pieces = (t: number) =>
      marksOf(withOpenEvent(), t, setting).flatMap((mark) =>
        mark.type === 'path' && mark.key.startsWith('year/b/open') ? [mark] : [],
      );
    assert.deepEqual(pieces(0.5), []);
    const [whole, ...fading] = pieces(1);
    assert.ok(whole && whole.stroke === 'red' && whole.opacity === undefined);
    const opacities = fading.map(({ opacity = 1 }) => opacity);
    assert.ok(opacities.length > 2 && (opacities.at(-1) ?? 1) < 0.2);
    assert.deepEqual(
      opacities,
      opacities.toSorted((a, b) => b - a),
    );
    const bar = marksOf(base, 1, setting).find(({ key }) => key === 'year/period/bar');
    assert.ok(bar?.type === 'path' && (whole.strokeWidth ?? 0) < (bar.strokeWidth ?? 0));
    assert.ok(!marksOf(base, 1, setting).some(({ key }) => key.includes('/open')));
  }
});

test('what is on record before it began, or outside the days, is refused', () => {
  assert.ok(withOpenEvent());
  assert.throws(() => withOpenEvent({ knownUntil: '2019-12-12' }), /knownUntil/);
  assert.throws(() => withOpenEvent({ knownUntil: '2020-01-12' }), /inside `detail`/);
});
