import { z } from 'astro/zod';
import { boxAround, distanceToBox, grow } from '../../geo/boxes.ts';
import { destination } from '../../geo/lines/along-line.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { boxesAlong } from '../../labels/boxes-along.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { RestContext, View } from '../../labels/rest-context.ts';
import { type LeadText, leaderText } from '../../labels/texts/leader-text.ts';
import { anchoredGroup, blockBox, blockLines, type TextBlock, textBlock } from '../../labels/texts/text-block.ts';
import type { Side } from '../../labels/texts/text-slots.ts';
import type { Mark, ProjectedGroup, TextMark } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';
import { pathOf, projectedPath, projectLine, startOf } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { calloutBoxes, type PlacedCallout, placeCallout } from '../callout-text.ts';
import { type AnnotationOf, defineAnnotation } from '../define.ts';
import { optionalWords, ref, words } from '../fields.ts';
import { CENTRE_GAP, dimension, labelCorner, ringLine } from './ring-lines.ts';

const schema = z.strictObject({
  place: ref.place(),
  radiusKm: z.number().positive(),
  /** Words on the dimension line, such as "4 kilometres". */
  label: words(),
  /** Of the callout that touches the ring; empty = none. */
  head: optionalWords(),
  body: optionalWords(),
  /** `inward`: what is marked was nearer than the line, so a band fades inward from it. */
  feather: z.enum(['none', 'inward']).default('none'),
});

type Ring = AnnotationOf<typeof schema>;

const TICK = 4;
const STROKE = 1.4;
/** At the line itself. */
const BAND_OPACITY = 0.45;
const DISC_OPACITY = 0.3;
const LABEL_WIDTH = 400;
/** The callout's words keep this far from the ring. */
const OUTSIDE = 6;

function dimensionMark(annotation: Ring, center: LngLat, t: number, projection: Projection): Mark {
  const { line, ticks, shares, along } = dimension(annotation, center, projection);
  const grown = ramp(t, 0, 0.5);
  const drawn = ticks.filter((_, index) => (shares[index] ?? 1) <= grown);
  const tickLines = drawn.map(([x, y]): ScreenPoint[] => [
    [x + along[1] * TICK, y - along[0] * TICK],
    [x - along[1] * TICK, y + along[0] * TICK],
  ]);
  const d = pathOf([startOf(line, grown), ...tickLines]);
  return { type: 'path', key: `${annotation.id}:dimension`, d, stroke: 'ink', strokeWidth: STROKE };
}

/** Where the callout's leader may touch the ring, best first in a text that reads from the left. */
const TOUCHES: readonly { readonly side: Side; readonly bearing: number }[] = [
  { side: 'nw', bearing: 322 },
  { side: 'ne', bearing: 38 },
  { side: 'nw', bearing: 305 },
  { side: 'ne', bearing: 55 },
  { side: 'sw', bearing: 218 },
  { side: 'se', bearing: 142 },
  { side: 'n', bearing: 340 },
  { side: 'n', bearing: 20 },
  { side: 's', bearing: 200 },
  { side: 's', bearing: 160 },
  { side: 'e', bearing: 90 },
  { side: 'w', bearing: 250 },
];

const mirrored = ({ side, bearing }: (typeof TOUCHES)[number]) => ({
  side: (side.endsWith('w') ? side.replace('w', 'e') : side.replace('e', 'w')) as Side,
  bearing: 360 - bearing,
});

/** The ring's own callout, its dot on the ring and its words outside. */
function ringCallout(
  annotation: Ring,
  center: LngLat,
  context: RestContext,
  collisions: Collisions,
): PlacedCallout | null {
  if (annotation.head === '') return null;
  const { length } = dimension(annotation, center, context.projection);
  const middle = context.projection.project(center);
  const inRing = (box: Box): boolean => distanceToBox(middle, box) < length + OUTSIDE;
  const touches = context.dir === 'rtl' ? TOUCHES.map(mirrored) : TOUCHES;
  const options = touches.map(({ side, bearing }) => ({
    lngLat: destination(center, bearing, annotation.radiusKm),
    sides: [side],
  }));
  return placeCallout(annotation, options, context, collisions, inRing);
}

interface PlacedRing {
  readonly center: LngLat;
  readonly label: TextBlock;
  readonly words: readonly TextMark[];
  readonly callout: LeadText | null;
}

const OUTLINE = { type: 'path', key: 'ring', stroke: 'ink', strokeWidth: STROKE } as const;

/** The circle, and a band inside it that fades towards the place: somewhere in here, and nearer than the line. */
const bandMarks = (annotation: Ring, placement: PlacedRing, view: View): readonly ProjectedGroup[] =>
  projectedGroup(placement, annotation.id, [], view, (projection) => {
    const d = projectedPath([ringLine(placement.center, annotation.radiusKm)], projection, true);
    return [
      { type: 'path', key: 'band', d, fill: 'hatch', fillOpacity: BAND_OPACITY, fade: 'inward' },
      { ...OUTLINE, d },
    ];
  });

/** The circle and its ground, faint enough to leave coasts, borders and streets as clear as around it. */
const discMarks = (annotation: Ring, placement: PlacedRing, view: View): readonly ProjectedGroup[] =>
  projectedGroup(placement, annotation.id, [], view, (projection) => {
    const d = projectedPath([ringLine(placement.center, annotation.radiusKm)], projection, true);
    return [{ ...OUTLINE, d, fill: 'ring', fillOpacity: DISC_OPACITY }];
  });

export const ring = defineAnnotation({
  kind: 'ring',
  summary:
    'a true distance from a place: a whole circle with its radius drawn as a ruler, and a callout that touches it',
  schema,
  order: 30,
  isFixed: true,
  isToScale: true,
  space: 'map',
  place(annotation, rest, collisions) {
    const center = rest.places[annotation.place]?.lngLat;
    if (center === undefined) return null;
    const { projection, freeBox } = rest;
    const label = textBlock([{ text: annotation.label, role: 'callout-head', tone: 'ink' }], LABEL_WIDTH, rest);
    const { line } = dimension(annotation, center, projection);
    const outline = projectLine(ringLine(center, annotation.radiusKm), projection);
    const labelBox = blockBox(label, labelCorner(annotation, center, label, projection));
    const own = [grow(labelBox, 2), ...boxesAlong(line, 24, TICK + 2, freeBox), ...boxesAlong(outline, 24, 2, freeBox)];
    const placed = ringCallout(annotation, center, rest, collisions.with(own));
    const words = blockLines(label, 'middle', rest.background.tone(labelBox));
    const boxes = [...own, boxAround(projection.project(center), CENTRE_GAP), ...(placed ? calloutBoxes(placed) : [])];
    return { placement: { center, label, words, callout: placed?.text ?? null }, boxes };
  },
  draw(annotation, placement, t, view) {
    const { id, feather } = annotation;
    const { center, label, words, callout } = placement;
    const corner = labelCorner(annotation, center, label, view.projection);
    const circle = (feather === 'inward' ? bandMarks : discMarks)(annotation, placement, view);
    return [
      ...circle.map((mark) => ({ ...mark, opacity: ramp(t, 0.4, 0.6) })),
      dimensionMark(annotation, center, t, view.projection),
      ...anchoredGroup(`${id}:label`, words, corner, ramp(t, 0.45, 0.6)),
      ...(callout === null ? [] : leaderText(`${id}:callout`, callout, ramp(t, 0.6, 1), view)),
    ];
  },
  example: `\
kind: ring
place: first-place
radiusKm: 4
feather: none # or inward: a band that fades inwards from the line, since what is marked was nearer
label: 4 kilometres
head: A callout that touches the ring # optional
body: a body`,
});
