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

export interface Rows {
  /** Index of each row's first item. */
  readonly starts: readonly number[];
  /** What the items are drawn at. */
  readonly scale: number;
}

/** Each further row counts as if it made the items smaller by this. */
const ROW_WORTH = 0.85;
/** Halvings of the range of scales: what is left is less than anybody sees. */
const HALVINGS = 30;

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
  return (from, to) => rows[from]?.[to - from - 1] ?? { width: Infinity, height: 0 };
}

/** The least height of the first items in so many rows, by number of rows and of items. A row too wide has no size. */
function leastHeights(count: number, rows: number, sizeOf: RowSize, widest: number): readonly (readonly number[])[] {
  const least = [Array.from({ length: count + 1 }, (_, items) => (items === 0 ? 0 : Infinity))];
  for (let row = 1; row <= rows; row += 1) {
    const before = least[row - 1] ?? [];
    const heightTo = (to: number): number =>
      before.slice(0, to).reduce((best, above, from) => {
        const { width, height } = sizeOf(from, to);
        return width <= widest ? Math.min(best, above + height) : best;
      }, Infinity);
    least.push(before.map((_, to) => heightTo(to)));
  }
  return least;
}

/** Where rows begin that fit at a scale, or null; found from the last row, each as long as it can be. */
function startsAt(scale: number, count: number, rows: number, sizeOf: RowSize, room: RowRoom) {
  const [widest, highest] = [room.width / scale, room.heightOf(rows) / scale];
  const least = leastHeights(count, rows, sizeOf, widest);
  const starts: number[] = [];
  let [to, below] = [count, 0];
  for (let row = rows; row > 0; row -= 1) {
    const from = (least[row - 1] ?? []).findIndex((above, at) => {
      const { width, height } = sizeOf(at, to);
      return width <= widest && above + height + below <= highest;
    });
    if (from < 0) return null;
    starts.unshift(from);
    below += sizeOf(from, to).height;
    to = from;
  }
  return starts;
}

function largestRows(count: number, rows: number, sizeOf: RowSize, room: RowRoom): readonly number[] | null {
  let found = startsAt(room.maxScale, count, rows, sizeOf, room);
  let [low, high] = [found === null ? room.minScale : room.maxScale, room.maxScale];
  for (let step = 0; step < HALVINGS && low < high; step += 1) {
    const middle = (low + high) / 2;
    const starts = startsAt(middle, count, rows, sizeOf, room);
    if (starts === null) high = middle;
    else [low, found] = [middle, starts];
  }
  return found;
}

function scaleOf(starts: readonly number[], count: number, sizeOf: RowSize, room: RowRoom): number {
  const sizes = starts.map((from, row) => sizeOf(from, starts[row + 1] ?? count));
  const across = room.width / Math.max(...sizes.map(({ width }) => width));
  const down = room.heightOf(sizes.length) / sizes.reduce((sum, { height }) => sum + height, 0);
  return Math.max(room.minScale, Math.min(across, down, room.maxScale));
}

/**
 * Breaks items into rows, in their order, so that they are as large as they can be; fewer rows win unless more make the
 * items clearly larger. Of equal ways it takes the one with the longest last row, then the longest but one.
 */
export function breakIntoRows(items: readonly Size[], room: RowRoom): Rows {
  const sizeOf = rowSizes(items, room.gap);
  let best: Rows = { starts: [0], scale: scaleOf([0], items.length, sizeOf, room) };
  let worth = best.scale;
  for (let rows = 2; rows <= items.length && room.maxScale * ROW_WORTH ** (rows - 1) > worth; rows += 1) {
    const starts = largestRows(items.length, rows, sizeOf, room);
    if (starts === null) continue;
    const scale = scaleOf(starts, items.length, sizeOf, room);
    if (scale * ROW_WORTH ** (rows - 1) <= worth) continue;
    best = { starts, scale };
    worth = scale * ROW_WORTH ** (rows - 1);
  }
  return best;
}
