import type { Credit } from '../credits.ts';
import type { ShapeFile } from '../drawing/shape-file.ts';
import type { PlaceProperties, StreetProperties } from './detail.ts';

type At = { readonly lngLat: readonly [lng: number, lat: number] };

export type StreetAt = StreetProperties & At;
export type PlaceAt = PlaceProperties & At;

/** The detail of a close section as it is published: shapes by `detail-<layer>`, and names. */
export interface DetailFile extends ShapeFile {
  readonly streets: readonly StreetAt[];
  readonly places: readonly PlaceAt[];
  readonly meta: { readonly attribution: readonly Credit[] };
}
