import { geoCircle } from 'd3';
import { destination, EARTH_RADIUS_KM, pointsAt } from '../geo/along-line.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import type { Draw, Mark, MarkContext } from '../story/mark.ts';
import type { RingAnnotation } from '../story/story.ts';
import { placeCallout } from './callout.ts';
import { leaderText } from './leader-text.ts';
import { NOTHING } from './nothing.ts';
import { boxAround, boxesAlong, distanceToBox, grow } from './occupancy.ts';
import type { PlacedText } from './place-text.ts';
import { pathOf, phase, projectLine, startOf } from './screen-path.ts';
import { blockBox, blockMarks, type TextBlock, textBlock } from './text-block.ts';
import type { Side } from './text-slots.ts';

/** Vertices every three degrees: the chords stay within a tenth of a pixel of the circle. */
const PRECISION = 3;
const WEST = 270;
/** Clear of the focus symbol. */
const CENTRE_GAP = 12;
const TICK = 4;
const STROKE = 1.4;
const LABEL_GAP = 8;

/** All points at a true distance from a place: the geodesic circle, closed. */
export function ringLine(center: LngLat, radiusKm: number): readonly LngLat[] {
  const degrees = (radiusKm / EARTH_RADIUS_KM) * (180 / Math.PI);
  const circle = geoCircle().center([...center]).radius(degrees).precision(PRECISION)();
  return (circle.coordinates[0] ?? []).map(([lng, lat]): LngLat => [lng ?? 0, lat ?? 0]);
}

function tickStepKm(radiusKm: number): number {
  return [1, 2, 5, 10, 20, 50, 100].find((step) => radiusKm / step <= 10) ?? 200;
}

/** The radius as a line with a tick at each kilometre, from the centre to the ring. */
function dimension(annotation: RingAnnotation, center: LngLat, projection: Projection) {
  const edge = destination(center, WEST, annotation.radiusKm);
  const [from, to] = [projection.project(center), projection.project(edge)];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const along: ScreenPoint = length === 0 ? [-1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const gap = Math.min(CENTRE_GAP, length / 2);
  const start: ScreenPoint = [from[0] + along[0] * gap, from[1] + along[1] * gap];
  const step = tickStepKm(annotation.radiusKm);
  const shares = Array.from({ length: Math.ceil(annotation.radiusKm / step) - 1 }, (_, index) => ((index + 1) * step) / annotation.radiusKm);
  const ticks = projectLine(pointsAt([center, edge], shares), projection);
  return { line: [start, to] as const, ticks, shares, along, length };
}

function dimensionMark(annotation: RingAnnotation, center: LngLat, t: number, projection: Projection): Mark {
  const { line, ticks, shares, along } = dimension(annotation, center, projection);
  const grown = phase(t, 0, 0.5);
  const drawn = ticks.filter((_, index) => (shares[index] ?? 1) <= grown);
  const tickLines = drawn.map(([x, y]): ScreenPoint[] => [
    [x + along[1] * TICK, y - along[0] * TICK],
    [x - along[1] * TICK, y + along[0] * TICK],
  ]);
  const d = pathOf([startOf(line, grown), ...tickLines]);
  return { type: 'path', key: `${annotation.id}:dimension`, d, stroke: 'ink', strokeWidth: STROKE };
}

/** Top left corner of the words: above the dimension line, or above the ring where they are wider than that line. */
function labelCorner(annotation: RingAnnotation, center: LngLat, label: TextBlock, projection: Projection): ScreenPoint {
  const { line, length } = dimension(annotation, center, projection);
  if (length - CENTRE_GAP >= label.width) {
    const x = (line[0][0] + line[1][0]) / 2;
    return [x - label.width / 2, (line[0][1] + line[1][1]) / 2 - LABEL_GAP - label.height];
  }
  const top = projection.project(destination(center, 0, annotation.radiusKm));
  return [top[0] - label.width / 2, top[1] - LABEL_GAP - label.height];
}

const TOUCHES: readonly { readonly side: Side; readonly bearing: number }[] = [
  { side: 'nw', bearing: 322 },
  { side: 'ne', bearing: 38 },
  { side: 'sw', bearing: 218 },
  { side: 'se', bearing: 142 },
  { side: 'e', bearing: 90 },
  { side: 's', bearing: 180 },
  { side: 'n', bearing: 0 },
  { side: 'w', bearing: 270 },
];

/** The ring's own callout, its dot on the ring and its words outside. */
function ringCallout(annotation: RingAnnotation, center: LngLat, taken: readonly Box[], context: MarkContext): PlacedText | null {
  if (annotation.head === '') return null;
  const { length } = dimension(annotation, center, context.restProjection);
  const middle = context.restProjection.project(center);
  const inRing = (box: Box): boolean => distanceToBox(middle, box) < length + 8;
  const ordered = context.dir === 'rtl' ? TOUCHES.toSorted((a, b) => Number(b.side.includes('e')) - Number(a.side.includes('e'))) : TOUCHES;
  const within = { ...context, taken: [...context.taken, ...taken] };
  for (const { side, bearing } of ordered) {
    const lngLat = destination(center, bearing, annotation.radiusKm);
    const placed = placeCallout(annotation, [{ lngLat, sides: [side] }], within, inRing);
    if (placed !== null && placed.block.lines.length > 1) return placed;
  }
  return null;
}

function ringMarks(annotation: RingAnnotation, center: LngLat, label: TextBlock, t: number, context: MarkContext): readonly Mark[] {
  const { projection } = context;
  const shown = phase(t, 0.4, 0.6);
  const d = pathOf([projectLine(ringLine(center, annotation.radiusKm), projection)], true);
  const ring: Mark = {
    type: 'path',
    key: `${annotation.id}:ring`,
    d,
    stroke: 'ink',
    strokeWidth: STROKE,
    fill: 'land',
    fillOpacity: 0.75,
    opacity: shown,
  };
  const words = blockMarks(label, labelCorner(annotation, center, label, projection), {
    key: `${annotation.id}:label`,
    align: 'middle',
    halo: 'land',
    opacity: phase(t, 0.45, 0.6),
  });
  return [ring, dimensionMark(annotation, center, t, projection), ...words];
}

/** A true distance from a place: a whole circle with its radius drawn as a ruler. */
export const drawRing: Draw<RingAnnotation> = (annotation, t, context) => {
  const center = context.places[annotation.place]?.lngLat;
  if (center === undefined) return NOTHING;
  const rest = context.restProjection;
  const label = textBlock([{ text: annotation.label, role: 'callout-head', tone: 'ink' }], 400, context);
  const { line } = dimension(annotation, center, rest);
  const outline = projectLine(ringLine(center, annotation.radiusKm), rest);
  const own = [
    grow(blockBox(label, labelCorner(annotation, center, label, rest)), 2),
    ...boxesAlong(line, 24, TICK + 2, context.freeBox),
    ...boxesAlong(outline, 24, 2, context.freeBox),
  ];
  const placed = ringCallout(annotation, center, own, context);
  const callout = placed === null ? [] : leaderText(`${annotation.id}:callout`, placed, phase(t, 0.6, 1), context);
  return {
    marks: t <= 0 ? [] : [...ringMarks(annotation, center, label, t, context), ...callout],
    boxes: [...own, boxAround(rest.project(center), CENTRE_GAP), ...(placed === null ? [] : [placed.box, ...placed.leaderBoxes])],
    names: [],
  };
};
