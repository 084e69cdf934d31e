import { defineAnnotation } from '../../annotations/define.ts';
import { grow } from '../../geo/boxes.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { viewAt } from '../../story/data/layer-view.ts';
import { type LegendAnnotation, type LegendPart, stacked, wordsPart } from './legend-block.ts';
import { rowsPart, stripPart, timePart } from './legend-parts.ts';
import { legendSchema } from './legend-schema.ts';
import { sizesPart } from './legend-sizes.ts';
import { phoneLegend } from './phone-legend.ts';

const schema = legendSchema;

const WIDTH = { desktop: 216, tablet: 200, phone: 280, embed: 190 } as const;
const PADDING = 11;
const MARGIN = 14;
const GAP = 7;
const STEP = 24;

interface LegendPlacement {
  readonly marks: readonly Mark[];
  /** What changes from slice to slice: of each its marks. */
  readonly frames: readonly (readonly Mark[])[];
}

function colorPart(legend: LegendAnnotation, width: number, context: ScreenContext): LegendPart {
  return legend.form === 'gradient' && legend.colors > 1
    ? stripPart(legend, width, context)
    : rowsPart(legend, width, context);
}

/** Title, colours, sizes and source. */
function staticPart(legend: LegendAnnotation, width: number, context: ScreenContext): LegendPart {
  const title = wordsPart([{ text: legend.title, role: 'callout-head', tone: 'ink' }], width, context);
  const sizeTitle = wordsPart([{ text: legend.sizeTitle, role: 'small', tone: 'ink-2' }], width, context);
  const source = wordsPart([{ text: legend.source, role: 'small', tone: 'ink-3' }], width, context);
  return stacked([title, colorPart(legend, width, context), sizeTitle, sizesPart(legend, context), source], GAP);
}

/** What stays, what changes from slice to slice, and how far below that the rest begins. */
interface LegendLayout {
  readonly body: LegendPart;
  readonly frames: readonly LegendPart[];
  readonly bodyTop: number;
}

function layOut(legend: LegendAnnotation, width: number, context: ScreenContext): LegendLayout {
  const { times, shown, rows } = legend;
  // Sizes alone are not told in a line.
  if (context.sizeClass === 'phone' && (rows.length > 0 || legend.sizes.length > 0 || legend.form === 'gradient')) {
    return { ...phoneLegend(legend, width, context), bodyTop: 0 };
  }
  const frames = times.length === 0 ? [] : shown.map((index) => timePart(times, index, width, context));
  const bodyTop = frames.length === 0 ? 0 : Math.max(...frames.map(({ height }) => height)) + GAP;
  return { body: staticPart(legend, width, context), frames, bodyTop };
}

/** Corners of the free part of the screen, away from the text first, and places along its sides. */
function places({ freeBox, dir }: ScreenContext, width: number, height: number): readonly Box[] {
  const [left, right] = [freeBox.left + MARGIN, freeBox.right - MARGIN - width];
  const sides = dir === 'rtl' ? [left, right] : [right, left];
  const [top, bottom] = [freeBox.top + MARGIN, freeBox.bottom - MARGIN - height];
  const steps = Array.from(
    { length: Math.max(0, Math.floor((bottom - top) / STEP)) },
    (_, index) => bottom - (index + 1) * STEP,
  );
  return [bottom, top, ...steps].flatMap((y) =>
    sides.map((x) => ({ left: x, right: x + width, top: y, bottom: y + height })),
  );
}

const hits = (box: Box, collisions: Collisions): boolean => collisions.hits(grow(box, 4));

function placeLegend(legend: LegendAnnotation, context: ScreenContext, collisions: Collisions) {
  const width = Math.min(
    WIDTH[context.sizeClass],
    context.freeBox.right - context.freeBox.left - 2 * (MARGIN + PADDING),
  );
  const { body, frames, bodyTop } = layOut(legend, width, context);
  const inner = Math.max(body.width, frames.length > 0 ? width : 0);
  const all = places(context, inner + 2 * PADDING, body.height + bodyTop + 2 * PADDING);
  const box = all.find((one) => !hits(one, collisions)) ?? all[0] ?? context.freeBox;
  const x = (offset: number): number =>
    context.dir === 'rtl' ? box.right - PADDING - offset : box.left + PADDING + offset;
  const top = box.top + PADDING;
  const key = legend.id;
  const plate: Mark = {
    type: 'rect',
    key: `${key}/plate`,
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
    radius: 4,
    fill: 'paper',
    fillOpacity: 0.9,
  };
  const placement: LegendPlacement = {
    marks: [plate, ...body.marks(x, top + bodyTop, key)],
    frames: frames.map((part, index) => part.marks(x, top, `${key}/time/${index}`)),
  };
  return { placement, boxes: [box] };
}

/** What a data layer's signs mean, and the date of the slice on show. Made for each section that shows one. */
export const legend = defineAnnotation({
  kind: 'legend',
  summary: 'what the colours and sizes of a data layer mean',
  schema,
  order: 12,
  isFixed: true,
  space: 'screen',
  place: placeLegend,
  draw: (_annotation, { marks, frames }, t) => [...marks, ...(frames[viewAt(frames.length, t)] ?? [])],
  example: '',
});
