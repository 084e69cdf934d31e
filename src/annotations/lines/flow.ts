import { lengthKm } from '../../geo/along-line.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import { atRest } from '../../labels/at-rest.ts';
import { labelledLine, lineLabelMarks } from '../../labels/line-label.ts';
import type { Draw, PathMark } from '../../marks/mark.ts';
import { groundLines } from '../../marks/projected-group.ts';
import { partsPath, phase } from '../../marks/screen-path.ts';
import type { FlowAnnotation } from '../../story/story.ts';
import { NOTHING } from '../nothing.ts';

/** At rest: from one dash to the next, and the dash itself. */
const SPACING_PX = 22;
const DASH_PX = 7;
/** Wider than any road, so that they are seen on it. */
const WIDTH_PX = 5;
/** How many spacings the dashes advance while the annotation is drawn. */
const ADVANCE = 6;
/** Share of the route over which dashes appear at its start and vanish at its end. */
const FADE = 0.15;
const LEVELS = 4;

interface Dash {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** The dashes at one moment, as shares of the route; `level` is their strength in steps. */
function dashesAt(t: number, spacing: number, length: number): readonly Dash[] {
  const shift = (t * ADVANCE) % 1;
  const front = Math.min(1, t * 2);
  return Array.from({ length: Math.ceil(1 / spacing) + 1 }, (_, index) => (index - 1 + shift) * spacing).flatMap(
    (from) => {
      const to = Math.min(from + length, front);
      if (from < 0 || to <= from) return [];
      const strength = Math.min(1, from / FADE, (1 - to) / FADE);
      return [{ from, to, level: Math.ceil(strength * LEVELS) }];
    },
  );
}

/** People along a route: short dashes that move with `t` and only with it. */
export const drawFlow: Draw<FlowAnnotation> = (annotation, t, context) => {
  const labelled = atRest(annotation, context, () => labelledLine(annotation, context, WIDTH_PX));
  if (labelled === null) return NOTHING;
  const { line, label, boxes } = labelled;
  const kmPerPx = context.restProjection.metresPerPixel / 1000;
  const spacing = Math.max(1 / 120, (SPACING_PX * kmPerPx) / lengthKm(line));
  const draw = (projection: Projection): readonly PathMark[] => {
    const dashes = dashesAt(t, spacing, spacing * (DASH_PX / SPACING_PX));
    return Array.from({ length: LEVELS }, (_, index): PathMark => {
      const pieces = dashes.filter(({ level }) => level === index + 1);
      const d = partsPath(
        pieces.map(({ from, to }) => ({ line, from, to })),
        projection,
      );
      const opacity = (index + 1) / LEVELS;
      return { type: 'path', key: String(index), d, stroke: 'red', strokeWidth: WIDTH_PX, cap: 'round', opacity };
    });
  };
  const marks = t <= 0 ? [] : groundLines(annotation, annotation.id, [t, line], context, draw);
  return {
    marks: [...marks, ...lineLabelMarks(annotation.id, label, phase(t, 0.2, 0.4), context)],
    boxes,
    names: [],
  };
};
