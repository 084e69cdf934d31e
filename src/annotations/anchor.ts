import { pointAt } from '../geo/along-line.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { MarkContext } from '../marks/mark.ts';
import type { Anchor } from '../story/story.ts';

/** The point an annotation ties itself to, or null where the story has no such place or route. */
export function anchorPoint(anchor: Anchor, context: MarkContext): LngLat | null {
  if ('place' in anchor) return context.places[anchor.place]?.lngLat ?? null;
  if ('at' in anchor) return anchor.at;
  const route = context.atlas.route(anchor.route);
  return route === null ? null : pointAt(route, anchor.along);
}
