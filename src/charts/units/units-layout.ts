import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import { type Polygons, polygonsContain } from '../../geo/point-in-polygons.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';
import { projectLine } from '../../marks/screen-path.ts';
import { chartBlock } from '../chart-text.ts';

/** What of the annotation a layout depends on. */
export interface UnitsFields {
  readonly per: number;
  readonly whole: number;
  readonly part: number;
  readonly label: string;
  readonly partLabel: string;
  readonly unitLabel: string;
  readonly clearOf: string | null;
}

/** Squares in rows, words above and below them. Plain data, in pixels of the resting screen. */
export interface UnitsLayout {
  readonly box: Box;
  /** Of the squares alone. */
  readonly squares: Box;
  readonly columns: number;
  readonly count: number;
  /** How many of them are marked; a last one may be marked in part. */
  readonly marked: number;
  readonly above: TextBlock;
  readonly below: TextBlock;
}

/** The same on every screen of a size class and in every section: a square is always so many people. */
export const squareSizes = ({ sizeClass }: Pick<RestContext, 'sizeClass'>): { pitch: number; side: number } =>
  sizeClass === 'phone' || sizeClass === 'embed' ? { pitch: 6.5, side: 5.5 } : { pitch: 11, side: 9 };

const MARGIN_PX = 8;
const GAP_PX = 8;
/** Rows of tens can be counted. */
const TEN = 10;
const MOST_COLUMNS = 50;
const SAMPLES = 7;

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: SAMPLES }, (_, k) => from + ((to - from) * k) / (SAMPLES - 1));

/** How much of a box lies in a region on the screen, by points of a grid, 0–1. */
function shareIn(box: Box, region: Polygons): number {
  const points = between(box.left, box.right).flatMap((x) =>
    between(box.top, box.bottom).map((y): ScreenPoint => [x, y]),
  );
  return points.filter((point) => polygonsContain(region, point)).length / points.length;
}

function regionOnScreen({ clearOf }: UnitsFields, { atlas, projection }: RestContext): Polygons {
  const region = clearOf === null ? null : atlas.area(clearOf);
  return region?.map((rings) => rings.map((ring) => projectLine(ring, projection))) ?? [];
}

/** Corners and edges of the free box where the chart may stand, the foot first. */
function boxesIn({ freeBox, dir }: RestContext, width: number, height: number): readonly Box[] {
  const middle = (freeBox.left + freeBox.right - width) / 2;
  const edges = [freeBox.right - MARGIN_PX - width, freeBox.left + MARGIN_PX];
  const lefts = [middle, ...(dir === 'rtl' ? edges.toReversed() : edges)];
  const tops = [freeBox.bottom - MARGIN_PX - height, freeBox.top + MARGIN_PX];
  return tops.flatMap((top) => lefts.map((left) => ({ left, right: left + width, top, bottom: top + height })));
}

/** Where the squares stand: clear of the region if that can be, else where least of them lies in it. */
export function layOutUnits(annotation: UnitsFields, context: RestContext, collisions: Collisions): UnitsLayout {
  const { pitch } = squareSizes(context);
  const { freeBox } = context;
  const room = freeBox.right - freeBox.left - 2 * MARGIN_PX;
  const columns = Math.max(TEN, Math.min(MOST_COLUMNS, Math.floor(room / pitch / TEN) * TEN));
  const count = Math.max(1, Math.round(annotation.whole / annotation.per));
  const rows = Math.ceil(count / columns);
  const width = columns * pitch;
  const part = { text: annotation.partLabel, role: 'callout-head', tone: 'ink' } as const;
  const above = chartBlock([part], width, context);
  const texts = [annotation.label, annotation.unitLabel];
  const below = chartBlock(
    texts.map((text) => ({ text, role: 'callout-body', tone: 'ink-2' }) as const),
    width,
    context,
  );
  const height = above.height + GAP_PX + rows * pitch + GAP_PX + below.height;
  const region = regionOnScreen(annotation, context);
  const boxes = boxesIn(context, width, height);
  const free = boxes.filter((box) => !collisions.hits(box));
  const choices = free.length > 0 ? free : boxes;
  const box = choices.reduce((best, one) => (shareIn(one, region) < shareIn(best, region) ? one : best));
  const top = box.top + above.height + GAP_PX;
  const squares = { left: box.left, right: box.right, top, bottom: top + rows * pitch };
  return { box, squares, columns, count, marked: annotation.part / annotation.per, above, below };
}
