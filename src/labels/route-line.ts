import { type Line, sliceLine } from '../geo/lines/along-line.ts';
import { smoothLine } from '../geo/lines/smooth-line.ts';
import type { Atlas } from '../story/atlas.ts';

/** Samples between two vertices of an author's line. */
const SAMPLES = 12;

/**
 * The part of a route an annotation speaks of. Roads of the basemap are used as they are, so that they lie on the map's
 * own line; lines drawn for the story are smoothed.
 */
export function routeLine(name: string, span: readonly [number, number], atlas: Atlas): Line | null {
  const route = atlas.route(name);
  if (route === null || route.length < 2) return null;
  const line = name.startsWith('basemap:') ? route : smoothLine(route, SAMPLES);
  return sliceLine(line, span[0], span[1]);
}
