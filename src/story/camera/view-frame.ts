import { cornersOf } from '../../geo/bounds.ts';
import { middleOf } from '../../geo/boxes.ts';
import { MAX_ZOOM } from '../../geo/camera/zoom-limits.ts';
import { clamp } from '../../geo/clamp.ts';
import type { Camera, LngLatBounds } from '../../geo/lng-lat.ts';
import { createProjection, fromWorld, toWorld, unproject, type WorldPoint, worldSize } from '../../geo/mercator.ts';
import { layoutFor } from '../layout.ts';
import type { Viewport } from '../scene.ts';
import type { Card } from '../story.ts';
import { solveFrame } from './framing.ts';

/** Halvings of the size looked for: finer than a degree's last written digit. */
const STEPS = 24;
/** Times that the middle of a tilted view, which lies nearer the horizon than that of its map, is moved by what it is off. */
const TURNS = 4;
const NO_ROOM = { left: 0, right: 0, top: 0, bottom: 0 };

function boundsAround([x, y]: WorldPoint, width: number, height: number): LngLatBounds {
  const [west, north] = fromWorld([x - width / 2, y - height / 2]);
  const [east, south] = fromWorld([x + width / 2, y + height / 2]);
  return [west, south, east, north];
}

/** As many digits as half a pixel is worth. */
function rounded(bounds: LngLatBounds, zoom: number): LngLatBounds {
  const digits = clamp(Math.ceil(Math.log10((2 * worldSize(zoom)) / 360)), 1, 6);
  const [west, south, east, north] = bounds.map((value) => Number(value.toFixed(digits)));
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}

/**
 * The part of the map that the screen shows where the card leaves it free: as a frame's `bounds` it gives this screen the same
 * view again, and other screens theirs of the same part. A tilted view is met within a few pixels.
 */
export function boundsOfView(camera: Camera, viewport: Viewport, card: Card): LngLatBounds {
  const { freeBox } = layoutFor(viewport, card);
  const [width, height] = [freeBox.right - freeBox.left, freeBox.bottom - freeBox.top];
  const [x, y] = toWorld(unproject(createProjection(camera, viewport.width, viewport.height), middleOf(freeBox)));
  let middle: WorldPoint = [x, y];
  const ofShare = (share: number): LngLatBounds => {
    const scale = share / worldSize(camera.zoom);
    return boundsAround(middle, width * scale, height * scale);
  };
  const solved = (share: number): Camera => {
    const points = cornersOf(ofShare(share)).map((lngLat) => ({ lngLat, room: NO_ROOM }));
    return solveFrame(
      { points, zoom: null, nearest: MAX_ZOOM, pitch: camera.pitch, bearing: camera.bearing },
      viewport,
      freeBox,
    );
  };
  const isAskew = camera.pitch > 0 || camera.bearing !== 0;
  let [least, most] = [0.05, 1];
  for (let step = 0; step < STEPS && isAskew; step += 1) {
    const share = (least + most) / 2;
    [least, most] = solved(share).zoom > camera.zoom ? [share, most] : [least, share];
  }
  for (let turn = 0; turn < TURNS && camera.pitch > 0; turn += 1) {
    const [wantedX, wantedY] = toWorld(camera.center);
    const [foundX, foundY] = toWorld(solved(most).center);
    middle = [middle[0] + wantedX - foundX, middle[1] + wantedY - foundY];
  }
  return rounded(ofShare(most), camera.zoom);
}
