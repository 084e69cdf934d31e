import { distanceBetween } from '../../geo/lines/segments.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';
import type { View } from '../../labels/rest-context.ts';
import { anchoredGroup, blockLines } from '../../labels/texts/text-block.ts';
import type { CircleMark, Mark, PathMark, TextMark } from '../../marks/mark.ts';
import { dotPath, pathOf, round1 } from '../../marks/screen-path.ts';
import { easeTravel, mix, ramp } from '../../story/easing.ts';
import { groupPeople, peopleInDisc } from './lens-people.ts';
import { type LensGroup, type PlacedLens, ROW } from './lens-place.ts';

/** About the dot that is opened. */
const RING_PX = 5;
/** People keep so far from the edge, as a share of the radius. */
const FILLED = 0.86;
/** Radius of a person's mark, as a share of the room each has. */
const PERSON_SHARE = 0.28;
const LARGEST_PERSON_PX = 5;
/** When, as shares of the opening: the ring comes, the lens grows out of it, the known turn red one group after another, the words come. */
const TIMES = { ring: [0, 0.1], open: [0.08, 0.55], known: [0.55, 0.9], words: [0.62, 0.95] } as const;

interface Circle {
  readonly center: ScreenPoint;
  readonly radius: number;
}

/** The two lines that touch both circles from outside; none where one lies in the other. */
function tangents(a: Circle, b: Circle): readonly (readonly ScreenPoint[])[] {
  const distance = distanceBetween(a.center, b.center);
  if (distance <= Math.abs(b.radius - a.radius)) return [];
  const direction = Math.atan2(b.center[1] - a.center[1], b.center[0] - a.center[0]);
  const spread = Math.acos((a.radius - b.radius) / distance);
  const touch = ({ center: [x, y], radius }: Circle, angle: number): ScreenPoint => [
    x + radius * Math.cos(angle),
    y + radius * Math.sin(angle),
  ];
  return [direction + spread, direction - spread].map((angle) => [touch(a, angle), touch(b, angle)]);
}

const dotsPath = (points: readonly ScreenPoint[], { center, radius }: Circle): string =>
  points.map(([x, y]) => dotPath(center[0] + x * radius * FILLED, center[1] + y * radius * FILLED)).join('');

/** The people of the dot; the known in red over the others, as far as they have been told. */
function peopleMarks(id: string, counts: readonly number[], per: number, circle: Circle, t: number): readonly Mark[] {
  const { groups, others } = groupPeople(peopleInDisc(per), counts);
  const room = circle.radius * FILLED * Math.sqrt(Math.PI / per);
  const size = Math.min(LARGEST_PERSON_PX, 2 * room * PERSON_SHARE);
  const dots = { type: 'path', cap: 'round' } as const;
  const [from, to] = TIMES.known;
  const step = (to - from) / groups.length;
  const known = groups.map((people, index): PathMark => {
    const told = ramp(t, from + index * step, from + (index + 1) * step);
    const d = dotsPath(people, circle);
    return { ...dots, key: `${id}/known/${index}`, d, stroke: 'red', strokeWidth: size * 1.5, opacity: told };
  });
  const all = [...others, ...groups.flatMap((people, index) => (known[index]?.opacity === 1 ? [] : people))];
  return [
    { ...dots, key: `${id}/people`, d: dotsPath(all, circle), stroke: 'ink-3', strokeWidth: size },
    ...known.filter(({ opacity = 1 }) => opacity > 0),
  ];
}

/** A group's people in a row and who they are, about the top of the words at their edge. */
function groupMarks(
  { count, rowTop, block }: LensGroup,
  key: string,
  rtl: boolean,
): readonly (CircleMark | TextMark)[] {
  const onward = rtl ? -1 : 1;
  const row = Array.from({ length: count }, (_, k): CircleMark => {
    const cx = onward * (ROW.radius + k * ROW.step);
    return { type: 'circle', key: `${key}/${k}`, cx, cy: rowTop + ROW.height / 2, r: ROW.radius, fill: 'red' };
  });
  const texts = blockLines(block, rtl ? 'right' : 'left', 'land').map((line): TextMark => {
    return { ...line, key: `${key}/text/${line.key}`, x: 0, y: line.y + rowTop + ROW.height };
  });
  return [...row, ...texts];
}

function wordMarks(id: string, placed: PlacedLens, [dx, dy]: ScreenPoint, t: number): readonly Mark[] {
  if (placed.words === null) return [];
  const { box, edge, head, groups } = placed.words;
  const rtl = edge === 'right';
  const at: ScreenPoint = [round1((rtl ? box.right : box.left) + dx), round1(box.top + dy)];
  const heads = blockLines(head, edge, 'land').map((line): TextMark => ({ ...line, key: `head/${line.key}`, x: 0 }));
  const marks = [...heads, ...groups.flatMap((group, index) => groupMarks(group, `group/${index}`, rtl))];
  return anchoredGroup(`${id}/words`, marks, at, ramp(t, ...TIMES.words));
}

/**
 * One dot opened: a ring about it, and out of it a lens with its people.
 * @param counts the known, by group
 * @param per people in a dot
 * @param t how far it is opened, 0–1
 */
export function lensMarks(
  id: string,
  placed: PlacedLens,
  { counts, per }: { readonly counts: readonly number[]; readonly per: number },
  t: number,
  view: View,
): readonly Mark[] {
  if (t <= 0) return [];
  const [x, y] = view.projection.project(unproject(view.restProjection, placed.dot));
  const shift: ScreenPoint = [x - placed.dot[0], y - placed.dot[1]];
  const opened = easeTravel(ramp(t, ...TIMES.open));
  const [cx, cy] = placed.center;
  const ring: Circle = { center: [x, y], radius: RING_PX };
  const lens: Circle = {
    center: [mix(x, cx + shift[0], opened), mix(y, cy + shift[1], opened)],
    radius: mix(RING_PX, placed.radiusPx, opened),
  };
  const circle = (key: string, { center, radius }: Circle, own: Partial<CircleMark>): CircleMark => ({
    type: 'circle',
    key: `${id}/${key}`,
    cx: round1(center[0]),
    cy: round1(center[1]),
    r: round1(radius),
    stroke: 'ink',
    ...own,
  });
  const opacity = ramp(t, ...TIMES.ring);
  const lines = pathOf(tangents(ring, lens));
  return [
    ...(lines === ''
      ? []
      : [{ type: 'path', key: `${id}/cone`, d: lines, stroke: 'ink-2', strokeWidth: 0.9 } as const]),
    circle('ring', ring, { strokeWidth: 1.2, opacity }),
    circle('lens', lens, { strokeWidth: 1.3, opacity, fill: 'land' }),
    ...peopleMarks(id, counts, per, lens, t),
    ...wordMarks(id, placed, shift, t),
  ];
}
