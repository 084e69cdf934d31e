import { type DotsArea, mayRest } from './dots-area.ts';
import { halfWidth, type Plume, plumePoint } from './dots-plume.ts';

/** The first dots keep clear of the town's own symbol. */
const START_PX = 15;
const TRIES_PER_DOT = 40;
/** After so many tries it is asked whether the rest will ever find room. */
const ROUND = 3000;

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

/** Lengths along the axis, drawn so that the plume fills by `wanted`. */
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

/** Where a dot rests, and where in the plume that is. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly along: number;
  readonly beside: number;
}

/** Some stray further aside than most, so that the plume has no hard edge. */
const straying = (random: () => number): number => (random() < 0.14 ? 2 : 1.2);

const even = (): number => 1;

/** Where dots are scattered. */
export interface Field {
  readonly plume: Plume;
  readonly area: DotsArea;
  /** Within a reach: whether ever more of the room is left empty on the way to its end. */
  readonly thins: boolean;
}

/**
 * Poisson-disc sampling by dart throwing: points are tried until `count` of them stand clear of each other, or it is
 * plain that the rest will find no room. Where they thin, they do so however crowded they are, and meet no wall.
 */
export function scatterDots(count: number, spacing: number, { plume, area, thins }: Field): readonly Dot[] {
  const random = generator(count);
  const share = thins ? area.reached : null;
  const nextLength = lengthSampler(plume, share === null ? density : even, random);
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
    if (!neighbours.isFree(x, y) || !mayRest(area, [x, y])) continue;
    neighbours.add(x, y);
    if (share !== null && random() >= density(share([x, y]))) continue;
    dots.push({ x, y, along, beside });
  }
  return dots;
}
