import { isWholeWorld } from '../antimeridian.ts';
import { clamp } from '../clamp.ts';
import type { Camera, LngLatBounds, ScreenPoint } from '../lng-lat.ts';
import type { WorldPoint } from '../mercator.ts';
import { cameraPlacing, createProjection, fromWorld, toWorld, unproject, zoomOfWorldSize } from '../mercator.ts';

/** One step of a gesture: what lay under `from` comes to lie under `to`, nearer by `zoomBy` steps. */
export interface PanZoom {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
  readonly zoomBy: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A camera already beyond the limits may come back, but goes no further. */
const limited = (value: number, before: number, min: number, max: number): number =>
  clamp(value, Math.min(min, before), Math.max(max, before));

function edgesOf([west, south, east, north]: LngLatBounds): readonly [WorldPoint, WorldPoint] {
  return [toWorld([west, north]), toWorld([east, south])];
}

/** What a reader's camera stays within: its centre in `bounds`, its zoom where there is something to see. */
export interface FreeLimits {
  readonly bounds: LngLatBounds;
  readonly nearestZoom: number;
}

/** Where a gesture takes the camera. */
export function panZoomCamera(
  camera: Camera,
  { from, to, zoomBy }: PanZoom,
  { bounds, nearestZoom }: FreeLimits,
  map: Size,
): Camera {
  const [[left, top], [right, bottom]] = edgesOf(bounds);
  const furthest = zoomOfWorldSize(Math.min(map.width / (right - left), map.height / (bottom - top)));
  const zoom = limited(camera.zoom + zoomBy, camera.zoom, furthest, nearestZoom);
  const place = unproject(createProjection(camera, map.width, map.height), from);
  const moved = cameraPlacing(place, to, { ...camera, zoom }, map);
  const [beforeX, beforeY] = toWorld(camera.center);
  const [x, y] = toWorld(moved.center);
  // Round the world and on: the same ground comes again.
  const across = isWholeWorld(bounds) ? x - Math.floor(x - left) : limited(x, beforeX, left, right);
  return { ...moved, center: fromWorld([across, limited(y, beforeY, top, bottom)]) };
}
