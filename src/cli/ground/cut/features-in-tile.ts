import { clipPolygon, clipPolyline } from 'lineclip';
import { DETAIL_AREAS, type DetailArea, type DetailNames, SHOWN_FROM } from '../../../basemap/detail/detail.ts';
import { boundsOf, boundsOverlap, unionOf } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { WorldPoint } from '../../../geo/mercator.ts';
import { worldSize } from '../../../geo/mercator.ts';
import type { TileFeature } from '../archive/read-tile.ts';
import { LINE, POLYGON } from '../schemas/kinds.ts';
import { type Meaning, namesOf, type Schema } from '../schemas/schema.ts';
import { type NeededTile, tileBox } from './tiles-for-views.ts';

/** A feature as the map needs it. */
export interface CutFeature {
  readonly layer: Meaning['layer'];
  readonly rank: number;
  readonly names: DetailNames;
  /** Mercator units: the world is 1 wide. */
  readonly parts: readonly (readonly WorldPoint[])[];
  /** The nearest zoom it is ever seen at. */
  readonly zoom: number;
}

export interface CutTile {
  readonly features: readonly CutFeature[];
  /** Kinds that nobody has thought of, as `layer: kind`. */
  readonly unknown: readonly string[];
}

/** Areas of neighbouring tiles overlap by this many pixels of the tile, or their seam would shine through. */
const OVERLAP_PX = 1;

/** Whether a layer is of areas. */
export const isArea = (layer: string): layer is DetailArea => (DETAIL_AREAS as readonly string[]).includes(layer);

const clipped = (parts: CutFeature['parts'], box: LngLatBounds, layer: string): CutFeature['parts'] => {
  const bounds: [number, number, number, number] = [...box];
  const lines = parts as unknown as [number, number][][];
  if (isArea(layer)) return lines.map((ring) => clipPolygon(ring, bounds)).filter((ring) => ring.length > 3);
  if (layer === 'places') return lines.filter(([point]) => point && boundsOverlap([...point, ...point], grown(box)));
  return lines.flatMap((line) => clipPolyline(line, bounds));
};

/** So that a point on the edge belongs to one tile alone: it is on the left and upper edges only. */
const grown = ([left, top, right, bottom]: LngLatBounds): LngLatBounds => [left - 1e-12, top - 1e-12, right, bottom];

/** The part of a tile that the views of a layer see; null where none is near enough to show it. */
function boxFor(layer: Meaning['layer'], { id, views }: NeededTile): LngLatBounds | null {
  const near = views.filter(({ zoom }) => zoom >= SHOWN_FROM[layer]);
  if (near.length === 0) return null;
  const margin = isArea(layer) ? (OVERLAP_PX / 512) * 2 ** -id[0] : 0;
  const [left, top, right, bottom] = tileBox(id);
  const seen = unionOf(near.map(({ box }) => box));
  return [
    Math.max(left - margin, seen[0]),
    Math.max(top - margin, seen[1]),
    Math.min(right + margin, seen[2]),
    Math.min(bottom + margin, seen[3]),
  ];
}

/** The nearest zoom at which something of these parts is seen; 0 where no view near enough meets them. */
function nearestZoom(parts: CutFeature['parts'], layer: Meaning['layer'], views: NeededTile['views']): number {
  const [left, top, right, bottom] = boundsOf(parts.flat());
  // A street that runs straight north has no width.
  const box: LngLatBounds = [left - 1e-12, top - 1e-12, right + 1e-12, bottom + 1e-12];
  const seen = views.filter((view) => view.zoom >= SHOWN_FROM[layer] && boundsOverlap(view.box, box));
  return Math.max(0, ...seen.map(({ zoom }) => zoom));
}

const isSpeck = (parts: CutFeature['parts'], zoom: number): boolean => {
  const [left, top, right, bottom] = boundsOf(parts.flat());
  return Math.max(right - left, bottom - top) * worldSize(zoom) < 2;
};

function cutFeature(
  feature: TileFeature,
  { layer, rank }: Meaning,
  names: DetailNames,
  tile: NeededTile,
): readonly CutFeature[] {
  const box = boxFor(layer, tile);
  if (box === null || feature.type !== (isArea(layer) ? POLYGON : layer === 'places' ? 1 : LINE)) return [];
  if ((layer === 'streets' || layer === 'places') && Object.keys(names).length === 0) return [];
  const [left, top, right] = tileBox(tile.id);
  const side = right - left;
  const world = feature.parts.map((part) => part.map(([x, y]) => [left + x * side, top + y * side] as const));
  const parts = clipped(world, box, layer);
  const zoom = nearestZoom(parts, layer, tile.views);
  if (parts.length === 0 || zoom === 0 || (layer !== 'places' && isSpeck(parts, zoom))) return [];
  return [{ layer, rank, names, parts, zoom }];
}

/** What of a tile the map needs, cut to what is seen of it. */
export function featuresInTile(
  features: readonly TileFeature[],
  tile: NeededTile,
  schema: Schema,
  languages: ReadonlySet<string>,
): CutTile {
  const unknown: string[] = [];
  const cut = features.flatMap((feature) => {
    const read = schema.layers[feature.layer];
    if (read === undefined) return [];
    const kind = String(feature.properties[schema.kindField(feature.layer)] ?? '');
    const meanings = read(kind, feature.properties, feature.type);
    if (meanings === null) unknown.push(`${feature.layer}: ${kind.slice(0, 40) || '(none)'}`);
    const names = namesOf(feature.properties, languages);
    return (meanings ?? []).flatMap((meaning) => cutFeature(feature, meaning, names, tile));
  });
  return { features: cut, unknown };
}
