import { contains } from '../../geo/bounds.ts';
import { MAX_ZOOM } from '../../geo/camera/zoom-limits.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { Story } from '../story.ts';

/** How near a reader may take the camera over a place: as near as anything where detail was cut, else as the basemap says. */
export function nearestZoomAt(
  { mapSources = [], nearestZoom }: Pick<Story, 'mapSources' | 'nearestZoom'>,
  center: LngLat,
): number {
  return mapSources.some(({ type, bounds }) => type === 'detail' && contains(bounds, center)) ? MAX_ZOOM : nearestZoom;
}
