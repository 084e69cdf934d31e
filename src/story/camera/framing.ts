import { middleLngOf, unwrapPoint } from '../../geo/antimeridian.ts';
import { cornersOf, pointsAround } from '../../geo/bounds.ts';
import { isWithin, middleOf } from '../../geo/boxes.ts';
import { MAX_ZOOM, MIN_ZOOM, PLACE_ZOOM } from '../../geo/camera/zoom-limits.ts';
import { clamp } from '../../geo/clamp.ts';
import { distanceBetween } from '../../geo/lines/segments.ts';
import type { Box, Camera, LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import { cameraPlacing, createProjection, fromWorld, toWorld, worldSize, zoomOfWorldSize } from '../../geo/mercator.ts';
import { emphasisOf, hidesMap } from '../layers.ts';
import { layoutFor } from '../layout.ts';
import type { Viewport } from '../scene.ts';
import type { Frame, Section, Story } from '../story.ts';

/** A point that must be in view, with the room its symbol and label need around it, in CSS pixels. */
export interface FramePoint {
  readonly lngLat: LngLat;
  readonly room: Box;
}

/** A frame with every name resolved. With `zoom` the first point is set in the middle at that zoom, or further out. */
export interface ResolvedFrame {
  readonly points: readonly FramePoint[];
  readonly zoom: number | null;
  /** How near the camera comes at most. */
  readonly nearest: number;
  readonly pitch: number;
  readonly bearing: number;
}

const NO_ROOM: Box = { left: 0, right: 0, top: 0, bottom: 0 };
/** Rooms larger than this share of the free box would leave no map between them. */
const ROOM_SHARE = 0.4;

interface Span {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Largest scale at which every point of one axis fits into `length` with its room. Exact: pairs decide. */
function largestScale(spans: readonly Span[], length: number): number {
  let scale = Number.POSITIVE_INFINITY;
  for (const a of spans) {
    for (const b of spans) {
      const apart = a.at - b.at;
      if (apart > 0) scale = Math.min(scale, (length - a.after - b.before) / apart);
    }
  }
  return scale;
}

/** Where the axis' origin must lie so that all points fit between `from` and `to`, as near to centred as they allow. */
function originOf(spans: readonly Span[], scale: number, from: number, to: number): number {
  const least = Math.max(...spans.map((span) => from + span.before - scale * span.at));
  const most = Math.min(...spans.map((span) => to - span.after - scale * span.at));
  const positions = spans.map((span) => span.at);
  const centred = (from + to) / 2 - (scale * (Math.min(...positions) + Math.max(...positions))) / 2;
  return least <= most ? clamp(centred, least, most) : (least + most) / 2;
}

function limitedRoom(room: Box, free: Box): Box {
  const width = (free.right - free.left) * ROOM_SHARE;
  const height = (free.bottom - free.top) * ROOM_SHARE;
  return {
    left: Math.min(room.left, width),
    right: Math.min(room.right, width),
    top: Math.min(room.top, height),
    bottom: Math.min(room.bottom, height),
  };
}

/** Exact solution for a camera that looks straight down. */
function solveFlat(frame: ResolvedFrame, viewport: Viewport, free: Box): Camera {
  const angle = (frame.bearing * Math.PI) / 180;
  const rotated = frame.points.map(({ lngLat, room }) => {
    const [x, y] = toWorld(lngLat);
    const limited = limitedRoom(room, free);
    return {
      x: { at: x * Math.cos(angle) + y * Math.sin(angle), before: limited.left, after: limited.right },
      y: { at: y * Math.cos(angle) - x * Math.sin(angle), before: limited.top, after: limited.bottom },
    };
  });
  const xs = rotated.map((point) => point.x);
  const ys = rotated.map((point) => point.y);
  const fitting = Math.min(largestScale(xs, free.right - free.left), largestScale(ys, free.bottom - free.top));
  const asked = worldSize(Math.min(frame.zoom ?? (fitting < Infinity ? frame.nearest : PLACE_ZOOM), frame.nearest));
  const scale = Math.max(Math.min(fitting, asked), worldSize(MIN_ZOOM));
  const x = (viewport.width / 2 - originOf(xs, scale, free.left, free.right)) / scale;
  const y = (viewport.height / 2 - originOf(ys, scale, free.top, free.bottom)) / scale;
  const center = fromWorld([x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);
  return { center, zoom: zoomOfWorldSize(scale), pitch: 0, bearing: frame.bearing };
}

function screenBox(frame: ResolvedFrame, camera: Camera, viewport: Viewport, free: Box): Box {
  const projection = createProjection(camera, viewport.width, viewport.height);
  const boxes = frame.points.map(({ lngLat, room }) => {
    const [x, y] = projection.project(lngLat, 0);
    const limited = limitedRoom(room, free);
    return { left: x - limited.left, right: x + limited.right, top: y - limited.top, bottom: y + limited.bottom };
  });
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Centring and stepping out take turns: a slim frame on a tall screen needs hundreds. */
const PITCHED_STEPS = 1000;

/** Perspective makes what is near larger, so a tilted camera is found by stepping out from the flat solution. */
function solvePitched(frame: ResolvedFrame, viewport: Viewport, free: Box): Camera {
  const flat = solveFlat({ ...frame, zoom: frame.zoom }, viewport, free);
  const [first] = frame.points;
  if (!first) return { ...flat, pitch: frame.pitch };
  const target = middleOf(free);
  let zoom = flat.zoom;
  let camera = cameraPlacing(first.lngLat, target, { zoom, pitch: frame.pitch, bearing: frame.bearing }, viewport);
  for (let step = 0; step < PITCHED_STEPS; step += 1) {
    const box = screenBox(frame, camera, viewport, free);
    const [x, y] = middleOf(box);
    const [anchorX, anchorY] = createProjection(camera, viewport.width, viewport.height).project(first.lngLat, 0);
    const settled = distanceBetween([x, y], target) < 0.01;
    if (settled && isWithin(box, free)) return camera;
    if (settled) zoom = Math.max(MIN_ZOOM, zoom - 0.02);
    const point: ScreenPoint = [anchorX + target[0] - x, anchorY + target[1] - y];
    camera = cameraPlacing(first.lngLat, point, { zoom, pitch: frame.pitch, bearing: frame.bearing }, viewport);
  }
  return camera;
}

/**
 * The camera that keeps everything in the frame, and each place with its label's room, inside `free`.
 * @param free the part of the screen the card leaves free, in CSS pixels (see `layoutFor`)
 */
export function solveFrame(frame: ResolvedFrame, viewport: Viewport, free: Box): Camera {
  return frame.pitch > 0 ? solvePitched(frame, viewport, free) : solveFlat(frame, viewport, free);
}

/** Room for a symbol with its name centred below it: the label may then stand on any side that is free. */
function labelRoom(name: string): Box {
  const half = Math.min(88, 12 + name.length * 4.6);
  return { left: half, right: half, top: 18, bottom: 46 };
}

/** @param near the place is taken on the turn round the world that lies nearest to this longitude */
function placePoint(story: Story, id: string, near: number): readonly FramePoint[] {
  const place = story.places[id];
  if (!place) return [];
  return [{ lngLat: unwrapPoint(place.lngLat, near), room: labelRoom(place.names[story.locale] ?? id) }];
}

/** The longitude that all points of a frame are counted from, so that it spans the antimeridian the short way. */
function firstLngOf({ center, bounds, places }: Frame, story: Story): number {
  if (center) return center[0];
  return bounds ? middleLngOf(bounds) : (story.places[places?.[0] ?? '']?.lngLat[0] ?? 0);
}

function subjectPoints(story: Story, frame: Frame, near: number): readonly FramePoint[] {
  const bare = (lngLat: LngLat): FramePoint => ({ lngLat, room: NO_ROOM });
  if (frame.center) return [bare(frame.center)];
  if (frame.bounds) return cornersOf(frame.bounds).map(bare);
  return (frame.places ?? []).flatMap((id) => {
    const place = story.places[id];
    const middle = place && unwrapPoint(place.lngLat, near);
    const around = middle && frame.radiusKm > 0 ? pointsAround(middle, frame.radiusKm).map(bare) : [];
    return [...placePoint(story, id, near), ...around];
  });
}

/** A frame's names turned into points, for this story. */
export function resolveFrame(story: Story, frame: Frame, nearest: number): ResolvedFrame {
  const near = firstLngOf(frame, story);
  return {
    points: [...subjectPoints(story, frame, near), ...frame.keepVisible.flatMap((id) => placePoint(story, id, near))],
    zoom: frame.zoom,
    nearest,
    pitch: frame.pitch,
    bearing: frame.bearing,
  };
}

/**
 * The frame that counts on this screen: the phone's own where the section gives one. A figure is a drawing seen from
 * straight above.
 */
export function frameFor(section: Section, viewport: Viewport): Frame {
  if (viewport.figure) return { ...section.frame, pitch: 0 };
  const { sizeClass } = layoutFor(viewport, section.card);
  return sizeClass === 'phone' && section.frame.phone ? section.frame.phone : section.frame;
}

/**
 * How near a section's camera comes: as near as anything where detail was cut for it or a picture lies over the map; where no map is drawn there is none to
 * be spent, and a zoom given outright is meant.
 */
export function nearestZoomIn({ nearestZoom }: Story, { layers }: Section, { zoom }: Frame): number {
  const isFree = zoom !== null || layers.detail !== undefined || hidesMap(layers) || emphasisOf(layers, 'map') === 0;
  return isFree ? MAX_ZOOM : nearestZoom;
}

/** The camera a section rests at on this screen. */
export function cameraFor(story: Story, section: Section, viewport: Viewport): Camera {
  const { freeBox } = layoutFor(viewport, section.card);
  const frame = frameFor(section, viewport);
  return solveFrame(resolveFrame(story, frame, nearestZoomIn(story, section, frame)), viewport, freeBox);
}
