import type { Feature, Position } from 'geojson';
import { feature } from 'topojson-client';
import { toWorld } from '../../geo/mercator.ts';
import { polygonsOf } from '../../story/shapes/geometry-parts.ts';
import type { DrawingGrid } from '../drawing/drawing-transform.ts';
import { gridPath } from '../drawing/grid-path.ts';
import { linesOf } from '../features.ts';
import { detailSource } from '../layers/detail.ts';
import { type CutView, DETAIL_AREAS, DETAIL_LINES, type Detail, type DetailLayer } from './detail.ts';
import type { DetailFile } from './detail-file.ts';

type Point = readonly [number, number];
type Line = readonly Point[];

/** Grid units in a pixel at the nearest zoom the detail is seen at: as fine as the cut. */
const UNITS_PER_PX = 2;

/** Everything that some view sees: west, south, east, north. */
export function detailBounds(views: readonly CutView[]): readonly [number, number, number, number] {
  const [first = [0, 0, 0, 0, 0]] = views;
  return views.reduce<readonly [number, number, number, number]>(
    ([west, south, east, north], view) => [
      Math.min(west, view[0]),
      Math.min(south, view[1]),
      Math.max(east, view[2]),
      Math.max(north, view[3]),
    ],
    [first[0], first[1], first[2], first[3]],
  );
}

function gridOf({ meta }: Detail): DrawingGrid {
  const [west, , , north] = detailBounds(meta.views);
  const zoom = Math.ceil(Math.max(...meta.views.map((view) => view[4])));
  const size = 512 * 2 ** zoom * UNITS_PER_PX;
  const [x, y] = toWorld([west, north]);
  return { x: Math.round(x * size) / size, y: Math.round(y * size) / size, size };
}

const signedArea = (ring: Line): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Outer rings one way round and holes the other, so that a hole is one by either rule of filling. */
export const wound = (ring: Line, isHole: boolean): Line =>
  signedArea(ring) > 0 === isHole ? [...ring].reverse() : ring;

/** Ground that the cut is complete on, as one ring. */
function landPath({ meta }: Detail, toGrid: (at: Position) => Point): string {
  const [west, south, east, north] = detailBounds(meta.views);
  const corners = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ];
  return gridPath([wound(corners.map(toGrid), false)], true);
}

function pathOf(detail: Detail, layer: DetailLayer, toGrid: (at: Position) => Point): string {
  const object = detail.objects[layer];
  if (!object) return '';
  const { geometry } = feature(detail, object) as Feature;
  if (object.type === 'MultiLineString')
    return gridPath(
      linesOf(geometry).map((line) => line.map(toGrid)),
      false,
    );
  const rings = polygonsOf(geometry).flatMap((polygon) =>
    polygon.map((ring, index) =>
      wound(
        ring.map((at) => toGrid([...at])),
        index > 0,
      ),
    ),
  );
  return gridPath(rings, true);
}

const DIGITS = 6;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** The positions of a cut's names, in degrees. */
function namesOf<P>(detail: Detail, name: 'streets' | 'places'): readonly (P & { readonly lngLat: Point })[] {
  const { features } = feature(detail, detail.objects[name]);
  return features.map(({ geometry, properties }) => {
    const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
    return { ...(properties as P), lngLat: [rounded(lng), rounded(lat)] as const };
  });
}

/** The detail of a close section as it is published: what `npm run ground` cut, with nothing left to do to draw it. */
export function publishDetail(detail: Detail): DetailFile {
  const grid = gridOf(detail);
  const toGrid = ([lng = 0, lat = 0]: Position): Point => {
    const [x, y] = toWorld([lng, lat]);
    return [Math.round((x - grid.x) * grid.size), Math.round((y - grid.y) * grid.size)];
  };
  const paths = [...DETAIL_AREAS, ...DETAIL_LINES].map((layer) => [detailSource(layer), pathOf(detail, layer, toGrid)]);
  return {
    grid,
    paths: Object.fromEntries([[detailSource('land'), landPath(detail, toGrid)], ...paths].filter(([, d]) => d !== '')),
    streets: namesOf(detail, 'streets'),
    places: namesOf(detail, 'places'),
    meta: { attribution: detail.meta.attribution },
  };
}
