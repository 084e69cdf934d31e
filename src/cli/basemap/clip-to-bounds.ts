import { geoIdentity, geoStream, type GeoStream } from 'd3';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { isInRing, signedArea, type Ring, type Rings } from './rings.ts';

/** About a tenth of a metre: makes points cut from both sides of one segment equal. */
const DECIMALS = 1e6;

export function roundPosition([lng = 0, lat = 0]: Position): Position {
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

function collectLines(geometry: Polygon | MultiPolygon | LineString | MultiLineString, bounds: LngLatBounds): Position[][] {
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
  const clip = geoIdentity().clipExtent([[west, south], [east, north]]);
  geoStream(geometry, clip.stream(sink));
  return lines.map(withoutRepeats).filter((line) => line.length > 1);
}

function withoutRepeats(line: Position[]): Position[] {
  return line.filter((point, i) => i === 0 || point[0] !== line[i - 1]?.[0] || point[1] !== line[i - 1]?.[1]);
}

/** Puts each hole into the exterior it lies in; a clipped polygon may have come apart into several. */
function nest(rings: readonly Ring[], clockwise: boolean): Rings[] {
  const isOuter = (ring: Ring) => signedArea(ring) < 0 === clockwise;
  const polygons: Rings[] = rings.filter(isOuter).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => !isOuter(ring))) {
    polygons.find(([outer]) => outer && isInRing(hole[0] as Position, outer))?.push(hole);
  }
  return polygons;
}

/** The part of one polygon inside the rectangle. The rectangle's own edges become part of its outline. */
export function clipPolygon(rings: Rings, bounds: LngLatBounds): Rings[] {
  const exterior = rings[0];
  if (!exterior) return [];
  const clipped = collectLines({ type: 'Polygon', coordinates: rings }, bounds).filter((ring) => ring.length > 3);
  return nest(clipped, signedArea(exterior) < 0);
}

/** The parts of a line inside the rectangle. */
export function clipLine(line: Position[], bounds: LngLatBounds): Position[][] {
  return collectLines({ type: 'LineString', coordinates: line }, bounds);
}
