import { z } from 'astro/zod';
import { destination, type Line } from '../../geo/lines/along-line.ts';
import { sampleBezier } from '../../geo/lines/smooth-line.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import { boxesAlong } from '../../labels/boxes-along.ts';
import { projectedGroup } from '../../marks/projected-group.ts';
import { projectLine } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { type AnnotationOf, defineAnnotation } from '../define.ts';
import { ref } from '../fields.ts';
import { fadingLine } from './fading-line.ts';

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

export const strands = defineAnnotation({
  kind: 'strands',
  summary: 'several lines that share a beginning, part, and end in nothing: headings, not ways',
  schema,
  order: 50,
  isFixed: true,
  space: 'map',
  place({ from, stem, headings }, { places, projection, freeBox }) {
    const origin = places[from]?.lngLat;
    if (origin === undefined) return null;
    const lines = headings.map((one) => strand(origin, stem, one));
    const boxes = lines.flatMap((line) => boxesAlong(projectLine(line, projection), 24, 2, freeBox));
    return { placement: { lines }, boxes };
  },
  draw: ({ id, stroke }, placement, t, view) =>
    projectedGroup(placement, id, [t], view, (projection) => {
      const fullUntil = 0.75 - 0.35 * ramp(t, 0.6, 1);
      const style = { strokeWidth: WIDTHS[stroke], drawn: ramp(t, 0, 0.8), fullUntil, pieces: 16 };
      const cut = (from: number, to: number) => placement.lines.map((line) => ({ line, from, to }));
      return fadingLine(cut, projection, style);
    }),
  example: `\
kind: strands
from: first-place
stem: { bearingDegrees: 24, lengthKm: 4 }
headings:
  - { bearingDegrees: -27, lengthKm: 18 }
stroke: line # or hair: thin, a line for each person`,
});
