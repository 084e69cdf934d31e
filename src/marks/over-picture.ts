import type { ScreenPoint } from '../geo/lng-lat.ts';
import { isRightToLeft } from '../typography/text-metrics.ts';
import type { AnchoredGroup, GroupMark, PathMark, PlainMark, ProjectedGroup, SceneMark, TextMark } from './mark.ts';

/** Whether a picture hides the map at a point of the screen. */
export type IsOver = (point: ScreenPoint) => boolean;

type Place = (point: ScreenPoint) => ScreenPoint;

/** A letter is about so wide and so high; where a word stands need not be known better. */
const LETTER_PX = 8;
const STEPS = [0, 0.25, 0.5, 0.75, 1];
const ENOUGH = 0.5;

function alongText({ x, y, text, anchor }: TextMark): readonly ScreenPoint[] {
  const width = text.length * LETTER_PX * (isRightToLeft(text) ? -1 : 1);
  const before = { start: 0, middle: 0.5, end: 1 }[anchor];
  return STEPS.map((step) => [x + width * (step - before), y - LETTER_PX / 2]);
}

const pathPoints = new WeakMap<PathMark, readonly ScreenPoint[]>();

/** Corners of a path: while it stands still it is the very same object. */
function cornersOf(path: PathMark): readonly ScreenPoint[] {
  const known = pathPoints.get(path);
  if (known) return known;
  const corners = [...path.d.matchAll(/[ML] ?(-?[\d.]+)[ ,](-?[\d.]+)/g)];
  const points = corners.map(([, x, y]): ScreenPoint => [Number(x), Number(y)]);
  pathPoints.set(path, points);
  return points;
}

function pointsOf(mark: PlainMark): readonly ScreenPoint[] {
  switch (mark.type) {
    case 'text':
      return alongText(mark);
    case 'path':
      return cornersOf(mark);
    case 'circle':
      return [[mark.cx, mark.cy]];
    default:
      return [[mark.x + mark.width / 2, mark.y + mark.height / 2]];
  }
}

const onPicture = new WeakMap<SceneMark, SceneMark>();

function leafOver(mark: PlainMark, isOver: IsOver, place: Place): SceneMark {
  const points = pointsOf(mark);
  const count = points.filter((point) => isOver(place(point))).length;
  if (count === 0 || count / points.length < ENOUGH) return mark;
  const known = onPicture.get(mark) ?? { ...mark, onPicture: true };
  onPicture.set(mark, known);
  return known;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, at) => one === b[at]);

/** A group with some of its marks told; the very same object as long as these are. */
function withMarks(group: GroupMark | AnchoredGroup | ProjectedGroup, marks: readonly SceneMark[]): SceneMark {
  if (isSame(marks, group.marks)) return group;
  const known = onPicture.get(group);
  if (known && 'marks' in known && isSame(marks, known.marks)) return known;
  const next = { ...group, marks } as SceneMark;
  onPicture.set(group, next);
  return next;
}

/** @param place where on the screen a point of the mark's lies */
function markOver(mark: SceneMark, isOver: IsOver, place: Place = (point) => point): SceneMark {
  if (!('marks' in mark)) return leafOver(mark, isOver, place);
  const { x, y, scale } = { x: 0, y: 0, scale: 1, ...mark };
  const inside: Place = (point) => place([x + scale * point[0], y + scale * point[1]]);
  return withMarks(
    mark,
    mark.marks.map((one) => markOver(one, isOver, inside)),
  );
}

/** The marks of a scene, told of each whether most of it lies on a picture: those are set in the picture's colours. */
export const marksOver = (marks: readonly SceneMark[], isOver: IsOver): readonly SceneMark[] =>
  marks.map((mark) => markOver(mark, isOver));
