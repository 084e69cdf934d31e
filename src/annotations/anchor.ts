import { brokenPointAt } from '../geo/lines/broken-line.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { lngLat, ref, share } from './fields.ts';

/** Fields that say which point of the map is meant. */
export const anchorFields = () => ({
  place: ref.place().optional(),
  at: lngLat().optional(),
  route: ref.route().optional(),
  along: share().optional(),
});

interface Anchor {
  readonly place?: string | undefined;
  readonly at?: LngLat | undefined;
  readonly route?: string | undefined;
  readonly along?: number | undefined;
}

export const hasOneAnchor = ({ place, at, route }: Anchor): boolean =>
  [place, at, route].filter((one) => one !== undefined).length === 1;

export const ANCHOR_ERROR = 'exactly one of place, at, or route with along';

/** The point, or null where the map does not have it. */
export function anchorOf({ place, at, route, along }: Anchor, { places, atlas }: RestContext): LngLat | null {
  if (place !== undefined) return places[place]?.lngLat ?? null;
  if (at !== undefined) return at;
  const pieces = atlas.route(route ?? '');
  return pieces === null ? null : brokenPointAt(pieces, along ?? 0);
}
