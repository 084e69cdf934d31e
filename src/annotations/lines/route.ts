import type { Line } from '../../geo/along-line.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import { roadWidth } from '../../geo/road-width.ts';
import { steppedZoom } from '../../geo/stepped-zoom.ts';
import { atRest } from '../../labels/at-rest.ts';
import { labelledLine, lineLabelMarks } from '../../labels/line-label.ts';
import type { Draw, Mark, MarkContext, PathMark } from '../../marks/mark.ts';
import { groundLines, withStrokes } from '../../marks/projected-group.ts';
import { partsPath, phase, projectLine } from '../../marks/screen-path.ts';
import type { RouteAnnotation } from '../../story/story.ts';
import { NOTHING } from '../nothing.ts';
import { fadingLine } from './fading-line.ts';

type DrawLine = (annotation: RouteAnnotation, line: Line, t: number, context: MarkContext) => readonly Mark[];

/** As wide as the map shows the road. */
const roadMarks: DrawLine = (annotation, line, t, context) => {
  const width = roadWidth(steppedZoom(context.projection.camera.zoom));
  const lines = groundLines(annotation, annotation.id, [t, line], context, (projection) => {
    const d = partsPath([{ line, from: 0, to: t }], projection);
    return [
      { type: 'path', key: 'casing', d, stroke: 'land', opacity: 0.85 },
      { type: 'path', key: 'line', d, stroke: 'red', cap: 'round' },
    ];
  });
  return withStrokes(lines, ({ key }) => ({ strokeWidth: key === 'casing' ? width + 3 : width }));
};

/** Drawn first; its end is let go as it arrives. At every moment it ends in nothing. */
const personMarks: DrawLine = (annotation, line, t, context) =>
  groundLines(annotation, annotation.id, [t, line], context, (projection) => {
    const fullUntil = 0.75 - 0.35 * phase(t, 0.6, 1);
    return fadingLine([line], projection, { strokeWidth: 1.8, drawn: phase(t, 0, 0.75), fullUntil, pieces: 16 });
  });

const DASH = 7;
const PERIOD = 12;
const FADE_IN = 0.4;

/** Dashes are cut by hand where their strength grows; the rest is one dashed line that goes on in the same beat. */
const earlierMarks: DrawLine = (annotation, line, t, context) =>
  groundLines(annotation, annotation.id, [t, line], context, (projection) => dashesOf(line, t, projection));

function dashesOf(line: Line, t: number, projection: Projection): readonly PathMark[] {
  const points = projectLine(line, projection);
  const lengthPx = points.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
  const period = PERIOD / lengthPx;
  const fading = Math.min(60, Math.ceil(FADE_IN / period));
  const stroke = { type: 'path', stroke: 'red', strokeWidth: 2.4 } as const;
  const cut = (from: number, to: number): string => partsPath([{ line, from, to: Math.min(to, t) }], projection);
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

const STYLES = { road: roadMarks, person: personMarks, earlier: earlierMarks } as const;

/** A way people take or took, drawn to a share of its length. */
export const drawRoute: Draw<RouteAnnotation> = (annotation, t, context) => {
  const labelled = atRest(annotation, context, () => labelledLine(annotation, context));
  if (labelled === null) return NOTHING;
  const { line, label, boxes } = labelled;
  const marks = t <= 0 ? [] : STYLES[annotation.style](annotation, line, t, context);
  return {
    marks: [...marks, ...lineLabelMarks(annotation.id, label, phase(t, 0.6, 0.8), context)],
    boxes,
    names: [],
  };
};
