/** Where a drawing stands on the screen: its origin, its scale, and whether it is turned round. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** In the drawing's own units; the drawing is turned round within it. */
  readonly width: number;
  readonly mirrored: boolean;
}

interface Command {
  readonly letter: string;
  readonly numbers: readonly number[];
}

function parse(stroke: string): readonly Command[] {
  return [...stroke.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, letter = '', rest = '']) => ({
    letter,
    numbers: (rest.match(/-?[\d.]+/g) ?? []).map(Number),
  }));
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Placed once: every frame asks again. */
const placed = new WeakMap<Placement, Map<string, string>>();

/** Moves a stroke of a drawing onto the screen. */
export function placeStroke(stroke: string, at: Placement): string {
  const strokes = placed.get(at) ?? new Map<string, string>();
  placed.set(at, strokes);
  const d = strokes.get(stroke) ?? moveStroke(stroke, at);
  strokes.set(stroke, d);
  return d;
}

function moveStroke(stroke: string, at: Placement): string {
  const place = (n: number, index: number): number => {
    if (index % 2 === 1) return round(at.y + n * at.scale);
    return round(at.x + (at.mirrored ? at.width - n : n) * at.scale);
  };
  return parse(stroke)
    .map(({ letter, numbers }) => letter + numbers.map(place).join(' '))
    .join('');
}

type Point = readonly [x: number, y: number];

const CURVE_STEPS = 8;

function curveLength([ax, ay]: Point, numbers: readonly number[]): number {
  const [bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = numbers;
  let length = 0;
  let [px, py] = [ax, ay];
  for (let step = 1; step <= CURVE_STEPS; step += 1) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const x = u * u * u * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t * t * t * dx;
    const y = u * u * u * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t * t * t * dy;
    length += Math.hypot(x - px, y - py);
    [px, py] = [x, y];
  }
  return length;
}

interface Walk {
  readonly length: number;
  readonly at: Point;
  readonly start: Point;
}

function follow(walk: Walk, { letter, numbers }: Command): Walk {
  if (letter === 'Z') {
    const closing = Math.hypot(walk.at[0] - walk.start[0], walk.at[1] - walk.start[1]);
    return { ...walk, length: walk.length + closing, at: walk.start };
  }
  const end: Point = [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
  if (letter === 'M') return { ...walk, at: end, start: end };
  const [x, y] = walk.at;
  const span = letter === 'C' ? curvesLength(walk.at, numbers) : Math.hypot(end[0] - x, end[1] - y);
  return { ...walk, length: walk.length + span, at: end };
}

/** One `C` may carry several curves after one another. */
function curvesLength(from: Point, numbers: readonly number[]): number {
  let at = from;
  let length = 0;
  for (let i = 0; i + 6 <= numbers.length; i += 6) {
    const curve = numbers.slice(i, i + 6);
    length += curveLength(at, curve);
    at = [curve[4] ?? 0, curve[5] ?? 0];
  }
  return length;
}

/** Measured once a stroke: every frame asks again. */
const lengths = new Map<string, number>();

/** How far the pen travels, in the drawing's own units. */
export function strokeLength(stroke: string): number {
  const known = lengths.get(stroke);
  if (known !== undefined) return known;
  const origin: Walk = { length: 0, at: [0, 0], start: [0, 0] };
  const { length } = parse(stroke).reduce(follow, origin);
  lengths.set(stroke, length);
  return length;
}
