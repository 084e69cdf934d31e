import { NO_SHIFT, type Shift } from '../geo/camera/shift-between.ts';
import type { AnchoredGroup, Mark, PathMark, PlainMark, ProjectedGroup, SceneMark } from './mark.ts';

const times = (one: number | undefined, other: number | undefined): number => (one ?? 1) * (other ?? 1);

const faded = <M extends Mark>(mark: M, opacity: number | undefined): M =>
  opacity === undefined ? mark : { ...mark, opacity: times(mark.opacity, opacity) };

const POINT = /(-?[\d.]+)[ ,](-?[\d.]+)/g;

/** Path data of absolute points; dots are lines of hardly any length from theirs. */
function shifted(d: string, { scale, x, y }: Shift): string {
  if (scale === NO_SHIFT.scale && x === NO_SHIFT.x && y === NO_SHIFT.y) return d;
  return d.replace(POINT, (_, px: string, py: string) => `${Number(px) * scale + x},${Number(py) * scale + y}`);
}

function standing(mark: Exclude<PlainMark, PathMark>, { x, y }: AnchoredGroup): PlainMark {
  return mark.type === 'circle'
    ? { ...mark, cx: mark.cx + x, cy: mark.cy + y }
    : { ...mark, x: mark.x + x, y: mark.y + y };
}

function singly(mark: AnchoredGroup | ProjectedGroup): readonly PlainMark[] {
  const moved: readonly PlainMark[] =
    mark.type === 'anchored'
      ? mark.marks.map((one) => standing(one, mark))
      : mark.marks.map((one) => ({ ...one, d: shifted(one.d, mark) }));
  return moved.map((one) => ({ ...faded(one, mark.opacity), key: `${mark.key}:${one.key}` }));
}

/** Shape by shape what groups of marks come to, in drawing order and in screen pixels. */
export function plainMarks(marks: readonly SceneMark[]): readonly PlainMark[] {
  return marks.flatMap((mark): readonly PlainMark[] => {
    if (mark.type === 'group') return plainMarks(mark.marks.map((one) => faded(one, mark.opacity)));
    return mark.type === 'anchored' || mark.type === 'projected' ? singly(mark) : [mark];
  });
}
