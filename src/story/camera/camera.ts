// Not from `d3`, whose d3-interpolate is one file from 3.0.2 on: all that it does to colours would come along.
import { interpolateZoom } from 'd3-interpolate';
import type { Camera, ScreenPoint } from '../../geo/lng-lat.ts';
import {
  cameraPlacing,
  createProjection,
  fromWorld,
  toWorld,
  unproject,
  worldSize,
  zoomOfWorldSize,
} from '../../geo/mercator.ts';
import { mix } from '../easing.ts';
import type { Viewport } from '../scene.ts';

/** One end of a journey: a camera, and the point of the screen its subject is centred on. */
export interface CameraStop {
  readonly camera: Camera;
  readonly focusPoint: ScreenPoint;
}

/** Signed turn in degrees from one bearing to another by the shorter arc, in `(-180, 180]`. */
export function shortestTurn(from: number, to: number): number {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

/**
 * The way between two cameras: the van Wijk–Nuij path ("Smooth and efficient zooming and panning", 2003, as in
 * `d3.interpolateZoom`) of the place under the focus point, so that the subject does not swing when the card changes
 * sides; the short way round the world, bearing by the shorter arc, pitch linear.
 * @returns the camera at `t`; exactly the first at 0 and the second at 1
 */
export function createTravel(from: CameraStop, to: CameraStop, viewport: Viewport): (t: number) => Camera {
  const view = ({ camera, focusPoint }: CameraStop): [number, number, number] => {
    const place = unproject(createProjection(camera, viewport.width, viewport.height), focusPoint);
    const [x, y] = toWorld(place);
    return [x, y, viewport.width / worldSize(camera.zoom)];
  };
  const [start, end] = [view(from), view(to)];
  end[0] -= Math.round(end[0] - start[0]);
  const path = interpolateZoom(start, end);
  const turn = shortestTurn(from.camera.bearing, to.camera.bearing);
  return (t) => {
    if (t <= 0) return from.camera;
    if (t >= 1) return to.camera;
    const [x, y, width] = path(t);
    const point: ScreenPoint = [
      mix(from.focusPoint[0], to.focusPoint[0], t),
      mix(from.focusPoint[1], to.focusPoint[1], t),
    ];
    const zoom = zoomOfWorldSize(viewport.width / width);
    const pitch = mix(from.camera.pitch, to.camera.pitch, t);
    return cameraPlacing(fromWorld([x, y]), point, { zoom, pitch, bearing: from.camera.bearing + turn * t }, viewport);
  };
}
