import { type GeoStream, geoIdentity, geoStream } from 'd3';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { ringContains } from '../../../geo/point-in-polygons.ts';
import type { Ring, Rings } from './rings.ts';

/** About a tenth of a metre: makes points cut from both sides of one segment equal. */
const DECIMALS = 1e6;

export function roundPosition([lng = 0, lat = 0]: Position): Position {
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

function collectLines(
  geometry: Polygon | MultiPolygon | LineString | MultiLineString,
  bounds: LngLatBounds,
): Position[][] {
  const [west, south, east, north] = bounds;
  const lines: Position[][] = [];
  let rings = false;
  const sink: GeoStream = {
    point: (x, y) => lines.at(-1)?.push(roundPosition([x, y])),
    lineStart: () => lines.push([]),
    lineEnd: () => {
      const line = lines.at(-1);
      if (rings && line?.[0]) line.push(line[0]);
    },
    polygonStart: () => {
      rings = true;
    },
    polygonEnd: () => {
      rings = false;
    },
  };
  const clip = geoIdentity().clipExtent([
    [west, south],
    [east, north],
  ]);
  geoStream(geometry, clip.stream(sink));
  return lines.map(withoutRepeats).filter((line) => line.length > 1);
}

function withoutRepeats(line: Position[]): Position[] {
  return line.filter((point, i) => i === 0 || point[0] !== line[i - 1]?.[0] || point[1] !== line[i - 1]?.[1]);
}

/**
 * Puts each hole into the exterior it lies in: a clipped polygon may have come apart into several. The clipper does not
 * keep the winding, so a ring counts as a hole where it lies in another.
 */
function nest(rings: readonly Ring[]): Rings[] {
  const holderOf = (ring: Ring) => rings.find((other) => other !== ring && ringContains(other, ring[0] as Position));
  const exteriors = rings.filter((ring) => holderOf(ring) === undefined);
  return exteriors.map((exterior) => [exterior, ...rings.filter((ring) => holderOf(ring) === exterior)]);
}

/** The part of one polygon inside the rectangle. The rectangle's own edges become part of its outline. */
export function clipPolygon(rings: Rings, bounds: LngLatBounds): Rings[] {
  return nest(collectLines({ type: 'Polygon', coordinates: rings }, bounds).filter((ring) => ring.length > 3));
}

/** The parts of a line inside the rectangle. */
export function clipLine(line: Position[], bounds: LngLatBounds): Position[][] {
  return collectLines({ type: 'LineString', coordinates: line }, bounds);
}
