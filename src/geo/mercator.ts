import type { Camera, LngLat, Projection, ScreenPoint } from './lng-lat.ts';

/** Side of a map tile at its own zoom in CSS pixels; the whole world is `TILE_SIZE * 2 ** zoom` wide. */
const TILE_SIZE = 512;
export const EARTH_CIRCUMFERENCE_METRES = 40_075_016.686;
/** Vertical field of view in radians: MapLibre's default of 36.87°. */
const FIELD_OF_VIEW = 0.6435011087932844;
/** A pitched camera never sees ground nearer than this share of its distance to the centre. */
const NEAREST = 0.05;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Mercator position with the whole world in `[0, 1]`, y downwards. */
export type WorldPoint = readonly [x: number, y: number];

/** Web Mercator (EPSG:3857) scaled to the unit square. */
export function toWorld([lng, lat]: LngLat): WorldPoint {
  const sine = Math.sin(toRadians(lat));
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function fromWorld([x, y]: WorldPoint): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/** Width of the whole world in CSS pixels. */
export const worldSize = (zoom: number): number => TILE_SIZE * 2 ** zoom;

export const zoomOfWorldSize = (size: number): number => Math.log2(size / TILE_SIZE);

/** A camera as its perspective needs it. */
interface Optics {
  readonly cosBearing: number;
  readonly sinBearing: number;
  readonly cosPitch: number;
  readonly sinPitch: number;
  /** From the eye to the centre of the map, in pixels. */
  readonly distance: number;
}

export function opticsOf(pitch: number, bearing: number, height: number): Optics {
  return {
    cosBearing: Math.cos(toRadians(bearing)),
    sinBearing: Math.sin(toRadians(bearing)),
    cosPitch: Math.cos(toRadians(pitch)),
    sinPitch: Math.sin(toRadians(pitch)),
    distance: height / 2 / Math.tan(FIELD_OF_VIEW / 2),
  };
}

/** Ground offset from the centre (world pixels, y south) → offset on the screen. */
function planeToScreen([dx, dy]: ScreenPoint, optics: Optics): ScreenPoint {
  const across = dx * optics.cosBearing + dy * optics.sinBearing;
  const along = dy * optics.cosBearing - dx * optics.sinBearing;
  const depth = Math.max(optics.distance - along * optics.sinPitch, optics.distance * NEAREST);
  const scale = optics.distance / depth;
  return [across * scale, along * optics.cosPitch * scale];
}

function screenToGround([sx, sy]: ScreenPoint, optics: Optics): ScreenPoint {
  const along = (sy * optics.distance) / (optics.distance * optics.cosPitch + sy * optics.sinPitch);
  const across = (sx * (optics.distance - along * optics.sinPitch)) / optics.distance;
  return [
    across * optics.cosBearing - along * optics.sinBearing,
    across * optics.sinBearing + along * optics.cosBearing,
  ];
}

/**
 * The same perspective as MapLibre's, so that marks drawn over its canvas stay on their places.
 * @param middle of the part of the map that no text covers. Where a map shows more than one turn of the world, each place
 * is taken on the turn nearest to it
 */
export function createProjection(
  camera: Camera,
  width: number,
  height: number,
  middle: ScreenPoint = [width / 2, height / 2],
): Projection {
  const size = worldSize(camera.zoom);
  const [cx, cy] = toWorld(camera.center);
  const optics = opticsOf(camera.pitch, camera.bearing, height);
  const middleX = cx + screenToGround([middle[0] - width / 2, middle[1] - height / 2], optics)[0] / size;
  return {
    camera,
    width,
    height,
    middleLng: (middleX - 0.5) * 360,
    metresPerPixel: (EARTH_CIRCUMFERENCE_METRES * Math.cos(toRadians(camera.center[1]))) / size,
    project(lngLat, turns) {
      const [x, y] = toWorld(lngLat);
      const dx = x - cx + (turns ?? Math.round(middleX - x));
      const [sx, sy] = planeToScreen([dx * size, (y - cy) * size], optics);
      return [width / 2 + sx, height / 2 + sy];
    },
  };
}

/** How large a tilted camera shows the ground at a place: 1 in the middle of the screen, less farther away. */
export function scaleAt({ camera, height, project }: Projection, lngLat: LngLat): number {
  const { cosPitch, sinPitch, distance } = opticsOf(camera.pitch, camera.bearing, height);
  return 1 + ((project(lngLat)[1] - height / 2) * sinPitch) / (distance * cosPitch);
}

/** The place under a point of the screen. Meaningless above a pitched camera's horizon. */
export function unproject(projection: Projection, [x, y]: ScreenPoint): LngLat {
  const { camera, width, height } = projection;
  const optics = opticsOf(camera.pitch, camera.bearing, height);
  const [dx, dy] = screenToGround([x - width / 2, y - height / 2], optics);
  const size = worldSize(camera.zoom);
  const [cx, cy] = toWorld(camera.center);
  return fromWorld([cx + dx / size, cy + dy / size]);
}

/** The camera of this zoom, pitch and bearing that shows `place` at `point` of a map of this size. */
export function cameraPlacing(
  place: LngLat,
  point: ScreenPoint,
  view: Pick<Camera, 'zoom' | 'pitch' | 'bearing'>,
  map: { readonly width: number; readonly height: number },
): Camera {
  const optics = opticsOf(view.pitch, view.bearing, map.height);
  const [dx, dy] = screenToGround([point[0] - map.width / 2, point[1] - map.height / 2], optics);
  const size = worldSize(view.zoom);
  const [px, py] = toWorld(place);
  const center = fromWorld([px - dx / size, py - dy / size]);
  return { center, zoom: view.zoom, pitch: view.pitch, bearing: view.bearing };
}
