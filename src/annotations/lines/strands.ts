import { z } from 'astro/zod';
import { destination, type Line } from '../../geo/lines/along-line.ts';
import { sampleBezier } from '../../geo/lines/smooth-line.ts';
import type { LngLat, Projection } from '../../geo/lng-lat.ts';
import { boxesAlong } from '../../labels/boxes-along.ts';
import type { PathMark } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';
import { projectLine } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { type AnnotationOf, defineAnnotation } from '../define.ts';
import { ref } from '../fields.ts';
import { fadingLine } from './fading-line.ts';

/** More would be no lines but a surface. */
const MOST_OTHERS = 200;

/** Degrees clockwise from north, and how far. */
const heading = () => z.strictObject({ bearingDegrees: z.number(), lengthKm: z.number().positive() });

const schema = z.strictObject({
  from: ref.place(),
  /** The shared beginning. */
  stem: heading(),
  /** One strand each. */
  headings: z.array(heading()).min(1),
  /** `hair`: thin, a line for each person. */
  stroke: z.enum(['line', 'hair']).default('line'),
  /** More hairlines between two bearings, which fade one after another while it is drawn: none of them stays. */
  others: z
    .strictObject({
      count: z
        .int()
        .min(1)
        .max(MOST_OTHERS, { error: `at most ${MOST_OTHERS}` }),
      bearings: z.tuple([z.number(), z.number()], { error: 'two bearings in degrees' }),
      lengthKm: z.number().positive(),
    })
    .optional(),
});

type Strands = AnnotationOf<typeof schema>;

const SAMPLES = 28;
const WIDTHS = { line: 1.8, hair: 1 } as const;
/** How far beyond the stem a strand still leans its way, as a share of what is left. */
const LEAN = 0.3;

/** One strand: along the stem first, then bending to its own heading. */
function strand(from: LngLat, stem: Strands['stem'], heading: Strands['headings'][number]): Line {
  const parting = destination(from, stem.bearingDegrees, stem.lengthKm);
  const left = Math.max(0, heading.lengthKm - stem.lengthKm);
  const leaning = destination(parting, stem.bearingDegrees, left * LEAN);
  const end = destination(parting, heading.bearingDegrees, left);
  return sampleBezier([from, parting, leaning, end], SAMPLES);
}

type Others = NonNullable<Strands['others']>;

const OTHERS_WIDTH = 0.8;
const OTHERS_OPACITY = 0.55;
/** They go in so many lots, each spread over the whole fan: a mark for each would be too many. */
const LOTS = 12;
/** They stand whole from here on, and the last is gone a little before the end. */
const [WHOLE, GONE] = [0.4, 0.96];
/** How much shorter than the longest they are at most. */
const SHORTER = 0.35;
/** Share of a heading that its stem has turned. */
const TURNED = 0.2;

/** Lengths differ without a pattern, and are the same each time. */
const shorter = (index: number): number => SHORTER * ((index * 0.618034) % 1);

function otherLines(from: LngLat, { lengthKm: stemKm }: Strands['stem'], others: Others): readonly Line[][] {
  const [first, last] = others.bearings;
  const lines = Array.from({ length: others.count }, (_, index) => {
    const bearingDegrees = first + ((last - first) * (index + 0.5)) / others.count;
    const stem = { bearingDegrees: bearingDegrees * TURNED, lengthKm: stemKm };
    return strand(from, stem, { bearingDegrees, lengthKm: others.lengthKm * (1 - shorter(index)) });
  });
  // Neighbours go in different lots, so that the fan thins evenly.
  return Array.from({ length: LOTS }, (_, lot) => lines.filter((_, index) => (index * 5) % LOTS === lot));
}

function otherMarks(lots: readonly Line[][], t: number, projection: Projection): readonly PathMark[] {
  const step = (GONE - WHOLE) / lots.length;
  return lots.flatMap((lines, lot) => {
    const left = 1 - ramp(t, WHOLE + lot * step, WHOLE + (lot + 1) * step);
    if (left === 0 || lines.length === 0) return [];
    const cut = (from: number, to: number) => lines.map((line) => ({ line, from, to }));
    const style = { strokeWidth: OTHERS_WIDTH, drawn: ramp(t, 0, WHOLE), fullUntil: 0.4, pieces: 6 };
    return fadingLine(cut, projection, style).map((mark) => ({
      ...mark,
      key: `other-${lot}-${mark.key}`,
      opacity: (mark.opacity ?? 1) * left * OTHERS_OPACITY,
    }));
  });
}

export const strands = defineAnnotation({
  kind: 'strands',
  summary: 'several lines that share a beginning, part, and end in nothing: headings, not ways',
  schema,
  order: 50,
  isFixed: true,
  space: 'map',
  place({ from, stem, headings, others }, { places, projection, freeBox }) {
    const origin = places[from]?.lngLat;
    if (origin === undefined) return null;
    const lines = headings.map((one) => strand(origin, stem, one));
    const boxes = lines.flatMap((line) => boxesAlong(projectLine(line, projection), 24, 2, freeBox));
    // What goes again keeps no name away.
    const lots = others ? otherLines(origin, stem, others) : [];
    return { placement: { lines, lots }, boxes };
  },
  draw: ({ id, stroke }, placement, t, view) =>
    projectedGroup(placement, id, [t], view, (projection) => {
      const fullUntil = 0.75 - 0.35 * ramp(t, 0.6, 1);
      const style = { strokeWidth: WIDTHS[stroke], drawn: ramp(t, 0, 0.8), fullUntil, pieces: 16 };
      const cut = (from: number, to: number) => placement.lines.map((line) => ({ line, from, to }));
      return [...otherMarks(placement.lots, t, projection), ...fadingLine(cut, projection, style)];
    }),
  example: `\
kind: strands
from: first-place
stem: { bearingDegrees: 24, lengthKm: 4 }
headings:
  - { bearingDegrees: -27, lengthKm: 18 }
stroke: line # or hair: thin, a line for each person
# others: { count: 86, bearings: [-80, 80], lengthKm: 15 } # more hairlines, which fade one after another`,
});
