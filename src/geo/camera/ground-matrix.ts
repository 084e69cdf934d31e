import type { Projection } from '../lng-lat.ts';
import { opticsOf, toWorld, type WorldPoint, worldSize } from '../mercator.ts';

/** Rows of a 3 × 3 matrix that takes homogeneous coordinates to the screen. */
export type GroundMatrix = readonly [
  readonly [number, number, number],
  readonly [number, number, number],
  readonly [number, number, number],
];

/**
 * From pixels of a picture that lies on the ground, north up in Web Mercator, to the screen in CSS pixels; a tilted camera's
 * perspective is in its third row.
 * @param corner the picture's top left corner in Mercator units (the world is 1 wide)
 * @param step width and height of one of its pixels in the same units
 */
export function groundMatrix(
  { camera, width, height }: Projection,
  corner: WorldPoint,
  [stepX, stepY]: readonly [number, number],
): GroundMatrix {
  const { cosBearing, sinBearing, cosPitch, sinPitch, distance } = opticsOf(camera.pitch, camera.bearing, height);
  const size = worldSize(camera.zoom);
  const [cx, cy] = toWorld(camera.center);
  const [x, y] = [corner[0] - cx, corner[1] - cy];
  // A world that goes round: the turn nearest to the camera.
  const [left, top] = [(x - Math.round(x)) * size, y * size];
  const across = [cosBearing * stepX * size, sinBearing * stepY * size, cosBearing * left + sinBearing * top] as const;
  const along = [-sinBearing * stepX * size, cosBearing * stepY * size, cosBearing * top - sinBearing * left] as const;
  const depth = along.map((value, index) => (index === 2 ? 1 : 0) - (value * sinPitch) / distance);
  const row = (of: (index: 0 | 1 | 2) => number) => [of(0), of(1), of(2)] as const;
  const depthAt = (index: 0 | 1 | 2): number => depth[index] ?? 0;
  return [
    row((index) => across[index] + (width / 2) * depthAt(index)),
    row((index) => along[index] * cosPitch + (height / 2) * depthAt(index)),
    row(depthAt),
  ];
}
