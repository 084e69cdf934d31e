import type { MultiLineString, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { layerTopology } from './layer-topology.ts';
import { type Area, ringAreaKm2 } from './rings.ts';

/** Gaps between countries smaller than this are rivers and reservoirs along a border, not sea. */
const INLAND_GAP_KM2 = 300;

function isAlongEdge(a: Position, b: Position, [west, south, east, north]: LngLatBounds): boolean {
  const vertical = a[0] === b[0] && (a[0] === west || a[0] === east);
  return vertical || (a[1] === b[1] && (a[1] === south || a[1] === north));
}

/** The line without the stretches that run along the edge of the map. */
export function withoutEdges(line: readonly Position[], bounds: LngLatBounds): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  line.forEach((point, i) => {
    const before = line[i - 1];
    if (before && isAlongEdge(before, point, bounds)) {
      parts.push(part);
      part = [];
    }
    part.push(point);
  });
  parts.push(part);
  return parts.filter((points) => points.length > 1);
}

/** Where two neighbours meet. */
export function interiorLines<P extends object>(areas: readonly Area<P>[]): MultiLineString {
  const topo = layerTopology(areas);
  return mesh(topo, topo.objects.layer, (a, b) => a !== b);
}

/** Where land meets the sea, without the edges of the map. */
export function coastLines<P extends object>(land: readonly Area<P>[], bounds: LngLatBounds): MultiLineString {
  const topo = layerTopology(land);
  const rings = merge(topo, topo.objects.layer.geometries as (Polygon | MultiPolygon)[]).coordinates.flatMap(
    (polygon) => polygon.filter((ring, index) => index === 0 || ringAreaKm2(ring) > INLAND_GAP_KM2),
  );
  return { type: 'MultiLineString', coordinates: rings.flatMap((ring) => withoutEdges(ring, bounds)) };
}
