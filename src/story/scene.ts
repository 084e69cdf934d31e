import type { Camera, ScreenPoint } from '../geo/lng-lat.ts';
import type { AnnotationBase, Layers, Mood } from './story.ts';

/** The size of the reader's screen and how it reads. Everything in a scene that depends on the device comes from here. */
export interface Viewport {
  /** CSS pixels of the whole stage. */
  readonly width: number;
  readonly height: number;
  readonly dir: 'ltr' | 'rtl';
  /** An embed has a foot bar instead of a head bar and smaller type. */
  readonly embed: boolean;
  /** A picture in the flow of the text (article without script, print): no text stands on it. */
  readonly figure?: boolean;
}

/** One annotation on screen. */
export interface AnnotationState {
  readonly key: string;
  readonly sectionIndex: number;
  readonly annotation: AnnotationBase;
  /** How far it is drawn, 0–1. */
  readonly t: number;
  readonly opacity: number;
}

/** What one section shows in place of the map. */
export interface BackdropState {
  readonly sectionIndex: number;
  readonly opacity: number;
  /** How far the reader is through the section, 0–1: between its first view and its last. */
  readonly t: number;
}

/** Labels of one section's resting map, cross-faded while travelling. */
export interface LabelState {
  readonly sectionIndex: number;
  readonly opacity: number;
}

/** What one section has the map painted as, and how much of the picture is that. */
export interface ScenePaint {
  readonly mood: Mood;
  readonly layers: Layers;
  /** 0–1 */
  readonly weight: number;
}

/** What the map shows: plain data, a pure function of progress and viewport. */
export interface Scene {
  /** 0–1 through the story. */
  readonly progress: number;
  readonly section: { readonly id: string; readonly index: number };
  /** 0–1 through the section. */
  readonly sectionProgress: number;
  readonly camera: Camera;
  /** Weights of the moods; they sum to 1. */
  readonly moods: Readonly<Record<Mood, number>>;
  readonly layers: Layers;
  /** What `moods` and `layers` are mixed from: one section's at rest, on a journey both ends'. The weights sum to 1. */
  readonly paints: readonly ScenePaint[];
  readonly annotations: readonly AnnotationState[];
  readonly labels: readonly LabelState[];
  /** Pictures and films over the map, each on top of those before it. */
  readonly backdrops: readonly BackdropState[];
  /** Strength (0–1) of the scrim under text that stands on the map. */
  readonly scrim: number;
  /** Middle of the part of the screen that the text leaves free: what is seen more than once is named nearest to it. */
  readonly middle: ScreenPoint;
  /** How much of the screen's height belongs to the map: less than all of it only in rows. */
  readonly stageHeightPx: number;
  /** The reader has taken the camera in hand. */
  readonly isFree?: true;
}
