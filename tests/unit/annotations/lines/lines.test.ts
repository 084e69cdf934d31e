import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawArea } from '../../../../src/annotations/area/area.ts';
import { HATCH_LEVELS } from '../../../../src/annotations/area/hatch.ts';
import { drawFlow } from '../../../../src/annotations/lines/flow.ts';
import { drawRoute } from '../../../../src/annotations/lines/route.ts';
import { drawStrands } from '../../../../src/annotations/lines/strands.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import type { FlowAnnotation, RouteAnnotation, StrandsAnnotation } from '../../../../src/story/story.ts';
import { markContext, markOf, pointsOf, ROAD, TOWN } from '../mark-context.ts';

const ROUTE: RouteAnnotation = {
  kind: 'route',
  id: 'm5',
  draw: [0, 1],
  route: 'basemap:M5',
  span: [0, 1],
  style: 'road',
  label: '',
};
const FLOW: FlowAnnotation = { kind: 'flow', id: 'f', draw: [0, 1], route: 'basemap:M5', span: [0, 1], label: '' };
const STRANDS: StrandsAnnotation = {
  kind: 'strands',
  id: 's',
  draw: [0, 1],
  from: 'town',
  headings: [-46, -10, 17, 44].map((bearingDegrees) => ({ bearingDegrees, lengthKm: 16 })),
  stem: { bearingDegrees: 24, lengthKm: 4 },
};
const shares = fc.double({ min: 0.02, max: 1, noNaN: true });
const near = (a: readonly number[] | undefined, b: readonly number[], px: number): boolean =>
  a !== undefined && Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)) < px;

test('a road is complete at 1, begins at its beginning, and only ever grows', () => {
  const context = markContext();
  const pointsAt = (t: number) => pointsOf(markOf(drawRoute(ROUTE, t, context).marks, 'path', 'm5:line').d);
  const whole = pointsAt(1);
  assert.ok(ROAD.every((vertex, index) => near(whole[index], context.projection.project(vertex), 0.1)));
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const [less, more] = [pointsAt(Math.min(a, b)), pointsAt(Math.max(a, b))];
      assert.ok(less.length <= more.length);
      assert.deepEqual(less[0], more[0]);
    }),
  );
});

test('a person’s line ends in nothing at every moment, and is never stronger further on', () => {
  fc.assert(
    fc.property(shares, (t) => {
      const marks = plainMarks(drawRoute({ ...ROUTE, route: 'data/way#a', style: 'person' }, t, markContext()).marks);
      const strengths = marks.map(({ opacity = 1 }) => opacity);
      assert.ok((strengths.at(-1) ?? 1) < 0.03);
      assert.ok(strengths.slice(1).every((strength, index) => strength <= (strengths[index] ?? 1)));
    }),
  );
});

test('at rest a person’s line keeps full strength for 40 % of its length', () => {
  const [first] = plainMarks(drawRoute({ ...ROUTE, style: 'person' }, 1, markContext()).marks);
  const context = markContext();
  const points = first?.type === 'path' ? pointsOf(first.d) : [];
  const lengthOf = (line: readonly (readonly number[])[]): number =>
    line
      .slice(1)
      .reduce(
        (sum, [x = 0, y = 0], index) => sum + Math.hypot(x - (line[index]?.[0] ?? 0), y - (line[index]?.[1] ?? 0)),
        0,
      );
  const share = lengthOf(points) / lengthOf(ROAD.map((vertex) => context.projection.project(vertex)));
  assert.ok(Math.abs(share - 0.4) < 0.01, String(share));
});

test('an earlier flight fades in over its first 40 % and arrives at full strength', () => {
  const marks = plainMarks(drawRoute({ ...ROUTE, style: 'earlier' }, 1, markContext()).marks);
  const strengths = marks.map(({ opacity = 1 }) => opacity);
  assert.ok((strengths[0] ?? 1) < 0.1);
  assert.ok(strengths.slice(1).every((strength, index) => strength >= (strengths[index] ?? 0)));
  const rest = markOf(marks, 'path', 'm5:rest');
  assert.deepEqual(rest.dash, [7, 5]);
  assert.ok(near(pointsOf(rest.d).at(-1), markContext().projection.project(ROAD.at(-1) ?? TOWN), 0.1));
});

test('strands begin together at their place and end in nothing', () => {
  const context = markContext();
  const marks = plainMarks(drawStrands(STRANDS, 1, context).marks);
  const [first] = marks;
  assert.ok(first?.type === 'path');
  const starts = [...first.d.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  assert.equal(starts.length, STRANDS.headings.length);
  for (const start of starts) assert.ok(near(start, context.projection.project(TOWN), 0.1));
  assert.ok((marks.at(-1)?.opacity ?? 1) < 0.03);
});

test('a flow stands still while t does, and moves when t moves', () => {
  const context = markContext();
  assert.deepEqual(drawFlow(FLOW, 0.5, context), drawFlow(FLOW, 0.5, context));
  assert.notDeepEqual(drawFlow(FLOW, 0.5, context).marks, drawFlow(FLOW, 0.51, context).marks);
});

test('an area is hatched and soft, feathered, without outline, and clipped to its country', () => {
  const drawing = drawArea({ kind: 'area', id: 'a', draw: [0, 1], area: 'SY.ID' }, 1, markContext());
  const marks = plainMarks(drawing.marks);
  const [soft, ...hatch] = marks;
  assert.ok(soft?.type === 'path' && soft.fill === 'soft' && soft.featherPx === 44 && soft.stroke === undefined);
  assert.equal(hatch.length, HATCH_LEVELS);
  for (const mark of hatch) {
    assert.ok(mark.type === 'path' && mark.stroke === 'hatch' && mark.featherPx === undefined, 'its lines stay crisp');
  }
  assert.ok(marks.every((mark) => mark.type === 'path' && mark.clip === 'home'));
});
