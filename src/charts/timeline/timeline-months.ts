import type { Mark, TextMark } from '../../marks/mark.ts';
import type { TimelineAnnotation } from '../../story/story.ts';
import { blockMarks, chartType, type TextBlock, type TextPart, textBlock } from '../chart-text.ts';
import { dayNumber, isoOfDay, monthName, monthNumber, steps, type TimeScale, yearName } from './timeline-scale.ts';
import { middleAt, pathAlong, type Sheet, startAt, stroke } from './timeline-sheet.ts';

/** The scale of months at its height on the screen. */
export interface MonthsAxis {
  readonly y: number;
  readonly scale: TimeScale;
}

export const AXIS_WIDTH = 1.3;
const NAMED_PX = 40;

/** Words of one line, centred, for labels along an axis. */
export const label = (text: string, tone: TextPart['tone'], role: TextPart['role'], sheet: Sheet): TextBlock =>
  textBlock([{ text, role, tone }], Number.POSITIVE_INFINITY, sheet.context);

/** Short strokes down from an axis, as one path. */
export function ticks(at: readonly number[], y: number, lengthPx: number, sheet: Sheet): string {
  return at
    .map((u) =>
      pathAlong(sheet, [
        [u, y],
        [u, y + lengthPx],
      ]),
    )
    .join('');
}

/** Names of the months in the middle of their spans; initials where the spans are narrow, none where even those are too wide. */
function monthLabels(axis: MonthsAxis, annotation: TimelineAnnotation, sheet: Sheet): readonly TextMark[] {
  const { scale, y } = axis;
  const { locale } = sheet.context;
  const months = steps(scale.first, scale.last);
  const width = scale.at(scale.first + 1);
  const [start, end] = stretch(axis, annotation);
  const [from, to] = annotation.detail.map((iso) => Math.floor(monthNumber(iso)));
  const inDetail = (month: number): boolean => month >= (from ?? 0) && month <= (to ?? 0);
  for (const form of ['short', 'narrow'] as const) {
    const blocks = months.map((month) =>
      inDetail(month)
        ? label(monthName(month, locale, form), 'ink', 'callout-head', sheet)
        : label(monthName(month, locale, form), 'ink-2', 'small', sheet),
    );
    if (blocks.some((block) => block.width > width - 6)) continue;
    return blocks.flatMap((block, i) => {
      const month = scale.first + i;
      const span = inDetail(month)
        ? [Math.max(scale.at(month), start), Math.min(scale.at(month + 1), end)]
        : [scale.at(month), scale.at(month + 1)];
      return blockMarks(
        block,
        middleAt(sheet, ((span[0] ?? 0) + (span[1] ?? 0)) / 2, y + 8),
        `${sheet.key}/month/${i}`,
      );
    });
  }
  return [];
}

function yearLabels(axis: MonthsAxis, sheet: Sheet): readonly TextMark[] {
  const { scale, y } = axis;
  const top = y + 10 + chartType('small', sheet.context).lineHeight;
  const starts = steps(scale.first, scale.last).filter((month) => month === scale.first || month % 12 === 0);
  let free = 0;
  return starts.flatMap((month) => {
    const block = label(yearName(month, sheet.context.locale), 'ink-2', 'small', sheet);
    const u = scale.at(month);
    if (u < free || u + block.width > scale.width) return [];
    free = u + block.width + 8;
    return blockMarks(block, startAt(sheet, u, top), `${sheet.key}/year/${month}`);
  });
}

/** The days below, as a stretch of the months above. */
function stretch(axis: MonthsAxis, annotation: TimelineAnnotation): readonly [number, number] {
  const [from, to] = annotation.detail;
  return [axis.scale.at(monthNumber(from)), axis.scale.at(monthNumber(isoOfDay(dayNumber(to) + 1)))];
}

export function drawMonths(
  axis: MonthsAxis,
  annotation: TimelineAnnotation,
  drawn: number,
  years: boolean,
  sheet: Sheet,
): readonly Mark[] {
  const line = stroke(
    sheet,
    'overview/axis',
    pathAlong(sheet, [
      [0, axis.y],
      [axis.scale.width, axis.y],
    ]),
    AXIS_WIDTH,
    drawn,
  );
  if (drawn < 1) return [line];
  const bounds = steps(axis.scale.first, axis.scale.last + 1).map(axis.scale.at);
  const [from, to] = stretch(axis, annotation);
  return [
    line,
    stroke(sheet, 'overview/ticks', ticks(bounds, axis.y, 7, sheet), 1, 1),
    stroke(
      sheet,
      'overview/stretch',
      pathAlong(sheet, [
        [from, axis.y],
        [to, axis.y],
      ]),
      4,
      1,
    ),
    ...monthLabels(axis, annotation, sheet),
    ...(years ? yearLabels(axis, sheet) : []),
  ];
}

export interface Funnel extends MonthsAxis {
  /** Where it has opened to the full width, where its dotted sides end, and where its ground does. */
  readonly funnelY: number;
  readonly sideY: number;
  readonly footY: number;
}

/** The dotted sides, from the stretch above to the reading start and end of the sheet. */
function sides(funnel: Funnel, mouth: number, neck: number, ends: readonly [number, number], sheet: Sheet): string {
  const { funnelY, sideY } = funnel;
  const edges = [0, sheet.width] as const;
  return ends
    .map((u, i): readonly (readonly [number, number])[] => {
      const edge = edges[i] ?? 0;
      return [
        [u, mouth],
        [u, neck],
        [edge, funnelY],
        [edge, sideY],
      ];
    })
    .map((points) => pathAlong(sheet, points))
    .join('');
}

/** Two dotted lines that open the stretch of days to the full width. */
export function drawFunnel(
  funnel: Funnel,
  annotation: TimelineAnnotation,
  opacity: number,
  sheet: Sheet,
): readonly Mark[] {
  if (opacity === 0) return [];
  const { y, funnelY, footY } = funnel;
  const { width, key } = sheet;
  const [from, to] = stretch(funnel, annotation);
  const neck = y + chartType('small', sheet.context).lineHeight + 12;
  // A stretch narrower than its month's name would be dotted across the name.
  const mouth = to - from < NAMED_PX ? neck : y + 3;
  const ground = pathAlong(sheet, [
    [from, neck],
    [0, funnelY],
    [0, footY],
    [width, footY],
    [width, funnelY],
    [to, neck],
  ]);
  const lines = sides(funnel, mouth, neck, [from, to], sheet);
  const shade = opacity < 1 ? { opacity } : {};
  const dotted = { stroke: 'ink', strokeWidth: 1.2, dash: [0.1, 4], cap: 'round' } as const;
  return [
    { type: 'path', key: `${key}/funnel/ground`, d: `${ground}Z`, fill: 'paper', fillOpacity: 0.7, ...shade },
    { type: 'path', key: `${key}/funnel/lines`, d: lines, ...dotted, ...shade },
  ];
}
