import type { LngLat } from '../geo/lng-lat.ts';

/** Part of every annotation. */
interface AnnotationBase {
  /** Unique in its section; translations refer to it. */
  readonly id: string;
  /** Section progress at which it starts and ends being drawn. */
  readonly draw: readonly [from: number, to: number];
}

/** Where an annotation points: a place of the gazetteer, a bare point, or a point a share of the way along a route. */
export type Anchor =
  | { readonly place: string }
  | { readonly at: LngLat }
  | { readonly route: string; readonly along: number };

export interface CalloutAnnotation extends AnnotationBase {
  readonly kind: 'callout';
  readonly anchor: Anchor;
  readonly head: string;
  readonly body: string;
  /** Preferred compass side of the text; the placement may choose another. */
  readonly side: 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw' | null;
}
export interface RingAnnotation extends AnnotationBase {
  readonly kind: 'ring';
  readonly place: string;
  readonly radiusKm: number;
  /** `none`: the whole ground within is marked. `inward`: what is marked fades from the edge inwards. */
  readonly feather: 'none' | 'inward';
  /** Words on the dimension line, e.g. "4 kilometres". */
  readonly label: string;
  /** A callout that touches the ring. Empty head = none. */
  readonly head: string;
  readonly body: string;
}
/** Name set in the middle of an admin-1 region or of the story's own area. The tint itself is in `layers.tints`. */
export interface RegionAnnotation extends AnnotationBase {
  readonly kind: 'region';
  readonly region: string;
  readonly label: string;
  /** Overrides the middle of the region. */
  readonly at: LngLat | null;
}
export interface RouteAnnotation extends AnnotationBase {
  readonly kind: 'route';
  /** `data/<file>` or `data/<file>#<feature>`, or `basemap:<ref>` for a road of the basemap such as `basemap:M5`. */
  readonly route: string;
  /** Share of the route that is drawn when complete, `[start, end]`, 0–1, along its own direction. */
  readonly span: readonly [number, number];
  /** `road` = the many on a known road; `person` = fades out at its end; `earlier` = dashed, fades in. */
  readonly style: 'road' | 'person' | 'earlier';
  readonly label: string;
}
/** People along a route: short dashes that move with the scroll and only with it. */
export interface FlowAnnotation extends AnnotationBase {
  readonly kind: 'flow';
  readonly route: string;
  readonly span: readonly [number, number];
  readonly label: string;
}
/** Several lines that share the first kilometres, part, and end in nothing. */
export interface StrandsAnnotation extends AnnotationBase {
  readonly kind: 'strands';
  readonly from: string;
  /** One strand each: degrees clockwise from north of where it heads, and its length. */
  readonly headings: readonly { readonly bearingDegrees: number; readonly lengthKm: number }[];
  /** Bearing and length of the shared beginning. */
  readonly stem: { readonly bearingDegrees: number; readonly lengthKm: number };
}
/** A hatched, feathered ground without outline: somewhere in here, no closer known. */
export interface AreaAnnotation extends AnnotationBase {
  readonly kind: 'area';
  /** `data/<file>#<feature>`. */
  readonly area: string;
}
/** One dot a hundred people (or `per`), leaving a place along a heading, inside a region. */
export interface DotsAnnotation extends AnnotationBase {
  readonly kind: 'dots';
  readonly fact: string;
  readonly per: number;
  readonly from: string;
  /** Places the dots pass, tight at first; the last gives the general heading. */
  readonly via: readonly string[];
  /** Admin-1 region they never leave. */
  readonly within: string;
  /** Words beside the key's dot, e.g. "100 people", and below it, e.g. "A dot is a count, not a place." */
  readonly label: string;
  readonly body: string;
}
export interface InventoryAnnotation extends AnnotationBase {
  readonly kind: 'inventory';
  readonly items: readonly { readonly drawing: string; readonly label: string }[];
}
export interface TimelineAnnotation extends AnnotationBase {
  readonly kind: 'timeline';
  /** ISO dates, inclusive. The overview scale counts months, the detail scale days. */
  readonly overview: readonly [string, string];
  readonly detail: readonly [string, string];
  readonly events: readonly {
    readonly id: string;
    readonly date: string;
    readonly head: string;
    readonly body: string;
  }[];
  readonly period: {
    readonly from: string;
    readonly to: string;
    readonly fact: string;
    readonly label: string;
    readonly body: string;
  } | null;
}
export interface ShareAnnotation extends AnnotationBase {
  readonly kind: 'share';
  /** Part and whole; `exactness` decides how the edge of the part is drawn. */
  readonly part: number;
  readonly whole: number;
  readonly exactness: 'exact' | 'more-than' | 'nearly';
  readonly partLabel: string;
  readonly wholeLabel: string;
}
/** Words struck out one by one, whole or in part. */
export interface StruckListAnnotation extends AnnotationBase {
  readonly kind: 'struck-list';
  readonly place: string;
  /** `struck`: the share (0–1) of a word's length that is struck out. */
  readonly items: readonly { readonly label: string; readonly note: string; readonly struck: number }[];
}
export interface ScaleBarAnnotation extends AnnotationBase {
  readonly kind: 'scale-bar';
}

export type Annotation =
  | CalloutAnnotation
  | RingAnnotation
  | RegionAnnotation
  | RouteAnnotation
  | FlowAnnotation
  | StrandsAnnotation
  | AreaAnnotation
  | DotsAnnotation
  | InventoryAnnotation
  | TimelineAnnotation
  | ShareAnnotation
  | StruckListAnnotation
  | ScaleBarAnnotation;
export type AnnotationKind = Annotation['kind'];
