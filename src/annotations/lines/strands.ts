import { destination, type Line } from '../../geo/along-line.ts';
import type { LngLat, Projection } from '../../geo/lng-lat.ts';
import { sampleBezier } from '../../geo/smooth-line.ts';
import { atRest } from '../../labels/at-rest.ts';
import { boxesAlong } from '../../labels/collision.ts';
import type { Draw, MarkContext, PathMark } from '../../marks/mark.ts';
import { groundLines } from '../../marks/projected-group.ts';
import { phase, projectLine } from '../../marks/screen-path.ts';
import type { StrandsAnnotation } from '../../story/story.ts';
import { NOTHING } from '../nothing.ts';
import { fadingLine } from './fading-line.ts';

const SAMPLES = 28;
/** How far beyond the stem a strand still leans its way, as a share of what is left. */
const LEAN = 0.3;

/** One strand: along the stem first, then bending to its own heading. */
function strand(from: LngLat, stem: StrandsAnnotation['stem'], heading: StrandsAnnotation['headings'][number]): Line {
  const parting = destination(from, stem.bearingDegrees, stem.lengthKm);
  const left = Math.max(0, heading.lengthKm - stem.lengthKm);
  const leaning = destination(parting, stem.bearingDegrees, left * LEAN);
  const end = destination(parting, heading.bearingDegrees, left);
  return sampleBezier([from, parting, leaning, end], SAMPLES);
}

function strandsFrom(from: LngLat, annotation: StrandsAnnotation, context: MarkContext) {
  const lines = annotation.headings.map((heading) => strand(from, annotation.stem, heading));
  const boxes = lines.flatMap((line) => boxesAlong(projectLine(line, context.restProjection), 24, 2, context.freeBox));
  return { lines, boxes };
}

/** Several lines that share a beginning, part, and end in nothing: headings, not ways. */
export const drawStrands: Draw<StrandsAnnotation> = (annotation, t, context) => {
  const from = context.places[annotation.from]?.lngLat;
  if (from === undefined) return NOTHING;
  const { lines, boxes } = atRest(annotation, context, () => strandsFrom(from, annotation, context));
  const draw = (projection: Projection): readonly PathMark[] => {
    const fullUntil = 0.75 - 0.35 * phase(t, 0.6, 1);
    return fadingLine(lines, projection, { strokeWidth: 1.8, drawn: phase(t, 0, 0.8), fullUntil, pieces: 16 });
  };
  const marks = t <= 0 ? [] : groundLines(annotation, annotation.id, [t, lines], context, draw);
  return { marks, boxes, names: [] };
};
