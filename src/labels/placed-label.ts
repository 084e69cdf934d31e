import type { Box, LngLat } from '../geo/lng-lat.ts';
import type { Tone } from '../marks/mark.ts';
import type { LabelLine, LabelSide } from './towns/label-layout.ts';
import type { LabelRank } from './towns/label-symbol.ts';

/** A name without a symbol: of a country, a water or a region. */
export interface AreaNameInput {
  readonly id: string;
  readonly kind: 'country' | 'water' | 'region';
  readonly lngLat: LngLat;
  readonly names: Readonly<Record<string, string>>;
  /** Each word on a line of its own. */
  readonly broken?: boolean;
}

/** One label with its place decided at rest. */
export interface PlacedLabel {
  readonly id: string;
  readonly lngLat: LngLat;
  /** Null for names of areas. */
  readonly rank: LabelRank | null;
  /** The side of the place on which its name stands; equal sides in two sections make the same picture. */
  readonly side: LabelSide;
  /** Empty where an annotation names the place. */
  readonly lines: readonly LabelLine[];
  readonly halo: Tone;
  /** Of symbol and name, at rest. */
  readonly boxes: readonly Box[];
}
