import { z } from 'astro/zod';
import { brokenLengthKm, partsBetween } from '../../geo/lines/broken-line.ts';
import { labelledLine, lineLabelMarks } from '../../labels/line-label.ts';
import type { PathMark } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';
import { partsPath } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { defineAnnotation } from '../define.ts';
import { optionalWords, ref, share } from '../fields.ts';

const schema = z.strictObject({
  route: ref.route(),
  /** Share of the route that is drawn when complete, 0–1, along its own direction. */
  span: z.tuple([share(), share()], { error: 'two shares of the route from 0 to 1' }).optional(),
  /** Two places instead: from the first to the second, so it may run backwards. */
  between: z.tuple([ref.place(), ref.place()]).optional(),
  label: optionalWords(),
});

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

export const flow = defineAnnotation({
  kind: 'flow',
  summary: 'people along a route: short dashes that move with the scroll and only with it',
  schema,
  order: 60,
  isFixed: true,
  space: 'map',
  place(annotation, rest, collisions) {
    const labelled = labelledLine(annotation, rest, collisions, WIDTH_PX);
    if (labelled === null) return null;
    const kmPerPx = rest.projection.metresPerPixel / 1000;
    const spacing = Math.max(1 / 120, (SPACING_PX * kmPerPx) / brokenLengthKm(labelled.pieces));
    return { placement: { ...labelled, spacing }, boxes: labelled.boxes };
  },
  draw({ id }, placement, t, view) {
    const { pieces, label, spacing } = placement;
    const dashes = dashesAt(t, spacing, spacing * (DASH_PX / SPACING_PX));
    const parts = Array.from({ length: LEVELS }, (_, index) =>
      dashes.filter(({ level }) => level === index + 1).flatMap(({ from, to }) => partsBetween(pieces, from, to)),
    );
    const marks = projectedGroup(placement, id, [t], view, (projection) =>
      parts.map((cut, index): PathMark => {
        const d = partsPath(cut, projection);
        const opacity = (index + 1) / LEVELS;
        return { type: 'path', key: String(index), d, stroke: 'red', strokeWidth: WIDTH_PX, cap: 'round', opacity };
      }),
    );
    return [...marks, ...lineLabelMarks(id, label, ramp(t, 0.2, 0.4), view)];
  },
  subject: ({ route }) => ({ route }),
  example: `\
kind: flow
route: data/way#out
span: [0, 1] # or between, as for a route
label: People on the way`,
});
