import { PNG } from 'pngjs';

/** A picture in grey, 0 to 255, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

const FURTHEST_PX = 3;
/** How much worse everything else must lie. */
const CLEARLY = 1.5;
/** Mean square of the difference that the smoothing of one faint edge makes. */
const SMOOTHING = 0.1;

export function readGrey(png: Buffer): Grey {
  const { width, height, data } = PNG.sync.read(png);
  const values = Float32Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
    return (red + green + blue) / 3;
  });
  return { width, height, values };
}

/** Mean square of the difference when the second picture is moved by a shift. */
function difference(one: Grey, other: Grey, area: Area, { x, y }: Shift): number {
  let sum = 0;
  for (let row = area.top; row < area.top + area.height; row += 1) {
    for (let column = area.left; column < area.left + area.width; column += 1) {
      const [here, there] = [row * one.width + column, (row + y) * one.width + column + x];
      sum += ((one.values[here] ?? 0) - (other.values[there] ?? 0)) ** 2;
    }
  }
  return sum / (area.width * area.height);
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const STEPS = range(-FURTHEST_PX, FURTHEST_PX);
const SHIFTS: readonly Shift[] = STEPS.flatMap((y) => STEPS.map((x) => ({ x, y })));

/** The four quarters of a picture, without the margin a shift may need. */
function quartersOf({ width, height }: Grey): readonly Area[] {
  const size = { width: Math.floor(width / 2) - FURTHEST_PX, height: Math.floor(height / 2) - FURTHEST_PX };
  const lefts = [FURTHEST_PX, FURTHEST_PX + size.width];
  return [FURTHEST_PX, FURTHEST_PX + size.height].flatMap((top) => lefts.map((left) => ({ ...size, left, top })));
}

const isFar = (one: Shift, other: Shift): boolean => Math.hypot(one.x - other.x, one.y - other.y) >= 2;

/**
 * By how much a picture must be moved to lie on another, in each quarter that shows enough to tell: one line, or ground
 * without any, lies as well a little further on.
 */
export function shiftsBetween(one: Grey, other: Grey): readonly Shift[] {
  return quartersOf(one).flatMap((area) => {
    const ranked = SHIFTS.map((shift) => ({ shift, loss: difference(one, other, area, shift) })).sort(
      (a, b) => a.loss - b.loss,
    );
    const [best] = ranked;
    const next = ranked.find(({ shift }) => best && isFar(shift, best.shift));
    return best && next && next.loss > (best.loss + SMOOTHING) * CLEARLY ? [best.shift] : [];
  });
}
