import { isSameView } from '../geo/camera/same-view.ts';
import { NO_SHIFT, shiftBetween } from '../geo/camera/shift-between.ts';
import type { Projection } from '../geo/lng-lat.ts';
import type { PathMark, ProjectedGroup } from './mark.ts';

interface Drawn {
  readonly deps: readonly unknown[];
  readonly projection: Projection;
  readonly marks: readonly PathMark[];
}

const restDrawings = new WeakMap<object, Drawn>();

function memoizeAtRest(
  placement: object,
  deps: readonly unknown[],
  projection: Projection,
  draw: (projection: Projection) => readonly PathMark[],
): readonly PathMark[] {
  const before = restDrawings.get(placement);
  const isSame =
    before !== undefined &&
    isSameView(before.projection, projection) &&
    before.deps.length === deps.length &&
    before.deps.every((dep, at) => Object.is(dep, deps[at]));
  if (isSame) return before.marks;
  const marks = draw(projection);
  restDrawings.set(placement, { deps, projection, marks });
  return marks;
}

/**
 * Shapes that lie on the map, drawn as they are at rest and moved to where the camera is. Where a tilted camera bends
 * them they are drawn for each camera.
 * @param placement what they are drawn from: as long as it is the same they are drawn once
 * @param deps what else they depend on besides the projection
 */
export function projectedGroup(
  placement: object,
  key: string,
  deps: readonly unknown[],
  { projection, restProjection }: { readonly projection: Projection; readonly restProjection: Projection },
  draw: (projection: Projection) => readonly PathMark[],
): readonly ProjectedGroup[] {
  const shift = shiftBetween(restProjection, projection);
  const marks = shift === null ? draw(projection) : memoizeAtRest(placement, deps, restProjection, draw);
  return marks.length === 0 ? [] : [{ type: 'projected', key, ...(shift ?? NO_SHIFT), marks }];
}

/** The same shapes with widths or strengths that change while they stay: they need not be drawn anew for those. */
export function withStrokes(
  groups: readonly ProjectedGroup[],
  strokeOf: (mark: PathMark) => Partial<Pick<PathMark, 'strokeWidth' | 'opacity'>>,
): readonly ProjectedGroup[] {
  return groups.map((group) => ({ ...group, marks: group.marks.map((mark) => ({ ...mark, ...strokeOf(mark) })) }));
}
