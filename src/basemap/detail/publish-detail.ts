import type { Feature, Position } from 'geojson';
import { feature } from 'topojson-client';
import { unionOf } from '../../geo/bounds.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { polygonsOf } from '../../story/shapes/geometry-parts.ts';
import { gridAround, gridPoint } from '../drawing/grid-around.ts';
import { gridPath } from '../drawing/grid-path.ts';
import { linesOf } from '../features.ts';
import { detailSource } from '../layers/detail.ts';
import { type CutView, DETAIL_AREAS, DETAIL_LINES, type Detail, type DetailLayer } from './detail.ts';
import type { DetailFile } from './detail-file.ts';

type Point = readonly [number, number];
type Line = readonly Point[];

/** Everything that some view sees: west, south, east, north. */
export const detailBounds = (views: readonly CutView[]): LngLatBounds =>
  unionOf(views.map(([west, south, east, north]) => [west, south, east, north]));

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
  const { views } = detail.meta;
  const grid = gridAround(detailBounds(views), Math.max(...views.map(([, , , , zoom]) => zoom)));
  const toGrid = (position: Position): Point => {
    const [x, y] = gridPoint(position, grid);
    return [Math.round(x), Math.round(y)];
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
