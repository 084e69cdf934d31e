import type { Projection } from '../geo/lng-lat.ts';
import { isSameView } from '../geo/same-view.ts';
import { NO_SHIFT, shiftBetween } from '../geo/shift-between.ts';
import type { ProjectedGroup, MarkContext, PathMark } from './mark.ts';

interface Drawn {
  readonly causes: readonly unknown[];
  readonly projection: Projection;
  readonly marks: readonly PathMark[];
}

const drawn = new WeakMap<object, Drawn>();

function drawnAtRest(
  owner: object,
  causes: readonly unknown[],
  projection: Projection,
  draw: (projection: Projection) => readonly PathMark[],
): readonly PathMark[] {
  const known = drawn.get(owner);
  const isKnown =
    known !== undefined &&
    isSameView(known.projection, projection) &&
    known.causes.length === causes.length &&
    known.causes.every((cause, at) => Object.is(cause, causes[at]));
  if (isKnown) return known.marks;
  const marks = draw(projection);
  drawn.set(owner, { causes, projection, marks });
  return marks;
}

/**
 * Shapes that lie on the ground, drawn as they are at rest and moved to where the camera is. Where a tilted camera bends
 * them they are drawn for each camera.
 * @param owner whose lines they are: they are drawn once for it
 * @param causes what they depend on besides the projection
 */
export function projectedGroup(
  owner: object,
  key: string,
  causes: readonly unknown[],
  { projection, restProjection }: Pick<MarkContext, 'projection' | 'restProjection'>,
  draw: (projection: Projection) => readonly PathMark[],
): readonly ProjectedGroup[] {
  const shift = shiftBetween(restProjection, projection);
  const marks = shift === null ? draw(projection) : drawnAtRest(owner, causes, restProjection, draw);
  return marks.length === 0 ? [] : [{ type: 'projected', key, ...(shift ?? NO_SHIFT), marks }];
}

/** The same shapes with widths or strengths that change while they stay: they need not be drawn anew for those. */
export function withStrokes(
  lines: readonly ProjectedGroup[],
  strokeOf: (mark: PathMark) => Partial<Pick<PathMark, 'strokeWidth' | 'opacity'>>,
): readonly ProjectedGroup[] {
  return lines.map((line) => ({ ...line, marks: line.marks.map((mark) => ({ ...mark, ...strokeOf(mark) })) }));
}
