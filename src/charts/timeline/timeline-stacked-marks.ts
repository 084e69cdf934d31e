import type { Box } from '../../geo/lng-lat.ts';
import type { Mark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { blockMarks, chartType } from '../chart-text.ts';
import { onScreen, pathAlong, type ReadingBox, startAt } from '../reading-box.ts';
import { detailTicks } from './timeline-detail.ts';
import { drawFunnel, drawOverviewAxis } from './timeline-months.ts';
import { OPEN_BAR_OFFSET_PX, openBars } from './timeline-open-bars.ts';
import { AXIS_U, BRACKET_U, dayY, type StackedLayout, type StackedRow, TEXT_U } from './timeline-stacked.ts';
import { stroke, type Timeline } from './timeline-texts.ts';

const LEADER_PX = 11;

function drawRow(row: StackedRow, t: number, reading: ReadingBox): readonly Mark[] {
  if (t <= 0) return [];
  const key = `${reading.key}/${row.id}`;
  const middle = row.box.top + chartType('callout-head', reading.context).lineHeight / 2;
  const text = ramp(t, 0.4, 1);
  const words = text > 0 ? blockMarks(row.block, startAt(reading, row.box.left, row.box.top), `${key}/text`, text) : [];
  const from = AXIS_U + (row.event ? 4 : 5);
  const leader = pathAlong(reading, [
    [from, row.dayY],
    [TEXT_U - LEADER_PX - 2, middle],
    [TEXT_U - 5, middle],
  ]);
  const line = stroke(reading, `${row.id}/leader`, leader, 1, ramp(t, 0, 0.6), row.event ? 'ink' : 'red');
  if (!row.event) return [line, ...words];
  return [
    line,
    {
      type: 'circle',
      key: `${key}/circle`,
      cx: reading.x(AXIS_U),
      cy: round1(row.dayY),
      r: 4,
      fill: 'paper',
      stroke: 'ink',
      strokeWidth: 1.5,
    },
    ...words,
  ];
}

function drawRows(layout: StackedLayout, events: boolean, t: number, reading: ReadingBox): readonly Mark[] {
  const rows = layout.rows.filter((row) => row.event === events);
  return rows.flatMap((row, i) => drawRow(row, ramp(t, i / rows.length, (i + 1) / rows.length), reading));
}

function drawAxis(layout: StackedLayout, drawn: number, reading: ReadingBox): readonly Mark[] {
  if (drawn === 0) return [];
  const { top, bottom } = layout.axis;
  const axis = stroke(
    reading,
    'detail/axis',
    pathAlong(reading, [
      [AXIS_U, top],
      [AXIS_U, bottom],
    ]),
    1.3,
    drawn,
  );
  if (drawn < 1) return [axis];
  const ticks = detailTicks(layout.axis.scale).map((down) =>
    pathAlong(reading, [
      [AXIS_U, top + down],
      [AXIS_U + 4, top + down],
    ]),
  );
  return [axis, stroke(reading, 'detail/ticks', ticks.join(''), 1, 1)];
}

/** The bracket runs on to the figure it stands for. */
function drawFigure(
  layout: StackedLayout,
  from: number,
  to: number,
  drawn: number,
  reading: ReadingBox,
): readonly Mark[] {
  const { figure, words } = layout;
  if (figure === null) return [];
  const foot = figure.box.top - 2;
  const bracket = pathAlong(reading, [
    [AXIS_U - 8, from],
    [BRACKET_U, from],
    [BRACKET_U, foot],
  ]);
  const tick = pathAlong(reading, [
    [AXIS_U - 8, to],
    [BRACKET_U, to],
  ]);
  const shown = ramp(drawn, 0, 0.2);
  const texts = [figure, words].flatMap((placed, i) => {
    if (placed === null) return [];
    const at = startAt(reading, placed.box.left, placed.box.top);
    return blockMarks(placed.block, at, `${reading.key}/${i === 0 ? 'numeral' : 'words'}`, shown);
  });
  return [
    stroke(reading, 'period/bracket', bracket, 1.5, drawn, 'red'),
    ...(drawn < 1 ? [] : [stroke(reading, 'period/tick', tick, 1.5, 1, 'red')]),
    ...texts,
  ];
}

function drawPeriod(layout: StackedLayout, annotation: Timeline, drawn: number, reading: ReadingBox): readonly Mark[] {
  const { period } = annotation;
  if (period === null || drawn === 0) return [];
  const [from, to] = [dayY(layout.axis, period.from.first), dayY(layout.axis, period.to.last)];
  const bar = pathAlong(reading, [
    [AXIS_U, from],
    [AXIS_U, from + (to - from) * drawn],
  ]);
  return [stroke(reading, 'period/bar', bar, 9, 1, 'red'), ...drawFigure(layout, from, to, drawn, reading)];
}

export function stackedMarks(
  layout: StackedLayout,
  annotation: Timeline,
  t: number,
  reading: ReadingBox,
): readonly Mark[] {
  const { overview, axis, funnelY } = layout;
  const footY = Math.max(axis.bottom, ...layout.rows.map(({ box }) => box.bottom)) + 4;
  return [
    ...(overview === null
      ? []
      : drawFunnel({ ...overview, funnelY, sideY: funnelY + 4, footY }, annotation, ramp(t, 0.18, 0.3), reading)),
    ...(overview === null ? [] : drawOverviewAxis(overview, annotation, ramp(t, 0, 0.16), false, reading)),
    ...drawAxis(layout, ramp(t, 0.26, 0.42), reading),
    ...drawPeriod(layout, annotation, ramp(t, 0.8, 1), reading),
    ...openBars(
      annotation,
      {
        positionOf: (day) => dayY(axis, day),
        end: axis.bottom,
        pointAt: (position) => [AXIS_U + OPEN_BAR_OFFSET_PX, position],
      },
      ramp(t, 0.8, 1),
      reading,
    ),
    ...drawRows(layout, false, ramp(t, 0.8, 1), reading),
    ...drawRows(layout, true, ramp(t, 0.4, 0.8), reading),
  ];
}

export function stackedBoxes(layout: StackedLayout, reading: ReadingBox): readonly Box[] {
  const texts = [...layout.rows, layout.figure, layout.words].flatMap((placed) =>
    placed === null ? [] : [placed.box],
  );
  const strip =
    layout.overview === null
      ? []
      : [{ left: 0, right: reading.width, top: layout.overview.y - 4, bottom: layout.overview.y + 28 }];
  const axis: Box = { left: 0, right: TEXT_U, top: layout.axis.top, bottom: layout.axis.bottom };
  return [...texts, ...strip, axis].map((box) => onScreen(reading, box));
}
