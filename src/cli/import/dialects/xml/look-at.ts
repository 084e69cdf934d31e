import { MAX_PITCH } from '../../../../geo/camera/pitch-limits.ts';
import { clamp } from '../../../../geo/clamp.ts';
import type { Field } from '../../input/field.ts';
import { pointOf, wrapDegrees } from '../../input/values.ts';
import type { ImportedFrame } from '../imported-story.ts';

/** Metres round the earth. */
const AROUND = 40_075_016;
/** Of a screen of usual height, in pixels; Google Earth sees as much as it is far away, and a seventh more. */
const SCREEN = 800;
const SEEN = 1.15;

function zoomAt(range: number, latitude: number): number {
  const metresPerPixel = (range * SEEN) / SCREEN;
  return clamp(Math.log2((AROUND * Math.cos((latitude * Math.PI) / 180)) / 512 / metresPerPixel), 0, 22);
}

/** A `LookAt` or `Camera` of KML; null where there is none. */
export function lookAt(owner: Field): ImportedFrame | null {
  const look = owner.first('LookAt', 'Camera');
  const center = pointOf(look.at('longitude').value, look.at('latitude').value);
  if (!look.isObject || center === null) return null;
  look.approximated('the same ground from the same direction; distances are told as zoom', 'the view');
  const range = look.first('range', 'altitude').number ?? 0;
  const pitch = clamp(look.at('tilt').number ?? 0, 0, MAX_PITCH);
  const bearing = Number(wrapDegrees(look.at('heading').number ?? 0).toFixed(2));
  const zoom = range > 0 ? Number(zoomAt(range, center[1]).toFixed(2)) : 13;
  return { kind: 'view', center, zoom, pitch, bearing };
}
