import { clamp01 } from '../geo/clamp.ts';
import { type Stop, valueAt } from '../geo/stops.ts';
import type { LayerPart, MapLayer } from './layers/layer.ts';
import type { MapPalette, OwnToken, PaintToken } from './themes.ts';

/** What a scene asks of the map's paint. The shape of a story's `Layers`. */
export interface Emphasis {
  readonly emphasis: Readonly<Partial<Record<string, number>>>;
  readonly tints: readonly { readonly region: string; readonly tone: 'subject' | 'past'; readonly opacity: number }[];
  readonly wash: number;
  /** How far (0–1) the basemap's lines make way for finer ones. */
  readonly detail?: number;
  /** Strength (0–1) of the story's own layers by what they are shown for. */
  readonly shown?: Readonly<Record<string, number>>;
}

/** The share of the basemap's lines that stays beside finer ones, by zoom: these have come before the others go. */
const YIELD: readonly Stop[] = [
  [13, 1],
  [14.5, 0],
];

function strengthOf(part: LayerPart, id: string, layers: Emphasis): number {
  if (part === 'wash') return layers.wash;
  if (id === 'blank') return 1 - (layers.emphasis['map'] ?? 1);
  return part === 'map' ? 1 : (layers.emphasis[part] ?? 1);
}

type Tint = Emphasis['tints'][number];

/** Half-way between two sections a region may be tinted twice; the stronger counts. */
const tintOf = (region: string, { tints }: Emphasis): Tint | undefined =>
  tints.filter((tint) => tint.region === region).sort((a, b) => b.opacity - a.opacity)[0];

const regionOf = (layer: MapLayer): string | undefined => ('region' in layer ? layer.region : undefined);

/** Share of a layer that is left at a zoom. */
function shareAt(zoom: number, { yields, fade, shown }: MapLayer, layers: Emphasis): number {
  const stays = yields ? 1 - (layers.detail ?? 0) * (1 - valueAt(YIELD, zoom)) : 1;
  return stays * (fade ? valueAt(fade, zoom) : 1) * (shown === undefined ? 1 : (layers.shown?.[shown] ?? 0));
}

/** Opacity of a layer in a scene. */
export function opacityOf(layer: MapLayer, layers: Emphasis, zoom: number): number {
  const region = regionOf(layer);
  if (region !== undefined) return clamp01(tintOf(region, layers)?.opacity ?? 0);
  return layer.opacity * clamp01(strengthOf(layer.part, layer.id, layers)) * clamp01(shareAt(zoom, layer, layers));
}

/** Colour token of a layer in a scene: only tints change theirs. */
export function tokenOf(layer: MapLayer, layers: Emphasis): PaintToken | OwnToken {
  const region = regionOf(layer);
  return region !== undefined && tintOf(region, layers)?.tone === 'past' ? 'tint-past' : layer.color;
}

export interface LayerPaint {
  readonly color: string;
  readonly opacity: number;
  /** Of the fine line round dots. */
  readonly edge?: string;
}

/** Width of that line. */
export const EDGE_PX = 0.75;

export function paintOf(layer: MapLayer, layers: Emphasis, palette: MapPalette, zoom: number): LayerPaint {
  const paint = { color: palette[tokenOf(layer, layers)] ?? '', opacity: opacityOf(layer, layers, zoom) };
  return layer.type === 'circle' ? { ...paint, edge: palette.land } : paint;
}
