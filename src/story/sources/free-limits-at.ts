import { contains } from '../../geo/bounds.ts';
import type { FreeLimits } from '../../geo/camera/free-camera.ts';
import { MAX_ZOOM } from '../../geo/camera/zoom-limits.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { Story } from '../story.ts';

/**
 * Where a reader may take the camera from a place: within the basemap, as near as anything where detail was cut, else as the
 * basemap says.
 */
export function freeLimitsAt(
  { mapSources = [], bounds: map, nearestZoom }: Pick<Story, 'mapSources' | 'bounds' | 'nearestZoom'>,
  center: LngLat,
): FreeLimits {
  const isDetailed = mapSources.some(({ type, bounds }) => type === 'detail' && contains(bounds, center));
  return { bounds: map, nearestZoom: isDetailed ? MAX_ZOOM : nearestZoom };
}
