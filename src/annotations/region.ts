import { z } from 'astro/zod';
import { polygonArea, polygonCentroid } from 'd3';
import { boundsOf } from '../geo/bounds.ts';
import { grow } from '../geo/boxes.ts';
import { clamp } from '../geo/clamp.ts';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import { polygonsContain, ringContains } from '../geo/point-in-polygons.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { anchoredGroup, blockBox, blockLines, type TextBlock, textBlock } from '../labels/texts/text-block.ts';
import { projectLine } from '../marks/screen-path.ts';
import { ramp } from '../story/easing.ts';
import { type AnnotationOf, defineAnnotation } from './define.ts';
import { lngLat, ref, words } from './fields.ts';

const schema = z.strictObject({
  region: ref.region(),
  label: words(),
  /** Overrides the middle of the region. */
  at: lngLat().nullable().default(null),
});

type Region = AnnotationOf<typeof schema>;

type Ring = [number, number][];

const EDGE = 12;
/** The middle is sought on a grid of so many steps each way. */
const STEPS = 16;
const MAX_WIDTH = 400;
/** Width of lines that hold a label in two, as a share of its width in one: words are seldom of one length. */
const TWO_LINES = 0.7;
/** A spot comes back from the map where it was found but for what rounding makes of it, in pixels. */
const ROUNDING = 0.01;

/** The region's largest outline on the resting screen. */
function largestRing(annotation: Region, context: RestContext): Ring {
  const polygons = context.atlas.area(annotation.region) ?? [];
  const rings = polygons.map(
    (polygon): Ring => projectLine(polygon[0] ?? [], context.projection).map(([x, y]) => [x, y]),
  );
  return rings.reduce<Ring>(
    (best, ring) => (Math.abs(polygonArea(ring)) > Math.abs(polygonArea(best)) ? ring : best),
    [],
  );
}

function gridOver(box: Box): readonly ScreenPoint[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, index) => index / STEPS);
  return steps.flatMap((down) =>
    steps.map(
      (across): ScreenPoint => [box.left + (box.right - box.left) * across, box.top + (box.bottom - box.top) * down],
    ),
  );
}

function visiblePart(ring: Ring, room: Box): Box {
  const [left, top, right, bottom] = boundsOf(ring);
  return {
    left: Math.max(room.left, left),
    right: Math.min(room.right, right),
    top: Math.max(room.top, top),
    bottom: Math.min(room.bottom, bottom),
  };
}

const centredBox = (block: TextBlock, [x, y]: ScreenPoint): Box =>
  blockBox(block, [x - block.width / 2, y - block.height / 2]);

const cornersOf = ({ left, right, top, bottom }: Box): Ring => [
  [left, top],
  [right, top],
  [left, bottom],
  [right, bottom],
];

/** The free spot nearest to the middle of what is seen of the region; wholly inside the region where that can be. */
function middleOf(ring: Ring, block: TextBlock, context: RestContext, collisions: Collisions): ScreenPoint | null {
  if (ring.length < 3) return null;
  const room = grow(context.freeBox, -EDGE);
  const part = visiblePart(ring, room);
  const [cx, cy] = polygonCentroid(ring);
  const target: ScreenPoint = [clamp(cx, part.left, part.right), clamp(cy, part.top, part.bottom)];
  const away = (point: ScreenPoint): number => distanceBetween(point, target);
  const isFree = (point: ScreenPoint): boolean => collisions.isFree(grow(centredBox(block, point), ROUNDING), room);
  const free = [target, ...gridOver(part)].filter(isFree);
  const outline = [[ring]];
  const inside = (points: (box: Box) => Ring): readonly ScreenPoint[] =>
    free.filter((point) => points(centredBox(block, point)).every((corner) => polygonsContain(outline, corner)));
  const whole = inside((box) => cornersOf(grow(box, 6)));
  const spots = whole.length > 0 ? whole : inside((box) => [[(box.left + box.right) / 2, (box.top + box.bottom) / 2]]);
  return spots.reduce<ScreenPoint | null>(
    (best, point) => (best === null || away(point) < away(best) ? point : best),
    null,
  );
}

function labelPoint(
  at: LngLat | null,
  ring: Ring,
  block: TextBlock,
  context: RestContext,
  collisions: Collisions,
): LngLat | null {
  if (at !== null) {
    const box = centredBox(block, context.projection.project(at));
    if (collisions.isFree(box, grow(context.freeBox, -EDGE))) return at;
  }
  const middle = middleOf(ring, block, context, collisions);
  return middle === null ? null : unproject(context.projection, middle);
}

interface PlacedLabel {
  readonly point: LngLat;
  readonly block: TextBlock;
  readonly box: Box;
  /** How much of it lies in the region, 0–1. */
  readonly inside: number;
}

const SAMPLES = 8;

/** The share of a box's upper and lower edge that lies in a ring, measured at evenly spaced points. */
function shareInside({ left, right, top, bottom }: Box, ring: Ring): number {
  const across = Array.from({ length: SAMPLES + 1 }, (_, k) => left + ((right - left) * k) / SAMPLES);
  const points = across.flatMap(
    (x): Ring => [
      [x, top],
      [x, bottom],
    ],
  );
  return points.filter((point) => ringContains(ring, point)).length / points.length;
}

/**
 * The label in one line. Where that reaches beyond the region, in two, where it was asked for or else in the middle, if
 * more of it lies in the region then.
 */
function placeLabel(annotation: Region, context: RestContext, collisions: Collisions): PlacedLabel | null {
  const text = annotation.label.toLocaleUpperCase(context.locale);
  const ring = largestRing(annotation, context);
  const placed = (width: number, at: LngLat | null): PlacedLabel | null => {
    const block = textBlock([{ text, role: 'region', tone: 'region' }], width, context);
    const point = labelPoint(at, ring, block, context, collisions);
    if (point === null) return null;
    const box = centredBox(block, context.projection.project(point));
    return { point, block, box, inside: shareInside(box, ring) };
  };
  const inOne = placed(MAX_WIDTH, annotation.at);
  if (inOne === null || inOne.inside === 1 || !text.includes(' ')) return inOne;
  const inTwo = [annotation.at, null].flatMap((at) => placed(inOne.block.width * TWO_LINES, at) ?? []);
  return inTwo.reduce((best, one) => (one.inside > best.inside ? one : best), inOne);
}

/** The tint itself is in `layers.tints`. */
export const region = defineAnnotation({
  kind: 'region',
  summary: "the name of a region or of the story's own area in the middle of what is seen of it",
  schema,
  order: 140,
  isFixed: false,
  space: 'map',
  place(annotation, rest, collisions) {
    const placed = placeLabel(annotation, rest, collisions);
    if (placed === null) return null;
    const { point, block, box } = placed;
    const { width, height } = block;
    const lines = blockLines(block, 'middle', rest.background.tone(box));
    return { placement: { point, width, height, lines }, boxes: [box], characters: annotation.label.length };
  },
  draw({ id }, { point, width, height, lines }, t, { projection }) {
    const [x, y] = projection.project(point);
    return anchoredGroup(id, lines, [x - width / 2, y - height / 2], ramp(t, 0, 1));
  },
  names: ({ region: id }) => [id],
  example: `\
kind: region
region: XX.YY # its tint stands in layers.tints
label: A province
at: [25.1, 38.2] # optional: instead of the middle`,
});
