import type { Box } from '../../geo/lng-lat.ts';
import type { CircleMark, Mark } from '../../marks/mark.ts';
import { ramp } from '../../story/easing.ts';
import { blockMarks } from '../chart-text.ts';
import { endAt, onScreen, pathAlong, type ReadingBox, startAt } from '../reading-box.ts';
import { drawDetailTicks } from './timeline-detail.ts';
import { AXIS_WIDTH, drawFunnel, drawOverviewAxis } from './timeline-months.ts';
import { OPEN_BAR_OFFSET_PX, openBars } from './timeline-open-bars.ts';
import { positionOfDay } from './timeline-scale.ts';
import { stroke, type Timeline } from './timeline-texts.ts';
import { BRACKET_PX, BRACKET_TOP_PX, type PlacedAxis, type PlacedEvent, type WideLayout } from './timeline-wide.ts';

/** When each part is drawn: axis, events in time order, then the period. */
const WHEN = {
  overview: [0, 0.16],
  early: [0.12, 0.34],
  funnel: [0.32, 0.44],
  detail: [0.4, 0.56],
  late: [0.52, 0.82],
  period: [0.8, 1],
} as const;

const during = (t: number, [from, to]: readonly [number, number]): number => ramp(t, from, to);
const circle = (reading: ReadingBox, id: string, u: number, y: number): CircleMark => ({
  type: 'circle',
  key: `${reading.key}/${id}/circle`,
  cx: reading.x(u),
  cy: y,
  r: 4,
  fill: 'paper',
  stroke: 'ink',
  strokeWidth: 1.5,
});

function stemOf({ u, spot }: PlacedEvent, axisY: number): readonly (readonly [number, number])[] {
  if (spot === null) return [];
  if (spot.place === 'above')
    return [
      [u, axisY - 4],
      [u, spot.box.top + 2],
    ];
  const sign = spot.side === 'after' ? 1 : -1;
  const y = spot.box.top + 11;
  return [
    [u, spot.stem.top],
    [u, y],
    [u + sign * 22, y],
  ];
}

function drawEvent(placed: PlacedEvent, axisY: number, t: number, reading: ReadingBox): readonly Mark[] {
  if (t <= 0) return [];
  const { event, u, spot } = placed;
  const dot = circle(reading, event.id, u, axisY);
  if (spot === null) return [dot];
  const at =
    spot.side === 'after'
      ? startAt(reading, spot.box.left, spot.box.top)
      : endAt(reading, spot.box.right, spot.box.top);
  const text = ramp(t, 0.4, 1);
  return [
    stroke(reading, `${event.id}/stem`, pathAlong(reading, stemOf(placed, axisY)), 1, ramp(t, 0, 0.6)),
    dot,
    ...(text > 0 ? blockMarks(spot.block, at, `${reading.key}/${event.id}/text`, text) : []),
  ];
}

function drawEvents(axis: PlacedAxis, t: number, reading: ReadingBox): readonly Mark[] {
  const count = axis.events.length;
  return axis.events.flatMap((placed, i) => drawEvent(placed, axis.y, ramp(t, i / count, (i + 1) / count), reading));
}

function drawDetail(axis: PlacedAxis, annotation: Timeline, t: number, reading: ReadingBox): readonly Mark[] {
  const drawn = during(t, WHEN.detail);
  if (drawn === 0) return [];
  return [
    stroke(
      reading,
      'detail/axis',
      pathAlong(reading, [
        [0, axis.y],
        [axis.scale.width, axis.y],
      ]),
      AXIS_WIDTH,
      drawn,
    ),
    ...(drawn < 1 ? [] : [...drawDetailTicks(axis, annotation, reading)]),
  ];
}

function drawOverview(
  axis: PlacedAxis,
  layout: WideLayout,
  annotation: Timeline,
  t: number,
  reading: ReadingBox,
): readonly Mark[] {
  const funnel = {
    y: axis.y,
    scale: axis.scale,
    funnelY: layout.funnelY,
    sideY: layout.detail.y,
    footY: layout.detail.y,
  };
  return [
    ...drawFunnel(funnel, annotation, during(t, WHEN.funnel), reading),
    ...drawOverviewAxis(axis, annotation, during(t, WHEN.overview), true, reading),
    ...drawEvents(axis, during(t, WHEN.early), reading),
  ];
}

/** The red bar on the axis, its bracket, and the figure: whole from the first frame in which it is there. */
function drawPeriod(layout: WideLayout, annotation: Timeline, t: number, reading: ReadingBox): readonly Mark[] {
  const { period } = annotation;
  const drawn = during(t, WHEN.period);
  if (period === null || drawn === 0) return [];
  const { detail, numeral } = layout;
  const [from, to] = [positionOfDay(detail.scale, period.from.first), positionOfDay(detail.scale, period.to.last)];
  const bar = stroke(
    reading,
    'period/bar',
    pathAlong(reading, [
      [from, detail.y],
      [from + (to - from) * drawn, detail.y],
    ]),
    9,
    1,
    'red',
  );
  if (numeral === null) return [bar];
  const [top, foot] = [detail.y + BRACKET_TOP_PX, detail.y + BRACKET_PX];
  const bracket = pathAlong(reading, [
    [from, top],
    [from, foot],
    [to, foot],
    [to, top],
  ]);
  const at = startAt(reading, numeral.box.left, numeral.box.top);
  return [
    bar,
    stroke(reading, 'period/bracket', bracket, 1.5, drawn, 'red'),
    ...blockMarks(numeral.block, at, `${reading.key}/numeral`, ramp(drawn, 0, 0.2)),
  ];
}

export function wideMarks(layout: WideLayout, annotation: Timeline, t: number, reading: ReadingBox): readonly Mark[] {
  const { overview, detail } = layout;
  return [
    ...(overview === null ? [] : drawOverview(overview, layout, annotation, t, reading)),
    ...drawDetail(detail, annotation, t, reading),
    ...drawPeriod(layout, annotation, t, reading),
    ...openBars(
      annotation,
      {
        positionOf: (day) => positionOfDay(detail.scale, day),
        end: detail.scale.width,
        pointAt: (position) => [position, detail.y - OPEN_BAR_OFFSET_PX],
      },
      during(t, WHEN.period),
      reading,
    ),
    ...drawEvents(detail, during(t, WHEN.late), reading),
  ];
}

export function wideBoxes(layout: WideLayout, reading: ReadingBox): readonly Box[] {
  const axes = [layout.overview, layout.detail].filter((axis) => axis !== null);
  const texts = axes.flatMap(({ events }) => events.flatMap(({ spot }) => (spot === null ? [] : [spot.box])));
  const bands = axes.map(({ y }): Box => ({ left: 0, right: reading.width, top: y - 6, bottom: y + BRACKET_PX }));
  const figure = layout.numeral === null ? [] : [layout.numeral.box];
  return [...texts, ...bands, ...figure].map((box) => onScreen(reading, box));
}
