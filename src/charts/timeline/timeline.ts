import { type DataTable, type DescribeContext, defineAnnotation } from '../../annotations/define.ts';
import { formatDay, formatYear } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { numeralParts } from '../../story/numeral-parts.ts';
import { type ReadingBox, readingBoxOf } from '../reading-box.ts';
import { type Moment, middleOf, type Span } from './timeline-dates.ts';
import { dayScale, momentName, yearOfDay } from './timeline-scale.ts';
import { timelineSchema as schema } from './timeline-schema.ts';
import { layOutStacked, type StackedLayout } from './timeline-stacked.ts';
import { stackedBoxes, stackedMarks } from './timeline-stacked-marks.ts';
import type { Timeline } from './timeline-texts.ts';
import { layOutWide, type WideLayout } from './timeline-wide.ts';
import { wideBoxes, wideMarks } from './timeline-wide-marks.ts';

type Layout =
  | { readonly form: 'wide'; readonly wide: WideLayout }
  | { readonly form: 'stacked'; readonly stacked: StackedLayout };

/** Narrower than this, two scales with texts beside stems are no longer legible. */
const WIDE_FROM_PX = 520;

function layOut(annotation: Timeline, reading: ReadingBox): Layout | null {
  const stacked = reading.width < WIDE_FROM_PX ? layOutStacked(annotation, reading) : null;
  if (stacked !== null) return { form: 'stacked', stacked };
  const tried = layOutWide(annotation, reading);
  return tried && { form: 'wide', wide: tried.layout };
}

/** An end of the whole time: its month, or of a long time its year. */
function endName(day: number, { first, last }: Span, locale: string): string {
  const isLong = dayScale({ first, last }, 1).grain === 'year';
  return isLong ? formatYear(yearOfDay(day), locale) : formatDay(day, locale, 'month-year');
}

/** Every event and the period, in time order. */
function tableOf(annotation: Timeline, context: DescribeContext): DataTable {
  const { facts, locale } = context;
  const { period } = annotation;
  const rows = annotation.events.map(({ date, head, body }) => ({ day: middleOf(date), cells: [head, body] }));
  const fact = period === null ? undefined : facts[period.fact];
  const span = (from: Moment, to: Moment): string =>
    `${momentName(from, locale, 'day-month')} – ${momentName(to, locale, 'day-month')}`;
  const figure = fact === undefined ? '' : Object.values(numeralParts(fact, locale)).join(' ').trim();
  const periodRow =
    period === null
      ? []
      : [
          {
            day: period.from.first,
            cells: [span(period.from, period.to), `${figure} ${period.label}, ${period.body}`.trim()],
          },
        ];
  const sorted = [...rows, ...periodRow].sort((a, b) => a.day - b.day);
  const whole = annotation.overview ?? annotation.detail;
  const [from = '', to = ''] = [whole.first, whole.last].map((day) => endName(day, whole, locale));
  return {
    caption: from === to ? from : `${from} – ${to}`,
    head: [translate('period', locale), translate('event', locale)],
    rows: sorted.map(({ cells }) => cells),
  };
}

/** Fills the free box. */
export const timeline = defineAnnotation({
  kind: 'timeline',
  summary:
    'a long time above, a short one below, by days, months or years; events on both, and one period in red with its figure',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place(annotation, rest) {
    const reading = readingBoxOf(annotation, rest);
    const layout = layOut(annotation, reading);
    if (layout === null) return null;
    const boxes = layout.form === 'wide' ? wideBoxes(layout.wide, reading) : stackedBoxes(layout.stacked, reading);
    return { placement: layout, boxes };
  },
  draw(annotation, layout, t, view) {
    const reading = readingBoxOf(annotation, view);
    if (layout.form === 'wide') return wideMarks(layout.wide, annotation, t, reading);
    return stackedMarks(layout.stacked, annotation, t, reading);
  },
  describe: tableOf,
  example: `\
kind: timeline
overview: [2019-04-01, 2019-12-31] # optional: the longer time, where detail is a part of one
detail: [2019-12-10, 2019-12-28]
events:
  - { id: first, date: 2019-12-12, head: 12 December, body: what happened }
  - { id: second, date: 2019-12-16, head: 16 December, body: what went on from then, knownUntil: 2019-12-20 } # optional: a bar without an end
period: { from: 2019-12-12, to: 2019-12-25, fact: example-figure, label: words, body: more words } # optional`,
});
