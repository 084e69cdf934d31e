import type { Box } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { MarkContext, Tone } from '../story/mark.ts';

/** Colour of the ground under the middle of a box at rest: a halo of any other colour would show. */
export function haloTone(box: Box, context: MarkContext): Tone {
  const middle = unproject(context.restProjection, [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  return context.groundAt?.(middle) ?? 'land';
}
