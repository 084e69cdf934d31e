import type { Geometry } from 'geojson';
import type { LngLat, LngLatBounds } from '../geo/lng-lat.ts';
import type { AnnotationBase } from './annotation.ts';
import type { DataLayer, SectionData } from './data/data-layer.ts';
import type { Ground, GroundUse } from './ground/ground.ts';
import type { Backdrop, Medium } from './media/medium.ts';
import type { MapSource } from './sources/map-source.ts';
import type { StoryTable } from './table.ts';

export type * from './annotation.ts';

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
  /** Language of the second line below a name of the map, or `none`; null where the map's sources decide. */
  readonly namesBeside: string | null;
  /** Id of the place drawn with the focus symbol, if the story has one. */
  readonly focus: string | null;
  /** The story's points must lie in here. */
  readonly bounds: LngLatBounds;
  /** How near cameras come to its basemap. */
  readonly nearestZoom: number;
  readonly title: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly byline: string;
  readonly description: string;
  /** ISO dates. */
  readonly published: string;
  readonly modified: string;
  /** Terms of its text, facts and drawn data, as its author writes them; empty where unstated. */
  readonly licence: string;
  /** ISO date since which the story is no longer told, or null. */
  readonly withdrawn: string | null;
  /** Whose name stands on its pictures; may be empty. */
  readonly publisher: string;
  /** The newest first. */
  readonly corrections: readonly Correction[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly places: Readonly<Record<string, Place>>;
  /** Geometries of `data/*.geojson` by file name without ending. */
  readonly data: Readonly<Record<string, StoryData>>;
  /** Tables of `data/*.csv`, `.tsv` and `.xlsx` by file name without ending. */
  readonly tables: Readonly<Record<string, StoryTable>>;
  /** The things its inventories show, by name. */
  readonly drawings: Readonly<Record<string, LineDrawing>>;
  /** Pictures, films and recordings by the names of their files. */
  readonly media: Readonly<Record<string, Medium>>;
  /** Satellite pictures, scans and relief by name; absent where the story has none. */
  readonly grounds?: Readonly<Record<string, Ground>>;
  /** By their names in `layers.yaml`; absent where there are none, and in what the page's script gets. */
  readonly dataLayers?: Readonly<Record<string, DataLayer>>;
  /** What its map shows beyond the basemap; absent where there is nothing of that. */
  readonly mapSources?: readonly MapSource[];
  /** Hosts whose frames its texts may offer. */
  readonly allowFrames: readonly string[];
  /** What the program itself writes on the map, by its key. */
  readonly mapTexts: Readonly<Partial<Record<string, string>>>;
  /** The opening (`index.mdx`) first, then the numbered sections in order. Pages without a map are not in here. */
  readonly sections: readonly Section[];
  /** Sections with `page: true`: they get a page of their own after the story. */
  readonly pages: readonly PageSection[];
}

/** Names of fields that stand in the default language for want of a translation; `text` is the prose. */
export type Untranslated = readonly string[];

export interface Source {
  /** What the ledger calls it. */
  readonly label: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO date, or null where the source bears none. */
  readonly date: string | null;
  /** How a footnote names it, e.g. "AFP, Beirut, 27 December 2019". */
  readonly cite: string;
  /** Code of the language it is in, or null where nobody has said. */
  readonly language: string | null;
  readonly untranslated: Untranslated;
}

/** One line of the ledger. */
export interface Fact {
  readonly id: string;
  /** A number where the fact is a figure, the lower one where it is a range, else null. */
  readonly value: number | null;
  /** `people`, `percent`, `km`, `USD`, …: used for formatting. */
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
  readonly untranslated: Untranslated;
}

/** What was changed in a story after it was published. */
export interface Correction {
  /** ISO date. */
  readonly date: string;
  readonly text: string;
  readonly untranslated: Untranslated;
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
  readonly untranslated: Untranslated;
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
  /** A stop of the map: the section has neither words nor a card, and its layout is `column`. */
  readonly hidden?: boolean | undefined;
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
  /** Opacity by part of the map, 0–1. Parts not named keep 1. `map: 0` empties the map to paper. */
  readonly emphasis: Readonly<Partial<Record<MapPart, number>>>;
  readonly tints: readonly { readonly region: string; readonly tone: TintTone; readonly opacity: number }[];
  /** Strength (0–1) of the wash of land colour under a chart. */
  readonly wash: number;
  /** What lies over the map; absent where nothing does. */
  readonly ground?: GroundUse;
  /** How far (0–1) the basemap's lines make way for finer ones as the camera comes near; absent where there are none. */
  readonly detail?: number;
  /** Strength (0–1) of the story's own layers that some sections show and others do not, by their `shown`. */
  readonly shown?: Readonly<Record<string, number>>;
}

export const MAP_PARTS = [
  'map',
  'roads',
  'rivers',
  'lakes',
  'borders',
  'regions',
  'detail',
  'labels',
  'crosses',
] as const;
export type MapPart = (typeof MAP_PARTS)[number];

export interface Section {
  /** The file name without its number; `opening` for `index.mdx`. */
  readonly id: string;
  readonly index: number;
  readonly file: string;
  readonly title: string;
  /** `false` where the title names the section in lists only. */
  readonly heading?: false;
  readonly kicker: string;
  /** Time or place at the far edge of the section list. */
  readonly listNote: string;
  /** Set below the text: where its figures come from, or what is uncertain about the map. Empty where there is none. */
  readonly sourceNote: string;
  readonly mapDescription: string;
  /** The same for an upright phone, where the map shows less there; empty where one serves both. */
  readonly phoneMapDescription: string;
  readonly frame: Frame;
  readonly travel: 'scrub' | 'cut';
  /** How much of the scroll the way here takes, where the usual is 1: 1 to 3; absent for 1. */
  readonly travelShare?: number;
  readonly mood: Mood;
  readonly layers: Layers;
  readonly card: Card;
  readonly annotations: readonly AnnotationBase[];
  /** What it shows of the story's data layers, those that lie lowest first; absent where nothing. */
  readonly data?: readonly SectionData[];
  /** What stands in place of the map, if anything does. */
  readonly backdrop: Backdrop | null;
  /** How a film tells it, where its author has said so. */
  readonly film?: FilmWords;
  readonly untranslated: Untranslated;
}

export interface FilmWords {
  /** In place of the title, quotations and numerals of the section; empty for these. */
  readonly text: string;
  /** How long it stands still, or null where that follows from how much there is to read. */
  readonly seconds: number | null;
}

export interface PageSection {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly listNote: string;
  readonly untranslated: Untranslated;
}
