import { middleOf } from '../../geo/boxes.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import type { Viewport } from '../scene.ts';
import type { Stop } from '../timeline.ts';

/** Where places are on a screen while a section rests. */
export const restProjectionOf = ({ camera, layout }: Stop, { width, height }: Viewport): Projection =>
  createProjection(camera, width, height, middleOf(layout.freeBox));
