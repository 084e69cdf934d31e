import type { Pixels, Window } from '../raster.ts';

/** Takes pixels as they are read and averages them into a smaller picture. What holds nothing counts for nothing. */
export interface Reduction {
  /**
   * @param at which pixels of the raster these are
   * @param values band by band
   * @param isEmpty whether a pixel, by its index in `values`, holds nothing
   */
  add(at: Window, values: readonly ArrayLike<number>[], isEmpty: (index: number) => boolean): void;
  end(): Pixels;
}

const sizeWithin = (most: number, length: number): number => Math.max(1, Math.min(Math.round(most), Math.ceil(length)));

/** @param window pixels of the raster that make the picture */
export function createReduction(
  [left, top, right, bottom]: Window,
  most: { readonly width: number; readonly height: number },
  bandCount: number,
): Reduction {
  const width = sizeWithin(most.width, right - left);
  const height = sizeWithin(most.height, bottom - top);
  const sums = Array.from({ length: bandCount }, () => new Float32Array(width * height));
  const counts = new Float32Array(width * height);
  const totals = new Float32Array(width * height);
  const columnOf = (x: number): number =>
    Math.min(width - 1, Math.max(0, Math.floor(((x + 0.5 - left) * width) / (right - left))));
  const rowOf = (y: number): number =>
    Math.min(height - 1, Math.max(0, Math.floor(((y + 0.5 - top) * height) / (bottom - top))));
  return {
    add([fromX, fromY, toX, toY], values, isEmpty) {
      const columns = Int32Array.from({ length: toX - fromX }, (_, x) => columnOf(fromX + x));
      for (let y = fromY; y < toY; y += 1) {
        const rowAt = rowOf(y) * width;
        const start = (y - fromY) * (toX - fromX);
        for (let x = 0; x < columns.length; x += 1) {
          const target = rowAt + (columns[x] ?? 0);
          totals[target] = (totals[target] ?? 0) + 1;
          if (isEmpty(start + x)) continue;
          counts[target] = (counts[target] ?? 0) + 1;
          sums.forEach((sum, band) => {
            sum[target] = (sum[target] ?? 0) + (values[band]?.[start + x] ?? 0);
          });
        }
      }
    },
    end() {
      for (const sum of sums) for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) / (counts[at] || 1);
      const alpha = Float32Array.from(counts, (count, at) => count / (totals[at] || 1));
      return { width, height, bands: sums, alpha };
    },
  };
}

/** A window in whole pixels, within a raster; null where they do not meet. */
export function wholeWindow(
  [left, top, right, bottom]: Window,
  { width, height }: { readonly width: number; readonly height: number },
): Window | null {
  const whole: Window = [
    Math.max(0, Math.floor(left)),
    Math.max(0, Math.floor(top)),
    Math.min(width, Math.ceil(right)),
    Math.min(height, Math.ceil(bottom)),
  ];
  return whole[0] < whole[2] && whole[1] < whole[3] ? whole : null;
}
