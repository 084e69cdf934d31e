export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface RowRoom {
  readonly width: number;
  /** What is left for the items themselves, all rows together, if there are so many rows. */
  readonly heightOf: (rows: number) => number;
  /** Between two items of a row, in their own units. */
  readonly gap: number;
  readonly minScale: number;
  readonly maxScale: number;
}

/** Each further row counts as if it made the items smaller by this. */
const ROW_WORTH = 0.85;

/** Size of the row of items from one to before another. */
type RowSize = (from: number, to: number) => Size;

function rowSizes(items: readonly Size[], gap: number): RowSize {
  const rows = items.map((_, from) => {
    let [width, height] = [0, 0];
    return items.slice(from).map((item, index): Size => {
      width += item.width;
      height = Math.max(height, item.height);
      return { width: width + gap * index, height };
    });
  });
  return (from, to) => rows[from]?.[to - from - 1] ?? { width: 0, height: 0 };
}

/** By number of rows and of items, from the first on: the least height of all rows together, none of them too wide. */
type LeastHeights = readonly (readonly number[])[];

function leastHeights(
  count: number,
  rows: number,
  sizeOf: RowSize,
  isNarrow: (width: number) => boolean,
): LeastHeights {
  const least = [Array.from({ length: count + 1 }, (_, items) => (items === 0 ? 0 : Infinity))];
  for (let row = 1; row <= rows; row += 1) {
    const before = least[row - 1] ?? [];
    const heightTo = (to: number): number =>
      before.slice(0, to).reduce((best, height, from) => {
        const { width, height: own } = sizeOf(from, to);
        return isNarrow(width) ? Math.min(best, height + own) : best;
      }, Infinity);
    least.push(before.map((_, to) => heightTo(to)));
  }
  return least;
}

/** Index of the first of sorted values that satisfies what all after it satisfy as well, or their number. */
function firstWhere(values: readonly number[], satisfies: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (satisfies(values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The largest scale at which the items fit into so many rows. The wider rows may be, the lower they can be. */
function scaleOf(items: readonly Size[], rows: number, sizeOf: RowSize, widths: readonly number[], room: RowRoom) {
  const down = (widest: number): number => {
    const least =
      leastHeights(items.length, rows, sizeOf, (width) => width <= widest)[rows]?.[items.length] ?? Infinity;
    return room.heightOf(rows) / least;
  };
  const across = (widest: number): number => room.width / widest;
  const crossing = firstWhere(widths, (widest) => down(widest) >= across(widest));
  const near = widths.slice(Math.max(0, crossing - 1), crossing + 1);
  const scale = Math.max(...near.map((widest) => Math.min(across(widest), down(widest))));
  return Math.max(room.minScale, Math.min(scale, room.maxScale));
}

/** Where rows begin that fit at a scale, found from the last, each as long as it can be. */
function startsAt(scale: number, items: readonly Size[], rows: number, sizeOf: RowSize, room: RowRoom) {
  const isNarrow = (width: number): boolean => room.width / width >= scale;
  const least = leastHeights(items.length, rows, sizeOf, isNarrow);
  const starts: number[] = [];
  const heights: number[] = [];
  for (let [row, to] = [rows, items.length]; row > 0; row -= 1) {
    const from = (least[row - 1] ?? []).findIndex((above, at) => {
      if (at >= to) return true;
      const { width, height } = sizeOf(at, to);
      const total = [height, ...heights].reduce((sum, one) => sum + one, above);
      return isNarrow(width) && room.heightOf(rows) / total >= scale;
    });
    starts.unshift(from);
    heights.unshift(sizeOf(from, to).height);
    to = from;
  }
  return starts;
}

export interface Rows {
  /** Index of each row's first item. */
  readonly starts: readonly number[];
  /** What the items are drawn at. */
  readonly scale: number;
}

/**
 * Breaks items into rows, in their order, so that they are as large as they can be; fewer rows win unless more make the
 * items clearly larger. Of equal ways it takes the one with the longest last row, then the longest but one.
 */
export function breakIntoRows(items: readonly Size[], room: RowRoom): Rows {
  const sizeOf = rowSizes(items, room.gap);
  const all = items.flatMap((_, from) => items.slice(from).map((_, index) => sizeOf(from, from + index + 1).width));
  const widths = [...new Set(all)].sort((a, b) => a - b);
  const single = scaleOf(items, 1, sizeOf, widths, room);
  let best = { rows: 1, scale: single, worth: single };
  for (let rows = 2; rows <= items.length; rows += 1) {
    const share = ROW_WORTH ** (rows - 1);
    if (room.maxScale * share <= best.worth) break;
    const scale = scaleOf(items, rows, sizeOf, widths, room);
    if (scale * share > best.worth) best = { rows, scale, worth: scale * share };
  }
  const starts = best.rows === 1 ? [0] : startsAt(best.scale, items, best.rows, sizeOf, room);
  return { starts, scale: best.scale };
}
