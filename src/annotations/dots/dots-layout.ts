import { grow } from '../../geo/boxes.ts';
import { clamp } from '../../geo/clamp.ts';
import { distanceBetween, pointBetween } from '../../geo/lines/segments.ts';
import type { Box, LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { Place } from '../../story/story.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { typeStyle } from '../../typography/type-scale.ts';
import { buildDotsArea, type DotsArea, mayRest, reachFrom } from './dots-area.ts';
import { buildPlume, type Plume } from './dots-plume.ts';
import { type Dot, type Field, scatterDots } from './dots-scatter.ts';

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
/** The plume ends before the outline it heads for. */
const STOP_SHARE = 0.97;
/** Widths of the plume to try in turn before the dots themselves become smaller. */
const SPREADS = [0.5, 0.75, 1.05, 1.4] as const;
const WIDEST = 1.4;
/** Wider than these, those who stop soon stand beside the way and not along it: so within a reach dots rather shrink to this. */
const SLIM_SPREADS = [0.5, 0.75] as const;
const SLIM = 0.75;
const SLIM_SCALE = 0.2;
const SHRINK = 0.95;
/** They shrink to no less than this at a time, or a size that would do is passed over. */
const MIN_STEP = 0.6;
/** Smaller than this a dot is no dot. */
const MIN_SCALE = 0.1;

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

/** Within a reach they begin to part here at the latest, as a share of it, or there would be no room to thin out. */
const LATEST_NECK = 0.45;

/** From the town past the first place, a little to the side that its name leaves free, and on until the area ends. */
function courseOf(from: ScreenPoint, via: readonly ScreenPoint[], area: DotsArea): Course {
  const passed = via[0] ?? from;
  const goal = via.at(-1) ?? passed;
  const ahead: ScreenPoint =
    via.length > 1 ? [goal[0] - passed[0], goal[1] - passed[1]] : [passed[0] - from[0], passed[1] - from[1]];
  const norm = Math.hypot(...ahead) || 1;
  const share = area.reached?.(passed) ?? 0;
  const parted = share > LATEST_NECK ? pointBetween(from, passed, LATEST_NECK / share) : passed;
  const aside = distanceBetween(from, parted) * 0.1;
  const neck: ScreenPoint = [parted[0] - aside, parted[1]];
  const open: DotsArea = { ...area, occupied: [], answerCache: new Map() };
  let reach = 0;
  const at = (d: number): ScreenPoint => [neck[0] + (ahead[0] / norm) * d, neck[1] + (ahead[1] / norm) * d];
  while (reach < 4000 && (reach < 16 || mayRest(open, at(reach)))) reach += 4;
  return { from, neck, end: pointBetween(neck, at(reach), STOP_SHARE) };
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

export function dotCount(annotation: DotsFields, context: RestContext): number {
  return Math.round((context.facts[annotation.fact]?.value ?? 0) / annotation.per);
}

/** As many dots as there are people need this much less room each as too few of them stood the last time. */
function shrinkToFit(count: number, full: Sizes, minScale: number, field: Field): DotsLayout | null {
  let scale = SHRINK;
  while (scale > minScale) {
    const sizes: Sizes = { radiusPx: full.radiusPx * scale, spacingPx: full.spacingPx * scale };
    const dots = scatterDots(count, sizes.spacingPx, field);
    if (dots.length === count) return arrange(dots, field.plume, sizes);
    scale *= clamp(Math.sqrt(dots.length / count), MIN_STEP, SHRINK);
  }
  return null;
}

/**
 * Where the dots rest. Where the area is too small for all of them at the least distance, first the plume widens, then
 * dots and distance shrink together: the count is never changed.
 */
export function layOutDots(annotation: DotsFields, context: RestContext, obstacles: readonly Box[]): DotsLayout | null {
  const count = dotCount(annotation, context);
  const origin = context.places[annotation.from];
  const region = context.atlas.area(annotation.within);
  if (count === 0 || origin === undefined || region === null) return null;
  const places = annotation.via.flatMap((id) => context.places[id] ?? []);
  const project = (lngLat: LngLat): ScreenPoint => context.projection.project(lngLat);
  const occupied = [...namesPassed(annotation, context), ...obstacles];
  const { reachKm } = annotation;
  const reached = reachKm === null ? null : reachFrom(origin.lngLat, reachKm, context.projection);
  const bounds = grow(context.freeBox, -4);
  const area = buildDotsArea(region, context.projection, { bounds, occupied, reached });
  const course = courseOf(
    project(origin.lngLat),
    places.map((place) => project(place.lngLat)),
    area,
  );
  const full = context.sizeClass === 'phone' || context.sizeClass === 'embed' ? SMALL : LARGE;
  const fieldOf = (spread: number, thins: boolean): Field => ({
    plume: buildPlume(course.from, course.neck, course.end, spread),
    area,
    thins,
  });
  for (const spread of reached === null ? SPREADS : SLIM_SPREADS) {
    const field = fieldOf(spread, reached !== null);
    const dots = scatterDots(count, full.spacingPx, field);
    if (dots.length === count) return arrange(dots, field.plume, full);
    // A wider plume would not hold twice as many.
    if (dots.length * 2 < count) break;
  }
  const slim = reached === null ? null : shrinkToFit(count, full, SLIM_SCALE, fieldOf(SLIM, true));
  return slim ?? shrinkToFit(count, full, MIN_SCALE, fieldOf(WIDEST, false));
}
