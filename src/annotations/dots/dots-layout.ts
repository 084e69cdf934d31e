import type { Box, LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { Place } from '../../story/story.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { typeStyle } from '../../typography/type-scale.ts';
import type { Ground } from './dots-ground.ts';
import { groundOf, holds, reachFrom } from './dots-ground.ts';
import type { Plume } from './dots-plume.ts';
import { buildPlume, halfWidth, plumePoint } from './dots-plume.ts';

/** How many dots there are and where they go: fields of the annotation. */
export interface DotsFields {
  readonly fact: string;
  readonly per: number;
  readonly from: string;
  readonly via: readonly string[];
  readonly within: string;
  readonly reachKm: number | null;
}

/** Where every dot rests, in pixels at rest, and how it gets there. Dots stand in the order in which they leave. */
export interface DotsLayout {
  readonly count: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Each dot's length along the plume's axis, and its distance beside it. */
  readonly along: Float64Array;
  readonly beside: Float64Array;
  readonly plume: Plume;
  readonly radiusPx: number;
  readonly spacingPx: number;
}

interface Sizes {
  readonly radiusPx: number;
  readonly spacingPx: number;
}

const LARGE: Sizes = { radiusPx: 1.62, spacingPx: 4.15 };
const SMALL: Sizes = { radiusPx: 1.08, spacingPx: 2.75 };
/** The first dots keep clear of the town's own symbol. */
const START_PX = 15;
/** The plume ends before the outline it heads for. */
const STOP_SHARE = 0.97;
const TRIES_PER_DOT = 40;
/** After so many tries it is asked whether the rest will ever find room. */
const ROUND = 3000;
/** Widths of the plume to try in turn before the dots themselves become smaller. */
const SPREADS = [0.5, 0.75, 1.05, 1.4] as const;
/** Wider than these, those who stop soon would stand beside the way and not along it. */
const SPREADS_IN_REACH = [0.5, 0.75] as const;
const SHRINK = 0.95;
/** Smaller than this a dot is no dot. */
const LEAST_SCALE = 0.1;

/** Mulberry32: the same dots for every reader. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/** How close together the dots are wanted, by share of the way: even as far as they keep together, then ever thinner. */
const density = (share: number): number => (share < 0.4 ? 1 : Math.max(0.03, 1 - ((share - 0.4) / 0.6) ** 1.15));

/** Lengths along the axis, drawn so that the ground fills by `wanted`. */
function lengthSampler(plume: Plume, wanted: (share: number) => number, random: () => number): () => number {
  const steps = 200;
  const sums = new Float64Array(steps + 1);
  for (let k = 0; k < steps; k += 1) {
    const s = ((k + 0.5) / steps) * plume.lengthPx;
    sums[k + 1] = (sums[k] ?? 0) + (s < START_PX ? 0 : halfWidth(plume, s) * wanted(s / plume.lengthPx));
  }
  const total = sums[steps] ?? 1;
  return () => {
    const aim = random() * total;
    let [low, high] = [0, steps];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= aim) low = middle;
      else high = middle;
    }
    return Math.max(START_PX, ((low + random()) / steps) * plume.lengthPx);
  };
}

interface Neighbours {
  readonly isFree: (x: number, y: number) => boolean;
  readonly add: (x: number, y: number) => void;
}

/** Remembers points by square, so that a new one is compared with its neighbours only. */
function createNeighbours(spacing: number): Neighbours {
  const squares = new Map<number, number[]>();
  const cell = (n: number): number => Math.floor(n / spacing);
  const key = (column: number, row: number): number => column * 65536 + row;
  const isClear = (near: readonly number[], x: number, y: number): boolean => {
    for (let i = 0; i < near.length; i += 2) {
      const dx = (near[i] ?? 0) - x;
      const dy = (near[i + 1] ?? 0) - y;
      if (dx * dx + dy * dy < spacing * spacing) return false;
    }
    return true;
  };
  const isFree = (x: number, y: number): boolean => {
    for (let k = 0; k < 9; k += 1) {
      const near = squares.get(key(cell(x) + (k % 3) - 1, cell(y) + Math.floor(k / 3) - 1));
      if (near !== undefined && !isClear(near, x, y)) return false;
    }
    return true;
  };
  const add = (x: number, y: number): void => {
    const at = key(cell(x), cell(y));
    const list = squares.get(at);
    if (list === undefined) squares.set(at, [x, y]);
    else list.push(x, y);
  };
  return { isFree, add };
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly along: number;
  readonly beside: number;
}

/** Some stray further aside than most, so that the plume has no hard edge. */
const straying = (random: () => number): number => (random() < 0.14 ? 2 : 1.2);

const even = (): number => 1;

/**
 * Throws darts until `count` of them stand clear of each other, or it is plain that the rest will find no room. Within a reach
 * ever more of the room is left empty on the way to its end, however crowded they are: they thin out and meet no wall.
 */
function throwDots(count: number, plume: Plume, spacing: number, ground: Ground): readonly Dot[] {
  const random = generator(count);
  const { reached } = ground;
  const nextLength = lengthSampler(plume, reached === null ? density : even, random);
  const neighbours = createNeighbours(spacing);
  const dots: Dot[] = [];
  let before = 0;
  for (let tries = 1; tries < count * TRIES_PER_DOT && dots.length < count; tries += 1) {
    if (tries % ROUND === 0) {
      if (dots.length - before < (count - dots.length) / 12) break;
      before = dots.length;
    }
    const aside = ((random() + random() + random() - 1.5) / 1.5) * straying(random);
    // Those furthest aside stop first: the plume ends in a bow, not in a line.
    const along = Math.max(START_PX, nextLength() * (1 - 0.07 * aside * aside));
    const beside = aside * halfWidth(plume, along);
    const [px, py] = plumePoint(plume, along, beside);
    // On halves of a pixel: the eye cannot tell, and thousands of dots are written in half the space.
    const [x, y] = [Math.round(px * 2) / 2, Math.round(py * 2) / 2];
    if (!neighbours.isFree(x, y) || !holds(ground, [x, y])) continue;
    neighbours.add(x, y);
    if (reached !== null && random() >= density(reached([x, y]))) continue;
    dots.push({ x, y, along, beside });
  }
  return dots;
}

/** Dots hold room in squares of this size. */
export const CELL_PX = 12;

/** Room for the names of the places the dots pass, beside their symbols. */
export const namesPassed = ({ via }: DotsFields, context: RestContext): readonly Box[] =>
  via.flatMap((id) => context.places[id] ?? []).map((place) => nameBox(place, context));

function nameBox(place: Place, context: RestContext): Box {
  const [x, y] = context.projection.project(place.lngLat);
  const type = typeStyle(place.rank === 1 ? 'rank-1' : 'rank-2', context.sizeClass);
  const width = textWidth(place.names[context.locale] ?? '', type);
  return {
    left: x - 8,
    right: x + 14 + width + CELL_PX,
    top: y - type.lineHeight / 2 - CELL_PX,
    bottom: y + type.lineHeight * 1.7 + CELL_PX,
  };
}

interface Course {
  readonly from: ScreenPoint;
  readonly neck: ScreenPoint;
  readonly end: ScreenPoint;
}

const between = (a: ScreenPoint, b: ScreenPoint, u: number): ScreenPoint => [
  a[0] + (b[0] - a[0]) * u,
  a[1] + (b[1] - a[1]) * u,
];

/** Within a reach they begin to part here at the latest, as a share of it, or there would be no room to thin out. */
const LATEST_NECK = 0.45;

/** From the town past the first place, a little to the side that its name leaves free, and on until the ground ends. */
function courseOf(from: ScreenPoint, via: readonly ScreenPoint[], ground: Ground): Course {
  const passed = via[0] ?? from;
  const goal = via.at(-1) ?? passed;
  const ahead: ScreenPoint =
    via.length > 1 ? [goal[0] - passed[0], goal[1] - passed[1]] : [passed[0] - from[0], passed[1] - from[1]];
  const norm = Math.hypot(...ahead) || 1;
  const share = ground.reached?.(passed) ?? 0;
  const parted = share > LATEST_NECK ? between(from, passed, LATEST_NECK / share) : passed;
  const aside = Math.hypot(parted[0] - from[0], parted[1] - from[1]) * 0.1;
  const neck: ScreenPoint = [parted[0] - aside, parted[1]];
  const open: Ground = { ...ground, kept: [], known: new Map() };
  let reach = 0;
  const at = (d: number): ScreenPoint => [neck[0] + (ahead[0] / norm) * d, neck[1] + (ahead[1] / norm) * d];
  while (reach < 4000 && (reach < 16 || holds(open, at(reach)))) reach += 4;
  return { from, neck, end: between(neck, at(reach), STOP_SHARE) };
}

function arrange(dots: readonly Dot[], plume: Plume, sizes: Sizes): DotsLayout {
  const order = [...dots].sort((a, b) => b.along - a.along);
  return {
    count: order.length,
    xs: Float64Array.from(order, (dot) => dot.x),
    ys: Float64Array.from(order, (dot) => dot.y),
    along: Float64Array.from(order, (dot) => dot.along),
    beside: Float64Array.from(order, (dot) => dot.beside),
    plume,
    ...sizes,
  };
}

const inset = (box: Box, px: number): Box => ({
  left: box.left + px,
  right: box.right - px,
  top: box.top + px,
  bottom: box.bottom - px,
});

export function dotCount(annotation: DotsFields, context: RestContext): number {
  return Math.round((context.facts[annotation.fact]?.value ?? 0) / annotation.per);
}

/** As many dots as there are people need this much less room each as too few of them stood the last time. */
function shrinkToFit(count: number, plume: Plume, full: Sizes, ground: Ground): DotsLayout | null {
  let scale = SHRINK;
  while (scale > LEAST_SCALE) {
    const sizes: Sizes = { radiusPx: full.radiusPx * scale, spacingPx: full.spacingPx * scale };
    const dots = throwDots(count, plume, sizes.spacingPx, ground);
    if (dots.length === count) return arrange(dots, plume, sizes);
    scale *= Math.min(SHRINK, Math.sqrt(dots.length / count));
  }
  return null;
}

/**
 * Where the dots rest. Where the ground is too small for all of them at the least distance, first the plume widens, then
 * dots and distance shrink together: the count is never changed.
 */
export function layOutDots(annotation: DotsFields, context: RestContext, taken: readonly Box[]): DotsLayout | null {
  const count = dotCount(annotation, context);
  const origin = context.places[annotation.from];
  const region = context.atlas.area(annotation.within);
  if (count === 0 || origin === undefined || region === null) return null;
  const places = annotation.via.flatMap((id) => context.places[id] ?? []);
  const project = (lngLat: LngLat): ScreenPoint => context.projection.project(lngLat);
  const kept = [...namesPassed(annotation, context), ...taken];
  const { reachKm } = annotation;
  const reached = reachKm === null ? null : reachFrom(origin.lngLat, reachKm, context.projection);
  const ground = groundOf(region, context.projection, { bounds: inset(context.freeBox, 4), kept, reached });
  const course = courseOf(
    project(origin.lngLat),
    places.map((place) => project(place.lngLat)),
    ground,
  );
  const full = context.sizeClass === 'phone' || context.sizeClass === 'embed' ? SMALL : LARGE;
  const spreads = reached === null ? SPREADS : SPREADS_IN_REACH;
  for (const spread of spreads) {
    const plume = buildPlume(course.from, course.neck, course.end, spread);
    const dots = throwDots(count, plume, full.spacingPx, ground);
    if (dots.length === count) return arrange(dots, plume, full);
    // A wider plume would not hold twice as many.
    if (dots.length * 2 < count) break;
  }
  const widest = buildPlume(course.from, course.neck, course.end, Math.max(...spreads));
  return shrinkToFit(count, widest, full, ground);
}
