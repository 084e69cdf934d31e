import { contains } from '../../geo/bounds.ts';
import type { FreeLimits } from '../../geo/camera/free-camera.ts';
import { MAX_ZOOM } from '../../geo/camera/zoom-limits.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { Story } from '../story.ts';

/** Whether detail was cut for a place. */
export const hasDetailAt = ({ mapSources = [] }: Pick<Story, 'mapSources'>, place: LngLat): boolean =>
  mapSources.some(({ type, bounds }) => type === 'detail' && contains(bounds, place));

/**
 * Where a reader may take the camera from a place: within the basemap, as near as anything where detail was cut, else as the
 * basemap says.
 */
export function freeLimitsAt(story: Pick<Story, 'mapSources' | 'bounds' | 'nearestZoom'>, center: LngLat): FreeLimits {
  return { bounds: story.bounds, nearestZoom: hasDetailAt(story, center) ? MAX_ZOOM : story.nearestZoom };
}
