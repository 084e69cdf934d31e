import type { Camera, LngLatBounds, ScreenPoint } from './lng-lat.ts';
import type { WorldPoint } from './mercator.ts';
import { cameraPlacing, createProjection, fromWorld, toWorld, unproject, zoomOfWorldSize } from './mercator.ts';

/** One pull at a map held in hand: what lay under `from` comes to lie under `to`, nearer by `zoomBy` steps. */
export interface Grip {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
  readonly zoomBy: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Detail of the basemap is spent here. */
const NEAREST_ZOOM = 13;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** A camera already beyond the limits may come back, but goes no further. */
const held = (value: number, before: number, least: number, most: number): number =>
  clamp(value, Math.min(least, before), Math.max(most, before));

function edgesOf([west, south, east, north]: LngLatBounds): readonly [WorldPoint, WorldPoint] {
  return [toWorld([west, north]), toWorld([east, south])];
}

/** Where the reader's hand takes the camera. Its centre stays within `bounds`, its zoom where there is something to see. */
export function gripCamera(camera: Camera, { from, to, zoomBy }: Grip, bounds: LngLatBounds, map: Size): Camera {
  const [[left, top], [right, bottom]] = edgesOf(bounds);
  const furthest = zoomOfWorldSize(Math.min(map.width / (right - left), map.height / (bottom - top)));
  const zoom = held(camera.zoom + zoomBy, camera.zoom, furthest, NEAREST_ZOOM);
  const place = unproject(createProjection(camera, map.width, map.height), from);
  const moved = cameraPlacing(place, to, { ...camera, zoom }, map);
  const [beforeX, beforeY] = toWorld(camera.center);
  const [x, y] = toWorld(moved.center);
  return { ...moved, center: fromWorld([held(x, beforeX, left, right), held(y, beforeY, top, bottom)]) };
}
