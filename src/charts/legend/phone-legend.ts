import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textAnchor } from '../../typography/text-style.ts';
import { chartType } from '../chart-text.ts';
import {
  dotMark,
  type LegendAnnotation,
  type LegendPart,
  rectMark,
  stacked,
  toneOf,
  wordsPart,
} from './legend-block.ts';
import { anchorAt, axisMarks, stripPart } from './legend-parts.ts';
import { lowSizesPart } from './legend-sizes.ts';

const GAP = 5;
const AXIS_PX = 10;
const SWATCH_PX = 12;
/** From a sign to its words, and from those to the next sign. */
const AIR = { words: 6, next: 14 } as const;
/** What a title has of the line at least, beside a date. */
const TITLE_SHARE = 0.55;

/** What stays, and of each slice what is drawn into it. */
export interface PhoneLegend {
  readonly body: LegendPart;
  readonly frames: readonly LegendPart[];
}

function signMark(annotation: LegendAnnotation, group: number | null, at: number, middle: number) {
  return (x: (offset: number) => number, key: string): Mark => {
    const fill = toneOf(annotation, group);
    if (annotation.sign === 'dot') return dotMark(annotation, fill, [x(at + SWATCH_PX / 2), middle], key);
    const half = annotation.sign === 'line' ? 1.5 : SWATCH_PX / 2;
    return rectMark(x, [at, at + SWATCH_PX], [middle - half, middle + half], fill, key);
  };
}

/** Rows of a legend beside one another, as many in a line as have room. */
function inlinePart(
  annotation: LegendAnnotation,
  rows: LegendAnnotation['rows'],
  width: number,
  context: ScreenContext,
): LegendPart {
  const style = chartType('small', context);
  const placed: { readonly at: number; readonly line: number }[] = [];
  let [end, line] = [0, 0];
  for (const { text } of rows) {
    const needed = SWATCH_PX + AIR.words + textWidth(text, style);
    if (end > 0 && end + needed > width) [end, line] = [0, line + 1];
    placed.push({ at: end, line });
    end += needed + AIR.next;
  }
  return {
    width,
    height: rows.length === 0 ? 0 : (line + 1) * style.lineHeight,
    marks: (x, top, key) =>
      rows.flatMap(({ text, group }, index): readonly Mark[] => {
        const { at, line: row } = placed[index] ?? { at: 0, line: 0 };
        const middle = top + (row + 0.5) * style.lineHeight;
        const sign = signMark(annotation, group, at, middle)(x, `${key}/swatch/${index}`);
        const anchor = textAnchor(context.dir === 'rtl' ? 'right' : 'left', text);
        const place = { x: round1(x(at + SWATCH_PX + AIR.words)), y: round1(middle + style.size * 0.34) };
        return [
          sign,
          { type: 'text', key: `${key}/text/${index}`, ...place, text, role: 'small', tone: 'ink', anchor },
        ];
      }),
  };
}

/** The date at the end of the title's line, and below that the axis of all slices. */
function datePart(legend: LegendAnnotation, index: number, titleHeight: number, width: number, context: ScreenContext) {
  const { times } = legend;
  const text = times[index] ?? '';
  const style = chartType('small', context);
  const at = (slice: number): number => (times.length === 1 ? 0 : 4 + (slice * (width - 8)) / (times.length - 1));
  return {
    width,
    height: titleHeight + AXIS_PX,
    marks: (x: (offset: number) => number, top: number, key: string): readonly Mark[] => [
      {
        type: 'text',
        key: `${key}/date`,
        x: round1(x(width)),
        y: round1(top + style.lineHeight * 0.78),
        text,
        role: 'small',
        tone: 'ink',
        anchor: anchorAt(1, text, context),
      },
      ...axisMarks(times.length, index, (slice) => round1(x(at(slice))), round1(top + titleHeight + AXIS_PX / 2), key),
    ],
  };
}

const space = (height: number): LegendPart => ({ width: 0, height, marks: () => [] });

/** A legend as low as can be: its date beside its title, classes in a strip, kinds in a line. */
export function phoneLegend(legend: LegendAnnotation, width: number, context: ScreenContext): PhoneLegend {
  const { form, colors, rows, times, shown } = legend;
  const style = chartType('small', context);
  const dates = times.length === 0 ? 0 : Math.max(...times.map((time) => textWidth(time, style))) + AIR.next;
  const room = Math.max(width * TITLE_SHARE, width - dates);
  const title = wordsPart([{ text: legend.title, role: 'callout-head', tone: 'ink' }], room, context);
  const isStrip = form !== 'categories' && form !== 'plain' && colors > 1;
  const beside = isStrip ? rows.filter(({ group }) => group === null) : rows;
  const parts = [
    title,
    space(times.length === 0 ? 0 : AXIS_PX - GAP),
    ...(isStrip ? [stripPart(legend, width, context)] : []),
    inlinePart(legend, beside, width, context),
    lowSizesPart(legend, width, context),
  ];
  return {
    body: stacked(parts, GAP),
    frames: times.length === 0 ? [] : shown.map((index) => datePart(legend, index, title.height, width, context)),
  };
}
