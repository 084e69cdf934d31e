import type { LngLat } from '../../geo/lng-lat.ts';
import type { DataFeature, DataLayer, DataSlice } from '../../story/data/data-layer.ts';
import { POINT_PX, SPIKE_PX, sizePx } from '../scales/symbol-size.ts';

/** Something that is named on the map, and how much of it its sign takes (CSS px from its place). */
export interface NamedSign {
  readonly text: string;
  readonly at: [lng: number, lat: number];
  readonly half: number;
  readonly above: number;
  readonly below: number;
  /** Slices in which it is among the highest, by their position. */
  readonly slices: number[];
}

const amountOf = ({ size, value }: DataFeature): number => size ?? (typeof value === 'number' ? value : 0);

function pointOf({ geometry }: DataFeature): LngLat | null {
  const [lng, lat] =
    geometry.type === 'Point'
      ? geometry.coordinates
      : geometry.type === 'MultiPoint'
        ? (geometry.coordinates[0] ?? [])
        : [];
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

function roomOf(
  { size: scale, plainPx }: DataLayer,
  { size }: DataFeature,
): Pick<NamedSign, 'half' | 'above' | 'below'> {
  const px = scale === null ? (plainPx ?? POINT_PX) : Number(sizePx(scale, size).toFixed(1));
  if (scale === null || scale.shape === 'circle') return { half: px, above: px, below: px };
  return { half: scale.shape === 'spike' ? SPIKE_PX / 2 : px, above: px, below: 0 };
}

/** The highest of a slice that are seen and have a name of their own, the highest first; of equals those that come first. */
function highestOf({ features }: DataSlice, { size }: DataLayer, most: number): readonly DataFeature[] {
  const isSeen = (one: DataFeature): boolean => one.name !== '' && (size === null || sizePx(size, one.size) > 0);
  return features
    .filter(isSeen)
    .toSorted((a, b) => amountOf(b) - amountOf(a))
    .slice(0, most);
}

/**
 * What of a layer is named on the map where a section goes through some slices: in each the highest by size or figure, or of
 * kinds those that come first.
 */
export function namedSigns(layer: DataLayer, slices: readonly DataSlice[], most: number): readonly NamedSign[] {
  if (most === 0) return [];
  const found = slices.flatMap((slice, index) => highestOf(slice, layer, most).map((one) => ({ one, index })));
  const byId = Map.groupBy(found, ({ one }) => one.id);
  const ordered = [...byId.values()].map((same) => same.toSorted((a, b) => amountOf(b.one) - amountOf(a.one)));
  return ordered
    .toSorted(([a], [b]) => (b === undefined || a === undefined ? 0 : amountOf(b.one) - amountOf(a.one)))
    .flatMap((same): readonly NamedSign[] => {
      const [largest] = same;
      const at = largest === undefined ? null : pointOf(largest.one);
      if (largest === undefined || at === null) return [];
      const inSlices = same.map(({ index }) => index).toSorted((a, b) => a - b);
      return [{ text: largest.one.name, at: [...at], ...roomOf(layer, largest.one), slices: inSlices }];
    });
}
