import { type Matrix, similarity } from '../../geo/camera/similarity.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import { toWorld, worldSize } from '../../geo/mercator.ts';

/** Where the drawing's integer grid lies in the Mercator unit square. */
export interface DrawingGrid {
  /** World position of grid point (0, 0). */
  readonly x: number;
  readonly y: number;
  /** Grid units across the whole world. */
  readonly size: number;
}

const digits = (value: number, count: number): number => Number(value.toPrecision(count)) + 0;

/**
 * SVG `transform` that lays the drawing under a camera. Pitch is ignored: a drawing is always seen from straight above.
 * @param width of the map in CSS pixels, as `height`
 */
export function drawingTransform(grid: DrawingGrid, camera: Camera, width: number, height: number): string {
  const scale = worldSize(camera.zoom) / grid.size;
  const [x, y] = toWorld(camera.center);
  const [gridX, gridY] = [(x - grid.x) * grid.size, (y - grid.y) * grid.size];
  if (camera.bearing === 0) {
    const left = width / 2 - gridX * scale;
    const top = height / 2 - gridY * scale;
    return `translate(${left.toFixed(2)} ${top.toFixed(2)}) scale(${digits(scale, 8)})`;
  }
  const turn = `rotate(${digits(-camera.bearing, 8)})`;
  const shift = `translate(${(-gridX * scale).toFixed(2)} ${(-gridY * scale).toFixed(2)})`;
  return `translate(${width / 2} ${height / 2}) ${turn} ${shift} scale(${digits(scale, 8)})`;
}

/**
 * The same for a canvas, whose corner lies at (left, top) of the map and which has `density` pixels to one of CSS.
 */
export function canvasTransform(
  grid: DrawingGrid,
  camera: Camera,
  map: { readonly width: number; readonly height: number },
  canvas: { readonly left: number; readonly top: number; readonly density: number },
): Matrix {
  const scale = worldSize(camera.zoom) / grid.size;
  const [x, y] = toWorld(camera.center);
  const { left, top, density } = canvas;
  const center = [(map.width / 2 - left) * density, (map.height / 2 - top) * density] as const;
  return similarity(scale * density, -camera.bearing, [(x - grid.x) * grid.size, (y - grid.y) * grid.size], center);
}

/** How shapes on one grid are laid on another: scaled, then moved, in units of the other. */
export interface GridShift {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export function gridShift(from: DrawingGrid, to: DrawingGrid): GridShift {
  return { scale: to.size / from.size, x: (from.x - to.x) * to.size, y: (from.y - to.y) * to.size };
}

/** The turns round the world on which a map is drawn: one that goes round lies once more on either side of itself. */
export const turnsOf = (isRound: boolean): readonly number[] => (isRound ? [-1, 0, 1] : [0]);
