import { boundsOf } from '../../geo/bounds.ts';
import { distanceToSegment } from '../../geo/lines/segments.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';

/** A piece of a hatching line; `level` 1 is the faintest, at the edge, and `HATCH_LEVELS` full strength. */
export interface HatchPiece {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
  readonly level: number;
}

export const HATCH_LEVELS = 4;
const SPACING_PX = 6;
const STEP_PX = 3;
const HALF = Math.SQRT1_2;

type Ring = readonly ScreenPoint[];
type Edge = readonly [from: ScreenPoint, to: ScreenPoint];

const edgesOf = (rings: readonly Ring[]): readonly Edge[] =>
  rings.flatMap((ring) => ring.map((point, index): Edge => [point, ring[(index + 1) % ring.length] ?? point]));

/** Lines rise to the right: `across` counts them, `along` runs on each of them. */
const across = ([x, y]: ScreenPoint): number => (x + y) * HALF;
const along = ([x, y]: ScreenPoint): number => (x - y) * HALF;
const pointOn = (line: number, s: number): ScreenPoint => [(line + s) * HALF, (line - s) * HALF];

interface Hit {
  readonly at: number;
  /** 1 where the ring passes the line one way, -1 the other. */
  readonly turn: number;
}

/** Where one line is inside the rings, as a fill counts it: holes turn against the ring round them, and stay empty. */
function spansOn(line: number, edges: readonly Edge[]): readonly (readonly [number, number])[] {
  const hits = edges
    .flatMap(([from, to]): Hit[] => {
      const [a, b] = [across(from) - line, across(to) - line];
      if (a < 0 === b < 0) return [];
      return [{ at: along(from) + (along(to) - along(from)) * (a / (a - b)), turn: a < 0 ? 1 : -1 }];
    })
    .sort((a, b) => a.at - b.at);
  let turns = 0;
  return hits.flatMap(({ at, turn }, index) => {
    turns += turn;
    return turns === 0 ? [] : [[at, hits[index + 1]?.at ?? at] as const];
  });
}

/** One span cut where its strength changes. */
function piecesOf(line: number, from: number, to: number, levelAt: (point: ScreenPoint) => number): HatchPiece[] {
  const steps = Math.max(1, Math.round((to - from) / STEP_PX));
  const at = (step: number): number => from + ((to - from) * step) / steps;
  const pieces: HatchPiece[] = [];
  let start = 0;
  let level = levelAt(pointOn(line, at(0.5)));
  for (let step = 1; step <= steps; step += 1) {
    const next = step === steps ? -1 : levelAt(pointOn(line, at(step + 0.5)));
    if (next === level) continue;
    if (level > 0) pieces.push({ from: pointOn(line, at(start)), to: pointOn(line, at(step)), level });
    [start, level] = [step, next];
  }
  return pieces;
}

/** Whether an edge between two numbers comes as near to a third as so much. */
const reaches = (a: number, b: number, to: number, within: number): boolean =>
  Math.min(a, b) - within <= to && Math.max(a, b) + within >= to;

function levelFrom(edges: readonly Edge[], depthPx: number): (point: ScreenPoint) => number {
  return (point) => {
    const s = along(point);
    let least = depthPx;
    for (const [from, to] of edges) {
      if (reaches(along(from), along(to), s, least)) least = Math.min(least, distanceToSegment(point, from, to));
    }
    return Math.floor((least / depthPx) * HATCH_LEVELS);
  };
}

/**
 * Hatching at 45°, a line every 6 px, that grows from nothing at the rings to full strength `depthPx` inside them. Cut
 * into pieces, for a hatch that is faded with a filter is blurred by it.
 */
export function hatchPieces(rings: readonly Ring[], depthPx: number): readonly HatchPiece[] {
  const edges = edgesOf(rings);
  const [from, , to] = boundsOf(edges.map(([start]) => [across(start), along(start)]));
  const [first, last] = [Math.ceil(from / SPACING_PX), Math.floor(to / SPACING_PX)];
  const pieces: HatchPiece[] = [];
  for (let index = first; index <= last; index += 1) {
    const line = index * SPACING_PX;
    const near = edges.filter(([a, b]) => reaches(across(a), across(b), line, depthPx));
    for (const [from, to] of spansOn(line, near)) {
      for (const piece of piecesOf(line, from, to, levelFrom(near, depthPx))) pieces.push(piece);
    }
  }
  return pieces;
}
