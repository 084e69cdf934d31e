import { MAX_PITCH } from '../../../../geo/camera/pitch-limits.ts';
import { clamp } from '../../../../geo/clamp.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { listOf, pointOf, wrapDegrees } from '../../input/values.ts';
import type { ImportedFrame } from '../imported-story.ts';

const DEFAULT_ZOOM = 8;
const CLOSEST = 22;

/** A point as a pair, or as an object with `lng` or `lon`, and `lat`. */
export function pointIn(field: Field): LngLat | null {
  const [x, y] = listOf(field.value);
  if (Array.isArray(field.value)) return pointOf(x, y);
  return pointOf(field.first('lng', 'lon', 'longitude').value, field.first('lat', 'latitude').value);
}

function centerField(location: Field): Field {
  const center = location.at('center');
  return center.value === undefined ? location : center;
}

function pitchOf(location: Field): number {
  const field = location.at('pitch');
  const pitch = field.number ?? 0;
  const upright = clamp(pitch, 0, MAX_PITCH);
  if (upright === pitch) field.kept('the same tilt');
  else field.approximated(`a camera tilts by ${MAX_PITCH}° at most`, `the pitch of ${pitch}°`);
  return upright;
}

function bearingOf(location: Field): number {
  const field = location.at('bearing');
  const bearing = field.number ?? 0;
  const turned = Number(wrapDegrees(bearing).toFixed(3));
  if (Math.abs(bearing) > 180)
    field.approximated(`it is the same direction as ${turned}°`, `the bearing of ${bearing}°`);
  else field.kept('the same direction');
  return turned;
}

function zoomOf(location: Field): number {
  const field = location.at('zoom');
  const zoom = clamp(field.number ?? DEFAULT_ZOOM, 0, CLOSEST);
  if (field.number === null) location.remark('approximated', 'the zoom', `it has none; ${DEFAULT_ZOOM} is a guess`);
  field.kept('the same zoom; how near a map comes, its detail says');
  return zoom;
}

/** How a camera got there. */
function sayTravel(location: Field): void {
  for (const name of [
    'speed',
    'curve',
    'duration',
    'maxDuration',
    'screenSpeed',
    'minZoom',
    'essential',
    'easing',
    'offset',
    'padding',
  ]) {
    location.at(name).approximated('the reader’s scrolling moves the camera, as fast as they read');
  }
}

/** Where a chapter looks; null where it does not say, or says it of no point of the globe. */
export function frameIn(chapter: Field): ImportedFrame | null {
  const location = chapter.first('location', 'view', 'camera');
  if (!location.has) {
    chapter.remark('approximated', 'the view', 'the chapter has no location; it shows what the one before it shows');
    return null;
  }
  sayTravel(location);
  const at = centerField(location);
  const center = pointIn(at);
  if (center === null) {
    at.dropped('it is not a point of the globe; the view before it stays', 'the location');
    return null;
  }
  if (at === location)
    for (const name of ['lng', 'lon', 'longitude', 'lat', 'latitude']) location.at(name).kept('the middle of the view');
  else at.kept('the middle of the view');
  return { kind: 'view', center, zoom: zoomOf(location), pitch: pitchOf(location), bearing: bearingOf(location) };
}
