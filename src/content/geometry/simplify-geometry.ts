import type { Geometry, Position } from 'geojson';
import { distanceBetween, type Point } from '../../geo/lines/segments.ts';
import { simplifyLine } from '../../geo/lines/simplify-line.ts';
import { toWorld, worldSize } from '../../geo/mercator.ts';

/** Shapes of no more points than this were drawn by hand, and each point is meant. */
const DRAWN_BY_HAND = 200;
/** Less than anybody sees, on larger screens than stories are tried on too. */
const TOLERANCE_PX = 0.25;
/** A tenth of a metre. */
const DECIMALS = 6;
const MIN_RING = 4;

type Line = readonly Position[];

export function countPoints(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce((sum, one) => sum + countPoints(one), 0);
  const count = (coordinates: readonly unknown[]): number =>
    Array.isArray(coordinates[0])
      ? coordinates.reduce((sum: number, inner) => sum + count(inner as readonly unknown[]), 0)
      : 1;
  return count(geometry.coordinates);
}

/** Points some way from the last kept, and both ends: what is left for the finer rule is much less. */
function thinned<T extends { readonly at: Point }>(line: readonly T[], px: number): readonly T[] {
  let [last] = line;
  return line.filter((vertex, index) => {
    const isEnd = index === 0 || index === line.length - 1;
    const isKept = isEnd || distanceBetween(vertex.at, last?.at ?? vertex.at) >= px;
    if (isKept) last = vertex;
    return isKept;
  });
}

const rounded = ([lng = 0, lat = 0]: Position): Position => [
  Number(lng.toFixed(DECIMALS)),
  Number(lat.toFixed(DECIMALS)),
];

function simplifyAt(zoom: number): (line: Line) => Position[] {
  const size = worldSize(zoom);
  return (line) => {
    const vertices = line.map((position) => {
      const [x, y] = toWorld([position[0] ?? 0, position[1] ?? 0]);
      return { position, at: [x * size, y * size] as const };
    });
    const apart = thinned(vertices, TOLERANCE_PX);
    const positionOf = new Map(apart.map(({ at, position }) => [at as Point, position]));
    const kept = simplifyLine(
      apart.map(({ at }) => at),
      TOLERANCE_PX,
    );
    return kept.flatMap((at) => {
      const position = positionOf.get(at);
      return position ? [rounded(position)] : [];
    });
  };
}

type Simplify = ReturnType<typeof simplifyAt>;

/** Without its holes where those are specks, and nothing where it is one itself. */
function simplifyPolygon(rings: readonly Line[], simplify: Simplify): readonly Position[][][] {
  const [outer = [], ...holes] = rings.map(simplify);
  return outer.length < MIN_RING ? [] : [[outer, ...holes.filter((hole) => hole.length >= MIN_RING)]];
}

function simplifyParts(geometry: Geometry, simplify: Simplify): Geometry {
  switch (geometry.type) {
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((one) => simplifyParts(one, simplify)) };
    case 'LineString':
      return { ...geometry, coordinates: simplify(geometry.coordinates) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(simplify) };
    case 'Polygon': {
      const [polygon] = simplifyPolygon(geometry.coordinates, simplify);
      return polygon === undefined ? geometry : { ...geometry, coordinates: polygon };
    }
    case 'MultiPolygon': {
      const polygons = geometry.coordinates.flatMap((rings) => simplifyPolygon(rings, simplify));
      return polygons.length === 0 ? geometry : { ...geometry, coordinates: polygons };
    }
    default:
      return geometry;
  }
}

/** A geometry with those of its points that are seen at a zoom; as it is where a hand has drawn it. */
export function simplifyGeometry(geometry: Geometry, zoom: number): Geometry {
  return countPoints(geometry) <= DRAWN_BY_HAND ? geometry : simplifyParts(geometry, simplifyAt(zoom));
}
