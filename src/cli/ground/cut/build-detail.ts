import {
  DETAIL_AREAS,
  DETAIL_LINES,
  type Detail,
  type DetailLayer,
  type DetailMeta,
} from '../../../basemap/detail/detail.ts';
import { boundsOf, unionOf } from '../../../geo/bounds.ts';
import { simplifyLine } from '../../../geo/lines/simplify-line.ts';
import { fromWorld, type WorldPoint, worldSize } from '../../../geo/mercator.ts';
import { type CutFeature, isArea } from './features-in-tile.ts';
import { joinLines } from './join-lines.ts';
import { type StreetName, streetNames } from './street-names.ts';

/** How much is smoothed away and left out, for a file to fit its budget. */
export interface Thinning {
  /** Pixels a line may move at the nearest zoom it is seen at. */
  readonly tolerancePx: number;
  /** Square pixels below which an area is left out. */
  readonly areaPx: number;
  readonly without: readonly CutFeature['layer'][];
}

type Line = readonly WorldPoint[];
type Step = readonly [number, number];

/** Steps of the file's grid in a pixel of the nearest zoom. */
const STEPS_PER_PX = 2;

interface Grid {
  readonly at: (point: WorldPoint) => Step;
  readonly transform: NonNullable<Detail['transform']>;
}

const round12 = (value: number): number => Number(value.toPrecision(12));

/** Degrees on a grid fine enough for the nearest zoom. */
function gridFor(features: readonly CutFeature[]): Grid {
  const boxes = features.flatMap(({ parts }) => parts.map(boundsOf));
  const [left, top, , bottom] = unionOf(boxes);
  const [[west, north], [, south]] = [fromWorld([left, top]), fromWorld([left, bottom])];
  const zoom = Math.max(...features.map((feature) => feature.zoom));
  const stepX = round12(360 / (worldSize(zoom) * STEPS_PER_PX));
  const stepY = round12(stepX * Math.cos(((south + north) * Math.PI) / 360));
  const [originX, originY] = [round12(west), round12(south)];
  return {
    at(point) {
      const [lng, lat] = fromWorld(point);
      return [Math.round((lng - originX) / stepX), Math.round((lat - originY) / stepY)];
    },
    transform: { scale: [stepX, stepY], translate: [originX, originY] },
  };
}

/** Steps from point to point, those of no length left out. */
function arcOf(line: Line, grid: Grid): Step[] {
  let last: Step = [0, 0];
  return line.flatMap((point, index) => {
    const [x, y] = grid.at(point);
    const step: Step = [x - last[0], y - last[1]];
    if (index > 0 && step[0] === 0 && step[1] === 0) return [];
    last = [x, y];
    return [step];
  });
}

function areaOf(ring: Line): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}

const closed = (ring: Line): Line => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
};

/** Outer rings with the holes that follow them, generalised for the nearest zoom they are seen at. */
function polygonsOf({ parts, zoom }: CutFeature, { tolerancePx, areaPx }: Thinning): readonly (readonly Line[])[] {
  const px = 1 / worldSize(zoom);
  const polygons: Line[][] = [];
  let sign = 0;
  let isKept = false;
  for (const part of parts) {
    const ring = simplifyRing(closed(part), tolerancePx * px);
    const area = areaOf(ring);
    sign ||= Math.sign(areaOf(part));
    const isOuter = Math.sign(areaOf(part)) === sign;
    const isLarge = ring.length > 3 && Math.abs(area) >= areaPx * px * px;
    if (isOuter) isKept = isLarge;
    if (isOuter && isLarge) polygons.push([ring]);
    else if (!isOuter && isLarge && isKept) polygons.at(-1)?.push(ring);
  }
  return polygons;
}

/** A ring in two halves: its ends are one point, which is no line to measure a distance from. */
function simplifyRing(ring: Line, tolerance: number): Line {
  const middle = Math.floor(ring.length / 2);
  const halves = [ring.slice(0, middle + 1), ring.slice(middle)];
  const [first = [], second = []] = halves.map((half) => simplifyLine(half, tolerance));
  return [...first, ...second.slice(1)] as Line;
}

function linesOf(features: readonly CutFeature[], { tolerancePx }: Thinning): readonly Line[] {
  const byZoom = Map.groupBy(features, ({ zoom }) => Math.round(zoom * 2) / 2);
  return [...byZoom].flatMap(([zoom, own]) =>
    joinLines(own.flatMap(({ parts }) => parts)).map(
      (line) => simplifyLine(line, tolerancePx / worldSize(zoom)) as readonly WorldPoint[],
    ),
  );
}

function pointsOf(features: readonly CutFeature[], grid: Grid): Detail['objects']['places'] {
  const places = features.filter(({ layer }) => layer === 'places').sort((a, b) => a.rank - b.rank);
  const geometries = places.flatMap(({ parts, names, rank }) =>
    parts.flatMap(([point]) =>
      point ? [{ type: 'Point' as const, coordinates: [...grid.at(point)], properties: { names, rank } }] : [],
    ),
  );
  return { type: 'GeometryCollection', geometries };
}

const streetPoint = ({ at, ...properties }: StreetName, grid: Grid) => ({
  type: 'Point' as const,
  coordinates: [...grid.at(at)],
  properties,
});

/** The file of a close section; null where nothing is left to draw. */
export function buildDetail(features: readonly CutFeature[], meta: DetailMeta, thinning: Thinning): Detail | null {
  const kept = features.filter(({ layer }) => !thinning.without.includes(layer));
  if (kept.length === 0) return null;
  const grid = gridFor(kept);
  const arcs: Step[][] = [];
  const arc = (line: Line): number[] => {
    const steps = arcOf(line, grid);
    if (steps.length < 2) return [];
    return [arcs.push(steps) - 1];
  };
  const objectOf = (layer: DetailLayer) => {
    const own = kept.filter((feature) => feature.layer === layer);
    if (!isArea(layer))
      return {
        type: 'MultiLineString' as const,
        arcs: linesOf(own, thinning)
          .map(arc)
          .filter((line) => line.length > 0),
      };
    const polygons = own.flatMap((feature) => polygonsOf(feature, thinning));
    const rings = polygons.map((polygon) => polygon.map(arc).filter((ring) => ring.length > 0));
    return { type: 'MultiPolygon' as const, arcs: rings.filter((polygon) => polygon.length > 0) };
  };
  const objects = [...DETAIL_AREAS, ...DETAIL_LINES]
    .map((layer) => [layer, objectOf(layer)] as const)
    .filter(([, object]) => object.arcs.length > 0);
  const streets = streetNames(kept).map((street) => streetPoint(street, grid));
  return {
    type: 'Topology',
    meta,
    transform: grid.transform,
    objects: {
      ...Object.fromEntries(objects),
      streets: { type: 'GeometryCollection', geometries: streets },
      places: pointsOf(kept, grid),
    },
    arcs: arcs.map((steps) => steps.map(([x, y]) => [x, y])),
  };
}
