import type { GeoTIFFImage } from 'geotiff';
import type { PixelPoint } from '../raster.ts';

/** From a map's coordinates to pixels, as a GeoTIFF says it. */
export type ToPixel = (point: readonly [x: number, y: number]) => PixelPoint;

/** x and y of the map are `a·column + b·row + c` and `d·column + e·row + f`. */
type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY_SCALE = 1e-12;

function fromMatrix(matrix: readonly number[]): Affine {
  const [a = 0, b = 0, , c = 0, d = 0, e = 0, , f = 0] = matrix;
  return [a, b, c, d, e, f];
}

function fromTiepoint(
  [i = 0, j = 0, , x = 0, y = 0]: readonly number[],
  [across = 0, down = 0]: readonly number[],
): Affine {
  return [across, 0, x - i * across, 0, -down, y + j * down];
}

function affineOf({ fileDirectory }: GeoTIFFImage): Affine | null {
  const numbers = (tag: 'ModelTransformation' | 'ModelTiepoint' | 'ModelPixelScale'): readonly number[] | null => {
    const value = fileDirectory.hasTag(tag) ? fileDirectory.getValue(tag) : undefined;
    return value ? Array.from(value as ArrayLike<number>) : null;
  };
  const matrix = numbers('ModelTransformation');
  if (matrix !== null) return fromMatrix(matrix);
  const [tiepoint, scale] = [numbers('ModelTiepoint'), numbers('ModelPixelScale')];
  // Several points without a scale are control points, which say nothing exactly.
  return tiepoint === null || scale === null || tiepoint.length !== 6 ? null : fromTiepoint(tiepoint, scale);
}

/** Null where the file does not say, or says nothing that can be undone. */
export function toPixelOf(image: GeoTIFFImage): ToPixel | null {
  const affine = affineOf(image);
  if (affine === null || !affine.every(Number.isFinite)) return null;
  const [a, b, c, d, e, f] = affine;
  const determinant = a * e - b * d;
  if (Math.abs(determinant) < IDENTITY_SCALE ** 2) return null;
  // Where a pixel is a point, the coordinates are those of its middle.
  const half = image.pixelIsArea() ? 0 : 0.5;
  return ([x, y]) => {
    const [u, v] = [x - c, y - f];
    return [(e * u - b * v) / determinant + half, (a * v - d * u) / determinant + half];
  };
}
