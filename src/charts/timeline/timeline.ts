import { formatDate } from '../../i18n/format.ts';
import { atRest, atRestInPieces } from '../../labels/at-rest.ts';
import type { Draw, MarkContext, Prepare } from '../../marks/mark.ts';
import type { TimelineAnnotation } from '../../story/story.ts';
import { numeralParts } from '../numeral.ts';
import type { ChartTable } from '../table.ts';
import { type Sheet, sheetOf } from './timeline-sheet.ts';
import { layOutStacked, type StackedLayout } from './timeline-stacked.ts';
import { stackedBoxes, stackedMarks } from './timeline-stacked-marks.ts';
import { layOutWide, type WideLayout } from './timeline-wide.ts';
import { wideBoxes, wideMarks } from './timeline-wide-marks.ts';

type Layout =
  | { readonly form: 'wide'; readonly wide: WideLayout }
  | { readonly form: 'stacked'; readonly stacked: StackedLayout }
  | { readonly form: 'none' };

/** Narrower than this, two scales with texts beside stems are no longer legible. */
const WIDE_FROM_PX = 520;

function layOut(annotation: TimelineAnnotation, sheet: Sheet): Layout {
  const stacked = sheet.width < WIDE_FROM_PX ? layOutStacked(annotation, sheet) : null;
  if (stacked !== null) return { form: 'stacked', stacked };
  const tried = layOutWide(annotation, sheet);
  return tried === null ? { form: 'none' } : { form: 'wide', wide: tried.layout };
}

export const prepareTimeline: Prepare<TimelineAnnotation> = (annotation, context) =>
  atRestInPieces(annotation, context, () => layOut(annotation, sheetOf(annotation, context)));

/** A year above, a fortnight below, and one red bar. Fills the free box. */
export const drawTimeline: Draw<TimelineAnnotation> = (annotation, t, context) => {
  const sheet = sheetOf(annotation, context);
  const layout = atRest(annotation, context, () => layOut(annotation, sheet));
  if (layout.form === 'none') return { marks: [], boxes: [], names: [] };
  if (layout.form === 'wide') {
    return {
      marks: t <= 0 ? [] : wideMarks(layout.wide, annotation, t, sheet),
      boxes: wideBoxes(layout.wide, sheet),
      names: [],
    };
  }
  return {
    marks: t <= 0 ? [] : stackedMarks(layout.stacked, annotation, t, sheet),
    boxes: stackedBoxes(layout.stacked, sheet),
    names: [],
  };
};

/** Every event and the period, in time order. */
export function timelineTable(
  annotation: TimelineAnnotation,
  context: Pick<MarkContext, 'facts' | 'locale'>,
): ChartTable {
  const { facts, locale } = context;
  const { period } = annotation;
  const rows = annotation.events.map(({ date, head, body }) => ({ date, cells: [head, body] }));
  const fact = period === null ? undefined : facts[period.fact];
  const span = (from: string, to: string): string =>
    `${formatDate(from, locale, 'day-month')} – ${formatDate(to, locale, 'day-month')}`;
  const figure = fact === undefined ? '' : Object.values(numeralParts(fact, locale)).join(' ').trim();
  const periodRow =
    period === null
      ? []
      : [
          {
            date: period.from,
            cells: [span(period.from, period.to), `${figure} ${period.label}, ${period.body}`.trim()],
          },
        ];
  const sorted = [...rows, ...periodRow].sort((a, b) => a.date.localeCompare(b.date));
  const caption = `${formatDate(annotation.overview[0], locale, 'month-year')} – ${formatDate(annotation.overview[1], locale, 'month-year')}`;
  return { caption, head: [], rows: sorted.map(({ cells }) => cells) };
}
