import { boundsOf } from '../bounds.ts';
import type { Camera, LngLatBounds } from '../lng-lat.ts';
import { createProjection, toWorld, unproject } from '../mercator.ts';

/** The upright box around the ground a camera sees, in Mercator units (the world is 1 wide): left, top, right, bottom. */
export function seenBox(
  camera: Camera,
  { width, height }: { readonly width: number; readonly height: number },
): LngLatBounds {
  const projection = createProjection(camera, width, height);
  return boundsOf([0, width].flatMap((x) => [0, height].map((y) => toWorld(unproject(projection, [x, y])))));
}
