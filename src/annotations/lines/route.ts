import { z } from 'astro/zod';
import { type BrokenLine, partsBetween } from '../../geo/lines/broken-line.ts';
import { distanceBetween } from '../../geo/lines/segments.ts';
import type { Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { roadWidth } from '../../geo/road-width.ts';
import { type LabelledLine, labelledLine, lineLabelMarks } from '../../labels/line-label.ts';
import type { View } from '../../labels/rest-context.ts';
import type { Mark, PathMark } from '../../marks/mark.ts';
import { projectedGroup, withStrokes } from '../../marks/projected-group.ts';
import { partsPath, projectLine } from '../../marks/screen-path.ts';
import { mix, ramp } from '../../story/easing.ts';
import { defineAnnotation } from '../define.ts';
import { optionalWords, ref, share } from '../fields.ts';
import { fadingLine } from './fading-line.ts';

const fields = z.strictObject({
  route: ref.route(),
  /** Share of the route that is drawn when complete, 0–1, along its own direction. */
  span: z.tuple([share(), share()], { error: 'two shares of the route from 0 to 1' }).optional(),
  /** Two places instead: from the first to the second, so it may run backwards. */
  between: z.tuple([ref.place(), ref.place()]).optional(),
  /** `road` = the many on a known road; `person` = fades out at its end; `earlier` = dashed, fades in; `border` = no way at all. */
  style: z.enum(['road', 'person', 'earlier', 'border']).default('road'),
  /** Of a border: how open it is when it begins to be drawn, and when it is complete; 1 is dashes, 0 a closed line. */
  gaps: z.tuple([share(), share()], { error: 'two shares from 0, a closed line, to 1' }).optional(),
  label: optionalWords(),
});

const schema = fields.refine(({ style, gaps }) => style === 'border' || gaps === undefined, {
  path: ['gaps'],
  error: 'left out: only a line in `style: border` has gaps',
});

interface Owner {
  readonly id: string;
  readonly view: View;
  readonly gaps?: readonly [number, number] | undefined;
}

type DrawLine = (placement: LabelledLine, t: number, owner: Owner) => readonly Mark[];

/** As wide as the map shows the road. */
const roadMarks: DrawLine = (placement, t, { id, view }) => {
  const width = roadWidth(view.projection.camera.zoom);
  const lines = projectedGroup(placement, id, [t], view, (projection) => {
    const d = partsPath(partsBetween(placement.pieces, 0, t), projection);
    return [
      { type: 'path', key: 'casing', d, stroke: 'land', opacity: 0.85 },
      { type: 'path', key: 'line', d, stroke: 'red', cap: 'round' },
    ];
  });
  return withStrokes(lines, ({ key }) => ({ strokeWidth: key === 'casing' ? width + 3 : width }));
};

/** Drawn first; as it arrives it fades from further and further back. At every moment it ends in nothing. */
const personMarks: DrawLine = (placement, t, { id, view }) =>
  projectedGroup(placement, id, [t], view, (projection) => {
    const fullUntil = 0.75 - 0.35 * ramp(t, 0.6, 1);
    return fadingLine((from, to) => partsBetween(placement.pieces, from, to), projection, {
      strokeWidth: 1.8,
      drawn: ramp(t, 0, 0.75),
      fullUntil,
      pieces: 16,
    });
  });

const DASH = 7;
const PERIOD = 12;
const FADE_IN = 0.4;

/** Dashes are cut by hand where their strength grows; the rest is one dashed line that goes on in the same beat. */
const earlierMarks: DrawLine = (placement, t, { id, view }) =>
  projectedGroup(placement, id, [t], view, (projection) => dashesOf(placement.pieces, t, projection));

const lengthOf = (points: readonly ScreenPoint[]): number =>
  points.slice(1).reduce((sum, point, index) => sum + distanceBetween(points[index] ?? point, point), 0);

function dashesOf(pieces: BrokenLine, t: number, projection: Projection): readonly PathMark[] {
  const lengthPx = pieces
    .map((piece) => lengthOf(projectLine(piece, projection)))
    .reduce((sum, length) => sum + length, 0);
  const period = PERIOD / lengthPx;
  const fading = Math.min(60, Math.ceil(FADE_IN / period));
  const stroke = { type: 'path', stroke: 'red', strokeWidth: 2.4 } as const;
  const cut = (from: number, to: number): string => partsPath(partsBetween(pieces, from, Math.min(to, t)), projection);
  const marks: PathMark[] = [];
  for (let index = 0; index < fading && index * period < t; index += 1) {
    const from = index * period;
    const opacity = Math.round(((index + 0.5) / fading) * 1000) / 1000;
    marks.push({ ...stroke, key: String(index), d: cut(from, from + period * (DASH / PERIOD)), opacity });
  }
  const solidFrom = fading * period;
  if (solidFrom < t) marks.push({ ...stroke, key: 'rest', d: cut(solidFrom, 1), dash: [DASH, PERIOD - DASH] });
  return marks;
}

const BORDER_PERIOD = 16;
/** Of a period, where a border is as open as it can be. */
const BORDER_GAP = 0.44;

/** Whole from the first moment; what is drawn is how its gaps close, or open. Dashes stay where they are meanwhile. */
const borderMarks: DrawLine = (placement, t, { id, view, gaps = [1, 1] }) => {
  const gap = BORDER_PERIOD * BORDER_GAP * mix(gaps[0], gaps[1], t);
  const dash = gap > 0 ? { dash: [BORDER_PERIOD - gap, gap] } : {};
  return projectedGroup(placement, id, [gap], view, (projection) => [
    {
      type: 'path',
      key: 'line',
      d: partsPath(partsBetween(placement.pieces, 0, 1), projection),
      stroke: 'ink',
      strokeWidth: 1.3,
      ...dash,
    },
  ]);
};

const STYLES = { road: roadMarks, person: personMarks, earlier: earlierMarks, border: borderMarks } as const;

export const route = defineAnnotation({
  kind: 'route',
  summary: 'a way people take or took, drawn to a share of its length; or a border, open or closing',
  schema,
  order: 40,
  isFixed: true,
  space: 'map',
  place(annotation, rest, collisions) {
    const placement = labelledLine(annotation, rest, collisions);
    if (placement === null) return null;
    // As little in the way of names as the borders of the map.
    const label = placement.label === null ? [] : [placement.label.box];
    return { placement, boxes: annotation.style === 'border' ? label : placement.boxes };
  },
  draw: ({ id, style, gaps }, placement, t, view) => [
    ...STYLES[style](placement, t, { id, view, gaps }),
    ...lineLabelMarks(id, placement.label, ramp(t, 0.6, 0.8), view),
  ],
  subject: ({ route: name }) => ({ route: name }),
  example: `\
kind: route
route: data/way#out # or basemap:M5
between: [first-place, second-place] # or span: [0, 0.6]; without either all of it
style: road # road (of the many), person (fades out at its end), earlier (dashed, fades in) or border (no way)
# gaps: [1, 0] # of a border: dashes that close as it is drawn
label: The way # optional`,
});
