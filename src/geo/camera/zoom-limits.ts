import { clamp } from '../clamp.ts';
import { EARTH_CIRCUMFERENCE_METRES, zoomOfWorldSize } from '../mercator.ts';

/** A phone shows the whole world at this zoom; farther away there is nothing to tell. */
export const MIN_ZOOM = -1;

/** No camera comes nearer, whatever there is to see. */
export const MAX_ZOOM = 18;

/** How near a camera comes to a place where nobody says how much ground there should be around it. */
export const PLACE_ZOOM = 13;

/** A bend this wide on the screen that the map has smoothed away is seen to be missing. */
export const MISSING_BEND_PX = 24;

/**
 * How near cameras come to a basemap: until what it has smoothed away would be seen to be missing, and never less near than
 * places are shown. The one limit for frames and for readers who move the map.
 * @param detailMetres size of the smallest bends the map has kept; 0 where nobody can tell, and then there is no limit
 */
export function nearestZoomFor(detailMetres: number, latitude: number): number {
  if (detailMetres === 0) return MAX_ZOOM;
  const circumference = EARTH_CIRCUMFERENCE_METRES * Math.cos((latitude * Math.PI) / 180);
  const zoom = zoomOfWorldSize((circumference * MISSING_BEND_PX) / detailMetres);
  return clamp(Math.round(zoom * 100) / 100, PLACE_ZOOM, MAX_ZOOM);
}
