import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HATCH_LEVELS } from '../../../../src/annotations/area/hatch.ts';
import { annotationSchema } from '../../../../src/content/schema/annotation.ts';
import { distanceKm, nearestShare, pointAt } from '../../../../src/geo/lines/along-line.ts';
import {
  brokenLengthKm,
  brokenNearestShare,
  brokenPointAt,
  sliceBroken,
} from '../../../../src/geo/lines/broken-line.ts';
import { distanceToSegment } from '../../../../src/geo/lines/segments.ts';
import type { LabelledLine } from '../../../../src/labels/line-label.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import type { Atlas } from '../../../../src/story/atlas.ts';
import {
  annotation,
  markOf,
  marksOf,
  PLACES,
  placeAndDraw,
  pointsOf,
  ROAD,
  TOWN,
  viewOf,
} from '../../../support/kind-context.ts';

const ROUTE = annotation({ kind: 'route', id: 'm5', route: 'basemap:M5' });
const PERSON = { ...ROUTE, style: 'person' } as const;
const FLOW = annotation({ kind: 'flow', id: 'f', route: 'basemap:M5' });
const BORDER = { ...ROUTE, style: 'border' } as const;
const STRANDS = annotation({
  kind: 'strands',
  id: 's',
  from: 'town',
  headings: [-46, -10, 17, 44].map((bearingDegrees) => ({ bearingDegrees, lengthKm: 16 })),
  stem: { bearingDegrees: 24, lengthKm: 4 },
});
const { projection } = viewOf();
const shares = fc.double({ min: 0.02, max: 1, noNaN: true });
const near = (a: readonly number[] | undefined, b: readonly number[], px: number): boolean =>
  a !== undefined && Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)) < px;

test('a road is complete at 1, begins at its beginning, and only ever grows', () => {
  const pointsAt = (t: number) => pointsOf(markOf(marksOf(ROUTE, t), 'path', 'm5:line').d);
  const whole = pointsAt(1);
  assert.ok(ROAD.every((vertex, index) => near(whole[index], projection.project(vertex), 0.1)));
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const [less, more] = [pointsAt(Math.min(a, b)), pointsAt(Math.max(a, b))];
      assert.ok(less.length <= more.length);
      assert.deepEqual(less[0], more[0]);
    }),
  );
});

test('a border is whole at every moment; its dashes stay where they are while their gaps close, until it is one line', () => {
  const lineAt = (gaps: readonly [number, number], t: number) =>
    markOf(marksOf({ ...BORDER, gaps: [...gaps] }, t), 'path', 'm5:line');
  const whole = lineAt([0, 0], 1);
  assert.equal(whole.dash, undefined);
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const [early, late] = [lineAt([1, 0], Math.min(a, b)), lineAt([1, 0], Math.max(a, b))];
      assert.equal(early.d, whole.d);
      assert.equal(late.d, whole.d);
      const [[dash = 0, gap = 0] = [], [laterDash = 0, laterGap = 0] = [1, 0]] = [early.dash, late.dash];
      assert.ok(laterGap <= gap);
      if (laterGap > 0) assert.ok(Math.abs(dash + gap - laterDash - laterGap) < 1e-9);
    }),
  );
  assert.equal(lineAt([1, 0], 1).dash, undefined);
});

test('a border goes on in the next section as it was left in this one', () => {
  const gapsAt = (gaps: readonly [number, number], t: number) =>
    markOf(marksOf({ ...BORDER, gaps: [...gaps] }, t), 'path', 'm5:line').dash;
  const [left, taken] = [gapsAt([1, 0.5], 1), gapsAt([0.5, 0], 1e-6)];
  assert.ok(left && taken && left.every((px, index) => Math.abs(px - (taken[index] ?? 0)) < 1e-4));
  assert.deepEqual(gapsAt([1, 1], 1), markOf(marksOf(BORDER, 1), 'path', 'm5:line').dash, 'open where nothing is said');
});

test('only a border has gaps', () => {
  const route = annotationSchema('route');
  const problem = (more: object) =>
    route?.safeParse({ kind: 'route', route: 'basemap:M5', ...more }).error?.issues[0]?.message;
  assert.equal(problem({ style: 'border', gaps: [1, 0] }), undefined);
  assert.match(problem({ gaps: [1, 0] }) ?? '', /only a line in `style: border` has gaps/);
  assert.notEqual(problem({ style: 'border', gaps: [2, 0] }), undefined);
});

test('a person’s line ends in nothing at every moment, and is never stronger further on', () => {
  fc.assert(
    fc.property(shares, (t) => {
      const marks = plainMarks(marksOf({ ...PERSON, route: 'data/way#a' }, t));
      const strengths = marks.map(({ opacity = 1 }) => opacity);
      assert.ok((strengths.at(-1) ?? 1) < 0.03);
      assert.ok(strengths.slice(1).every((strength, index) => strength <= (strengths[index] ?? 1)));
    }),
  );
});

test('at rest a person’s line keeps full strength for 40 % of its length', () => {
  const [first] = plainMarks(marksOf(PERSON, 1));
  const points = first?.type === 'path' ? pointsOf(first.d) : [];
  const lengthOf = (line: readonly (readonly number[])[]): number =>
    line
      .slice(1)
      .reduce(
        (sum, [x = 0, y = 0], index) => sum + Math.hypot(x - (line[index]?.[0] ?? 0), y - (line[index]?.[1] ?? 0)),
        0,
      );
  const share = lengthOf(points) / lengthOf(ROAD.map((vertex) => projection.project(vertex)));
  assert.ok(Math.abs(share - 0.4) < 0.01, String(share));
});

test('an earlier flight fades in over its first 40 % and arrives at full strength', () => {
  const marks = plainMarks(marksOf({ ...ROUTE, style: 'earlier' }, 1));
  const strengths = marks.map(({ opacity = 1 }) => opacity);
  assert.ok((strengths[0] ?? 1) < 0.1);
  assert.ok(strengths.slice(1).every((strength, index) => strength >= (strengths[index] ?? 0)));
  const rest = markOf(marks, 'path', 'm5:rest');
  assert.deepEqual(rest.dash, [7, 5]);
  assert.ok(near(pointsOf(rest.d).at(-1), projection.project(ROAD.at(-1) ?? TOWN), 0.1));
});

test('strands begin together at their place and end in nothing', () => {
  const marks = plainMarks(marksOf(STRANDS, 1));
  const [first] = marks;
  assert.ok(first?.type === 'path');
  const starts = [...first.d.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  assert.equal(starts.length, STRANDS.headings.length);
  for (const start of starts) assert.ok(near(start, projection.project(TOWN), 0.1));
  assert.ok((marks.at(-1)?.opacity ?? 1) < 0.03);
});

test('a flow stands still while t does, and moves when t moves', () => {
  assert.deepEqual(marksOf(FLOW, 0.5), marksOf(FLOW, 0.5));
  assert.notDeepEqual(marksOf(FLOW, 0.5), marksOf(FLOW, 0.51));
});

test('an area is hatched and soft, feathered, without outline, and clipped to its country', () => {
  const marks = plainMarks(marksOf(annotation({ kind: 'area', id: 'a', area: 'SY.ID' }), 1));
  const [soft, ...hatch] = marks;
  assert.ok(soft?.type === 'path' && soft.fill === 'soft' && soft.featherPx === 44 && soft.stroke === undefined);
  assert.equal(hatch.length, HATCH_LEVELS);
  for (const mark of hatch) {
    assert.ok(mark.type === 'path' && mark.stroke === 'hatch' && mark.featherPx === undefined, 'its lines stay crisp');
  }
  assert.ok(marks.every((mark) => mark.type === 'path' && mark.clip === 'home'));
});

test('a route between two places runs from the first to the second, and backwards where they lie so', () => {
  const endsOf = (between: readonly [string, string]) => {
    const points = pointsOf(markOf(marksOf({ ...ROUTE, between }, 1), 'path', 'm5:line').d);
    return [points[0], points.at(-1)];
  };
  const there = endsOf(['town', 'saraqeb']);
  assert.ok(near(there[1], projection.project(PLACES['saraqeb']?.lngLat ?? TOWN), 8));
  assert.ok(near(there[0], projection.project(TOWN), 40));
  assert.deepEqual(endsOf(['saraqeb', 'town']), there.toReversed());
});

test('a part of a route is its whole line where no part is named', () => {
  assert.deepEqual(marksOf({ ...ROUTE, span: [0, 1] }, 0.7), marksOf(ROUTE, 0.7));
  assert.notDeepEqual(marksOf({ ...ROUTE, span: [0, 0.5] }, 0.7), marksOf(ROUTE, 0.7));
});

const PIECES = [
  [
    [36.6, 35.62],
    [36.63, 35.65],
    [36.66, 35.66],
  ],
  [
    [36.76, 35.74],
    [36.8, 35.78],
    [36.84, 35.84],
  ],
] as const;
const BROKEN: Atlas = { route: (name) => (name === 'data/way#broken' ? PIECES : null), area: () => null };
const onBroken = { route: 'data/way#broken' };

test('a gap between two pieces stays a gap, in every style and at every moment', () => {
  const middleOfGap = projection.project([36.71, 35.7]);
  const lines = [
    ...(['road', 'person', 'earlier'] as const).map((style) => ({ ...ROUTE, ...onBroken, style })),
    { ...FLOW, ...onBroken },
  ];
  for (const line of lines) {
    for (const t of [0.3, 0.55, 0.8, 1]) {
      const paths = plainMarks(marksOf(line, t, { atlas: BROKEN })).filter((mark) => mark.type === 'path');
      const strokes = paths.flatMap(({ d }) =>
        d
          .split('M')
          .slice(1)
          .map((part) => pointsOf(`M${part}`)),
      );
      assert.ok(strokes.length > 0);
      for (const stroke of strokes) {
        const segments = stroke.slice(1).map((end, at) => distanceToSegment(middleOfGap, stroke[at] ?? end, end));
        assert.ok(
          segments.every((distance) => distance > 20),
          `${line.kind} at ${t}`,
        );
      }
    }
  }
});

test('both pieces of a broken route are drawn in the end, and its words stand beside one of them', () => {
  const labelled = { ...ROUTE, ...onBroken, label: 'The way' };
  const { placement } = placeAndDraw(labelled, 1, { atlas: BROKEN });
  const { pieces, label } = placement as LabelledLine;
  assert.equal(pieces.length, 2);
  assert.ok(label && brokenNearestShare(pieces, label.lngLat) >= 0);
  const away = pieces.map((piece) =>
    distanceKm(pointAt(piece, nearestShare(piece, label?.lngLat ?? TOWN)), label?.lngLat ?? TOWN),
  );
  assert.ok(Math.min(...away) < 0.01);
});

test('shares of a broken route count its pieces and not its gaps', () => {
  const half = brokenLengthKm([PIECES[0]]) / brokenLengthKm(PIECES);
  assert.deepEqual(brokenPointAt(PIECES, half), PIECES[0].at(-1));
  assert.ok(Math.abs(brokenNearestShare(PIECES, PIECES[1][0]) - half) < 1e-9);
  const backwards = sliceBroken(PIECES, 1, 0);
  assert.deepEqual(backwards.flat(), PIECES.flat().reverse());
});

test('a strand for each person is thinner than a family’s', () => {
  const widthOf = (stroke: 'line' | 'hair'): number => {
    const one = annotation({
      kind: 'strands',
      id: 's',
      from: 'town',
      stem: { bearingDegrees: 0, lengthKm: 2 },
      headings: [{ bearingDegrees: 10, lengthKm: 8 }],
      stroke,
    });
    const widths = plainMarks(marksOf(one, 1)).flatMap((mark) => (mark.type === 'path' ? (mark.strokeWidth ?? 0) : []));
    assert.ok(widths.length > 0);
    return Math.max(...widths);
  };
  assert.ok(widthOf('hair') < widthOf('line'));
});

test('the other hairlines come and go, fewer and fewer of them, and those of the headings stay', () => {
  const others = { count: 86, bearings: [-80, 80] as [number, number], lengthKm: 14 };
  const marksAt = (t: number) => plainMarks(marksOf({ ...STRANDS, others }, t));
  const inkAt = (t: number) =>
    marksAt(t)
      .filter(({ key }) => key.includes('other-'))
      .reduce((sum, { opacity = 1 }) => sum + opacity, 0);
  assert.ok(inkAt(0.4) > 0);
  const later = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(inkAt);
  assert.deepEqual(
    later,
    later.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(later).size, later.length, 'fewer at every step');
  assert.deepEqual(marksAt(1), plainMarks(marksOf(STRANDS, 1)), 'none is left');
});
