import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { clipPolygon, clipPolyline } from 'lineclip';
import { boundsOf } from '../../../src/geo/bounds.ts';
import type { CityFeature } from './city.ts';
import type { Told } from './schema-city.ts';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

const EXTENT = 4096;
const BUFFER = 64 / EXTENT;
const POLYGONS = new Set(['building', 'water', 'area']);

const typeOf = (what: CityFeature['what']): 1 | 2 | 3 => (what === 'place' ? 1 : POLYGONS.has(what) ? 3 : 2);

function clipped({ what, parts }: CityFeature, bounds: [number, number, number, number]) {
  const lines = parts as unknown as [number, number][][];
  if (what === 'place')
    return lines.filter(([[x, y] = [0, 0]]) => x >= bounds[0] && x <= bounds[2] && y >= bounds[1] && y <= bounds[3]);
  if (typeOf(what) === 3) return lines.map((ring) => clipPolygon(ring, bounds)).filter(({ length }) => length > 3);
  return lines.flatMap((line) => clipPolyline(line, bounds));
}

function sliceTile(
  features: readonly CityFeature[],
  tell: (feature: CityFeature) => readonly Told[],
  [z, x, y]: readonly [number, number, number],
): Uint8Array | null {
  const side = 2 ** -z;
  const [left, top] = [x * side, y * side];
  const margin = BUFFER * side;
  const bounds: [number, number, number, number] = [
    left - margin,
    top - margin,
    left + side + margin,
    top + side + margin,
  ];
  const layers: Record<string, { features: object[] }> = {};
  for (const feature of features) {
    const parts = clipped(feature, bounds);
    const onTile = parts.map((part) =>
      part.map(([px, py]) => [Math.round(((px - left) / side) * EXTENT), Math.round(((py - top) / side) * EXTENT)]),
    );
    if (onTile.length === 0) continue;
    const type = typeOf(feature.what);
    for (const { layer, properties } of tell(feature)) {
      layers[layer] ??= { features: [] };
      layers[layer].features.push({ type, geometry: type === 1 ? onTile.flat() : onTile, tags: properties });
    }
  }
  if (Object.keys(layers).length === 0) return null;
  return fromGeojsonVt(layers as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: EXTENT });
}

/** All tiles of features at these zooms. */
export function sliceTiles(
  features: readonly CityFeature[],
  tell: (feature: CityFeature) => readonly Told[],
  zooms: readonly number[],
): readonly Tile[] {
  const bounds = boundsOf(features.flatMap(({ parts }) => parts.flat()));
  return zooms.flatMap((z) => {
    const [left, top, right, bottom] = bounds.map((edge) => Math.floor(edge * 2 ** z)) as [
      number,
      number,
      number,
      number,
    ];
    const tiles: Tile[] = [];
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1) {
        const bytes = sliceTile(features, tell, [z, x, y]);
        if (bytes !== null) tiles.push({ z, x, y, bytes });
      }
    return tiles;
  });
}
