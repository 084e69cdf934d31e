import type { Geometry } from 'geojson';
import type { LngLat, LngLatBounds } from '../geo/lng-lat.ts';

/** The exact form of a story: what `normalizeStory` makes of the files in `content/stories/<slug>/`. */
export interface Story {
  readonly slug: string;
  readonly locale: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** Name of the basemap: `public/basemap/<basemap>.topo.json`. */
  readonly basemap: string;
  /** ISO 3166 alpha-3 code of the country drawn as the story's own ground; all other land is "abroad". */
  readonly homeCountry: string;
  /** Id of the place drawn with the focus symbol, if the story has one. */
  readonly focus: string | null;
  /** The story's points must lie in here. */
  readonly bounds: LngLatBounds;
  readonly title: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly byline: string;
  readonly description: string;
  /** ISO dates. */
  readonly published: string;
  readonly modified: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly places: Readonly<Record<string, Place>>;
  /** Geometries of `data/*.geojson` by file name without ending. */
  readonly data: Readonly<Record<string, StoryData>>;
  /** The things its inventories show, by name. */
  readonly drawings: Readonly<Record<string, LineDrawing>>;
  /** The opening (`index.mdx`) first, then the numbered sections in order. Pages without a map are not in here. */
  readonly sections: readonly Section[];
  /** Sections with `page: true`: they get a page of their own after the story. */
  readonly pages: readonly PageSection[];
}

export interface Source {
  readonly title: string;
  readonly publisher: string;
  /** ISO date, or null where the source bears none. */
  readonly date: string | null;
  /** How a footnote names it, e.g. "AFP, Beirut, 27 December 2019". */
  readonly cite: string;
}

/** One line of the ledger. */
export interface Fact {
  readonly id: string;
  /** A number where the fact is a figure, else null. */
  readonly value: number | null;
  /** `people`, `percent`, `km`, `years`, …: a plain word, used for formatting. */
  readonly unit: string;
  /** The value in the reader's language and figures: `235,000`, `4 km`, `70%`. Empty where `value` is null. */
  readonly figure: string;
  /** The words that may not be left out: "more than", "nearly", … Empty where exact. */
  readonly qualifier: string;
  /** How the ledger states it in a sentence. */
  readonly text: string;
  readonly period: string;
  /** Ids of sources. */
  readonly sources: readonly string[];
  /** Who says so, e.g. "UN OCHA, quoted by AFP". */
  readonly authority: string;
  /** What the editors concluded rather than read, if anything. */
  readonly note: string;
}

export interface Place {
  readonly id: string;
  readonly lngLat: LngLat;
  /** Name by locale. */
  readonly names: Readonly<Record<string, string>>;
  /** 1 = largest type. The story's focus place is set larger still. */
  readonly rank: 1 | 2 | 3;
  readonly source: string;
  readonly uncertaintyMetres: number;
}

/** A GeoJSON file of the story, with where it comes from. */
export interface StoryData {
  readonly features: readonly { readonly id: string; readonly geometry: Geometry }[];
  readonly source: string;
  readonly licence: string;
  readonly schematic: boolean;
}

/**
 * A thing drawn with one pen. Strokes stand in the order a hand would draw them; each is an SVG path of absolute
 * `M L C Z` only. A stroke that ends in `Z` is filled with paper, so that it hides what stands behind it.
 * Origin at the top left, `height` is the ground; one unit is one CSS pixel at full size. Drawn as if leaving to the right.
 */
export interface LineDrawing {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly string[];
}

export type Mood = 'paper' | 'dusk' | 'night';

/**
 * How text and map share the screen: `column` (a card beside the map), `over` (text stands on the map without a card),
 * `top` (text across the head, the whole width below it free for a drawing). An upright phone shows `column` and `top`
 * as rows. `over` and `top` are pinned while the reader scrolls through them.
 */
export type CardLayout = 'column' | 'over' | 'top';

export interface Card {
  readonly layout: CardLayout;
  /** `start` is the reading side: left in English, right in Arabic. */
  readonly side: 'start' | 'end';
  readonly width: 'normal' | 'narrow';
}

/** What the author wants in view. Exactly one of `places`, `bounds`, `center` is set. */
export interface Frame {
  readonly places: readonly string[] | null;
  /** With `places`: at least this much ground around each of them. */
  readonly radiusKm: number;
  readonly bounds: LngLatBounds | null;
  readonly center: LngLat | null;
  readonly zoom: number | null;
  readonly keepVisible: readonly string[];
  readonly pitch: number;
  readonly bearing: number;
  /** Used instead of this frame on an upright phone. */
  readonly phone: Frame | null;
}

export type TintTone = 'subject' | 'past';

export interface Layers {
  /** Opacity by map theme, 0–1. Themes not named keep 1. `map: 0` empties the map to paper. */
  readonly emphasis: Readonly<Partial<Record<MapTheme, number>>>;
  readonly tints: readonly { readonly region: string; readonly tone: TintTone; readonly opacity: number }[];
  /** Strength (0–1) of the wash of land colour under a chart. */
  readonly wash: number;
}

export const MAP_THEMES = ['map', 'roads', 'rivers', 'lakes', 'borders', 'regions', 'labels', 'crosses'] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

export interface Section {
  /** The file name without its number; `opening` for `index.mdx`. */
  readonly id: string;
  readonly index: number;
  readonly file: string;
  readonly title: string;
  readonly kicker: string;
  /** Time or place at the far edge of the section list. */
  readonly listNote: string;
  /** Set below the text: where its figures come from, or what is uncertain about the map. Empty where there is none. */
  readonly sourceNote: string;
  readonly mapDescription: string;
  readonly frame: Frame;
  readonly travel: 'scrub' | 'cut';
  readonly mood: Mood;
  readonly layers: Layers;
  readonly card: Card;
  readonly annotations: readonly Annotation[];
}

export interface PageSection {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly listNote: string;
}

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
/** Words struck out one by one. */
export interface StruckListAnnotation extends AnnotationBase {
  readonly kind: 'struck-list';
  readonly place: string;
  readonly items: readonly { readonly label: string; readonly note: string }[];
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
