import { z } from 'astro/zod';
import { boxAround } from '../../geo/boxes.ts';
import { isSameView } from '../../geo/camera/same-view.ts';
import type { Box, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { translate } from '../../i18n/translate.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { PathMark } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';
import { dotPath } from '../../marks/screen-path.ts';
import { numeralParts } from '../../story/numeral-parts.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { typeStyle } from '../../typography/type-scale.ts';
import { type AnnotationOf, defineAnnotation } from '../define.ts';
import { optionalWords, ref, words } from '../fields.ts';
import { type DotsKey, placeKey } from './dots-key.ts';
import type { DotsLayout } from './dots-layout.ts';
import { CELL_PX, layOutDots, namesPassed } from './dots-layout.ts';
import { halfWidth, plumePoint } from './dots-plume.ts';
import { lensMarks } from './lens-marks.ts';
import { lensBoxes, lensCharacters, type PlacedLens, placeLens } from './lens-place.ts';
import { lensSchema, MOST_IN_LENS } from './lens-schema.ts';

const fields = z.strictObject({
  fact: ref.fact(),
  /** How many people a dot stands for. */
  per: z.number().positive(),
  from: ref.place(),
  /** Places the dots pass, tight at first; the last gives the general heading. */
  via: z.array(ref.place()).default([]),
  /** Region they never leave. */
  within: ref.region(),
  /** Kilometres from the place beyond which no dot comes to rest. */
  reachKm: z.number().positive().nullable().default(null),
  /** Words beside the key's dot, such as "100 people", and below it. */
  label: words(),
  body: optionalWords(),
  /** One dot is opened while the others stand. */
  lens: lensSchema.nullable().default(null),
});

type Fields = z.output<typeof fields>;

const knownIn = ({ lens }: Pick<Fields, 'lens'>): readonly number[] => lens?.known.map(({ count }) => count) ?? [];

const isShownWhole = ({ per, lens }: Fields): boolean =>
  lens === null || (Number.isInteger(per) && per > 1 && per <= MOST_IN_LENS);

const schema = fields
  .refine(isShownWhole, { path: ['per'], error: `with a lens, a whole number of people from 2 to ${MOST_IN_LENS}` })
  .refine((dots) => knownIn(dots).reduce((sum, count) => sum + count, 0) <= dots.per, {
    path: ['lens', 'known'],
    error: 'no more known people than a dot stands for (`per`)',
  });

type Dots = AnnotationOf<typeof schema>;

/** Full strength as far as this share of the way, then falling to `FAINTEST`. */
const STRONG_SHARE = 0.45;
const FAINTEST = 0.14;
/** Strengths are drawn in so many steps, one path each. */
const STEPS = 8;
/** Time the longest way takes, as a share of the whole drawing. */
const LONGEST = 0.35;

function strength(share: number): number {
  return share <= STRONG_SHARE ? 1 : 1 - ((share - STRONG_SHARE) / (1 - STRONG_SHARE)) * (1 - FAINTEST);
}

const stepOf = (share: number): number => Math.round(((strength(share) - FAINTEST) / (1 - FAINTEST)) * (STEPS - 1));
const opacityOf = (step: number): number => Math.round((FAINTEST + (step / (STEPS - 1)) * (1 - FAINTEST)) * 100) / 100;

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
});

/** The bounds of the dots in each square, by rows of squares. */
function cellsOf(layout: DotsLayout): ReadonlyMap<number, ReadonlyMap<number, Box>> {
  const rows = new Map<number, Map<number, Box>>();
  for (let i = 0; i < layout.count; i += 1) {
    const [x, y] = [layout.xs[i] ?? 0, layout.ys[i] ?? 0];
    const dot = boxAround([x, y], layout.radiusPx);
    const [row, column] = [Math.floor(y / CELL_PX), Math.floor(x / CELL_PX)];
    const cells = rows.get(row) ?? new Map<number, Box>();
    cells.set(column, around(cells.get(column) ?? dot, dot));
    rows.set(row, cells);
  }
  return rows;
}

/** Runs of squares that hold at least one dot, no larger than their dots: what stands beside these needs the room. */
function runsOf(layout: DotsLayout): readonly Box[] {
  return [...cellsOf(layout).values()].flatMap((cells) => {
    const starts = [...cells.keys()].filter((column) => !cells.has(column - 1)).sort((a, b) => a - b);
    return starts.flatMap((start) => {
      let run = cells.get(start);
      for (let end = start + 1; run !== undefined && cells.has(end); end += 1) run = around(run, cells.get(end) ?? run);
      return run ?? [];
    });
  });
}

/** Room for the name of the town they leave, on the side they turn away from if the screen has it there. */
function originBox(origin: ScreenPoint, name: string, { plume }: DotsLayout, context: RestContext): Box {
  const { freeBox } = context;
  const width = textWidth(name, typeStyle('focus', context.sizeClass)) + 18;
  const isEastward = plumePoint(plume, plume.neckPx, 0)[0] >= origin[0];
  const hasRoom = isEastward ? origin[0] - width >= freeBox.left : origin[0] + width <= freeBox.right;
  const [left, right] = isEastward === hasRoom ? [width, 14] : [14, width];
  return { left: origin[0] - left, right: origin[0] + right, top: origin[1] - 16, bottom: origin[1] + 44 };
}

/** From the screen at rest to the screen now; null where they are the same. */
type Move = ((point: ScreenPoint) => ScreenPoint) | null;

function mover(now: Projection, atRest: Projection): Move {
  return isSameView(now, atRest) ? null : (point) => now.project(unproject(atRest, point));
}

/** Those who go farthest leave first; all walk at one pace, and the last arrives at t = 1. */
function wayAt(t: number, index: number, layout: DotsLayout): number {
  const whole = LONGEST * ((layout.along[index] ?? 0) / layout.plume.lengthPx);
  const start = (index / layout.count) * (1 - whole);
  return Math.min(1, (t - start) / whole);
}

function pointAt(way: number, index: number, layout: DotsLayout): ScreenPoint {
  if (way >= 1) return [layout.xs[index] ?? 0, layout.ys[index] ?? 0];
  const along = layout.along[index] ?? 0;
  const beside = layout.beside[index] ?? 0;
  const { plume } = layout;
  return plumePoint(plume, along * way, (beside * halfWidth(plume, along * way)) / halfWidth(plume, along));
}

/** Path data by strength of the dots from one to another. */
function pathsOf(t: number, layout: DotsLayout, from: number, to: number, move: Move): readonly string[] {
  const paths = Array.from({ length: STEPS }, () => '');
  for (let i = from; i < to; i += 1) {
    const way = t >= 1 ? 1 : wayAt(t, i, layout);
    if (way <= 0) continue;
    const at = pointAt(way, i, layout);
    const [x, y] = move === null ? at : move(at);
    const step = stepOf((way * (layout.along[i] ?? 0)) / layout.plume.lengthPx);
    paths[step] += dotPath(x, y);
  }
  return paths;
}

/** Of those who have arrived so many are drawn at a time, and stay as they are: the others are drawn in each frame. */
const GROUP = 128;

function countArrived(t: number, layout: DotsLayout): number {
  if (t >= 1) return layout.count;
  let arrived = 0;
  while (arrived < layout.count && wayAt(t, arrived, layout) >= 1) arrived += 1;
  return arrived - (arrived % GROUP);
}

interface Arrived {
  readonly count: number;
  readonly paths: readonly string[];
}

const arrivedCache = new WeakMap<DotsLayout, Arrived>();

function arrivedPaths(count: number, layout: DotsLayout, move: Move): readonly string[] {
  const before = arrivedCache.get(layout);
  if (move === null && before?.count === count) return before.paths;
  const paths = pathsOf(1, layout, 0, count, move);
  if (move === null) arrivedCache.set(layout, { count, paths });
  return paths;
}

/** A path a strength for those who have arrived, and one for those who walk. */
function drawAll(t: number, layout: DotsLayout, now: Projection, atRest: Projection): readonly PathMark[] {
  const move = mover(now, atRest);
  const count = countArrived(t, layout);
  const walking = pathsOf(t, layout, count, layout.count, move);
  const markOf = (key: string, d: string, step: number): readonly PathMark[] => {
    if (d === '') return [];
    const opacity = step === STEPS - 1 ? {} : { opacity: opacityOf(step) };
    return [{ type: 'path', key, d, stroke: 'red', strokeWidth: 2 * layout.radiusPx, cap: 'round', ...opacity }];
  };
  return arrivedPaths(count, layout, move).flatMap((d, step) => [
    ...markOf(String(step), d, step),
    ...markOf(`${step}/walking`, walking[step] ?? '', step),
  ]);
}

interface PlacedDots {
  readonly layout: DotsLayout;
  readonly key: DotsKey['marks'];
  readonly lens: PlacedLens | null;
}

/** What stands beside the dots: first the lens, then the key. */
function placeBeside(annotation: Dots, layout: DotsLayout, origin: ScreenPoint, taken: Collisions, rest: RestContext) {
  const lens = annotation.lens === null ? null : placeLens(annotation.lens, layout, taken, rest);
  const lensRoom = lens === null ? [] : lensBoxes(lens);
  const key = placeKey(annotation, origin, layout.radiusPx, taken.with(lensRoom), rest);
  return { lens, key, boxes: [...lensRoom, ...(key === null ? [] : [key.box])] };
}

/** A dot is a count, not a place: far from where it left it fades. */
export const dots = defineAnnotation({
  kind: 'dots',
  summary: 'one dot for every so many people of a fact, leaving a place inside a region; a lens may open one',
  schema,
  order: 70,
  isFixed: true,
  space: 'map',
  place(annotation, rest, collisions) {
    const layout = layOutDots(annotation, rest, collisions.boxes);
    const from = rest.places[annotation.from];
    if (layout === null || from === undefined) return null;
    const origin = rest.projection.project(from.lngLat);
    const runs = runsOf(layout);
    const name = originBox(origin, from.names[rest.locale] ?? '', layout, rest);
    const occupied = collisions.with([...runs, name, ...namesPassed(annotation, rest)]);
    const { lens, key, boxes } = placeBeside(annotation, layout, origin, occupied, rest);
    const placement: PlacedDots = { layout, key: key?.marks ?? [], lens };
    const isComplete = annotation.lens === null || (lens !== null && lens.words !== null);
    return { placement, boxes: [...runs, ...boxes], characters: lens === null ? 0 : lensCharacters(lens), isComplete };
  },
  draw({ id, per, lens: opened }, { layout, key, lens }, t, view) {
    // What is drawn of dots with a lens is the lens: they stand.
    const arriving = opened === null ? t : 1;
    const walking = projectedGroup(layout, id, [arriving], view, (projection) =>
      drawAll(arriving, layout, projection, view.restProjection),
    );
    const counts = opened?.known.map(({ count }) => count) ?? [];
    const through = lens === null ? [] : lensMarks(`${id}/lens`, lens, { counts, per }, t, view);
    return [...walking, ...through, ...key];
  },
  describe({ fact: id, per, label, lens }, { facts, locale, sectionTitle }) {
    const fact = facts[id];
    if (fact === undefined || fact.value === null) return null;
    const { qualifier, figure } = numeralParts(fact, locale);
    const opened = lens?.known.map((group) => [
      formatNumber(1, locale),
      group.label,
      formatNumber(group.count, locale),
    ]);
    return {
      caption: sectionTitle,
      head: [translate('dots', locale), translate('eachStandsFor', locale), translate('whole', locale)],
      rows: [
        [formatNumber(Math.round(fact.value / per), locale), label, `${qualifier} ${figure}`.trim()],
        ...(opened ?? []),
      ],
    };
  },
  example: `\
kind: dots
fact: example-figure
per: 4
from: first-place
via: [second-place] # tight as far as these, then parting
within: XX.YY
reachKm: 30 # optional: no dot comes to rest farther away; they part half way at the latest
label: 4 people
body: A dot is a count, not a place.
lens: # optional: all dots stand, and one is opened on its people, those the story knows in red
  label: One dot, opened
  known: # no more than per together, in up to three groups
    - { count: 2, label: Two people we know of }`,
});
