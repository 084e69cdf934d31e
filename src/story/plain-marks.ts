import type { BlockMark, Mark, PlainMark, SceneMark } from './mark.ts';

const times = (one: number | undefined, other: number | undefined): number => (one ?? 1) * (other ?? 1);

const faded = <M extends Mark>(mark: M, opacity: number | undefined): M =>
  opacity === undefined ? mark : { ...mark, opacity: times(mark.opacity, opacity) };

function standing({ key, x, y, opacity, marks }: BlockMark): readonly PlainMark[] {
  return marks.map((mark) => {
    const named = { ...faded(mark, opacity), key: `${key}:${mark.key}` };
    return named.type === 'circle'
      ? { ...named, cx: named.cx + x, cy: named.cy + y }
      : { ...named, x: named.x + x, y: named.y + y };
  });
}

/** Shape by shape what groups and blocks come to, in drawing order and in screen pixels. */
export function plainMarks(marks: readonly SceneMark[]): readonly PlainMark[] {
  return marks.flatMap((mark): readonly PlainMark[] => {
    if (mark.type === 'group') return plainMarks(mark.marks.map((one) => faded(one, mark.opacity)));
    return mark.type === 'block' ? standing(mark) : [mark];
  });
}
