import type { Camera, Projection } from '../lng-lat.ts';

export const isSameCamera = (a: Camera, b: Camera): boolean =>
  a === b ||
  (a.center[0] === b.center[0] &&
    a.center[1] === b.center[1] &&
    a.zoom === b.zoom &&
    a.pitch === b.pitch &&
    a.bearing === b.bearing);

type View = Pick<Projection, 'camera' | 'width' | 'height'>;

/** Whether every place is on the same pixel of two screens. */
export const isSameView = (a: View, b: View): boolean =>
  a === b || (a.width === b.width && a.height === b.height && isSameCamera(a.camera, b.camera));
