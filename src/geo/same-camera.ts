import type { Camera } from './lng-lat.ts';

export const isSameCamera = (a: Camera, b: Camera): boolean =>
  a === b ||
  (a.center[0] === b.center[0] &&
    a.center[1] === b.center[1] &&
    a.zoom === b.zoom &&
    a.pitch === b.pitch &&
    a.bearing === b.bearing);
