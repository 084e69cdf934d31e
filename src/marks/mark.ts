import type { Shift } from '../geo/camera/shift-between.ts';
import type { TextRole } from '../typography/type-scale.ts';

/** Colours by role. A stage turns them into paint for the theme and mood (`--map-<tone>` in CSS). */
export const TONES = [
  'paper',
  'ink',
  'ink-2',
  'ink-3',
  'red',
  'hydro',
  'region',
  'rule',
  'sea',
  'land',
  'abroad',
  'tint',
  'tint-past',
  'soft',
  'hatch',
  'ring',
  'crosses',
] as const;
export type Tone = (typeof TONES)[number] | `own-${string}`;

interface MarkBase {
  /** Unique among the marks of a scene and stable from frame to frame. */
  readonly key: string;
  readonly opacity?: number;
  /** Whether it lies on a satellite picture or a scan, whose colours it is set in then. */
  readonly onPicture?: true;
}

/** `d` is in screen pixels. */
export interface PathMark extends MarkBase {
  readonly type: 'path';
  readonly d: string;
  readonly stroke?: Tone;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** Share of its length that is drawn, 0–1, from its first point; absent = all of it. Not used together with `dash`. */
  readonly drawn?: number;
  readonly fill?: Tone;
  readonly fillOpacity?: number;
  readonly cap?: 'round';
  /** Edge faded over so many pixels. */
  readonly featherPx?: number;
  /** The fill is whole at the edge of the shape, which is round, and fades to nothing on its way to the middle. */
  readonly fade?: 'inward';
  /** `home` clips to the story's own country, and the whole annotation with it. */
  readonly clip?: 'home';
}
export interface CircleMark extends MarkBase {
  readonly type: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly stroke?: Tone;
  readonly strokeWidth?: number;
  readonly fill?: Tone;
  readonly fillOpacity?: number;
}
/** One line of text; `y` is its baseline. */
export interface TextMark extends MarkBase {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Degrees clockwise about the anchor; upright where absent. */
  readonly turn?: number;
  /** Colour of the background; no halo where absent. */
  readonly halo?: Tone;
  /** BCP 47; sets the script's font and direction. Absent = the story's locale. */
  readonly lang?: string;
}
export interface RectMark extends MarkBase {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: Tone;
  readonly fillOpacity?: number;
  readonly stroke?: Tone;
  readonly strokeWidth?: number;
}
/** A picture, which opens large. */
export interface ImageMark extends MarkBase {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
  /** Name of the story's file. */
  readonly medium: string;
}
/** One shape, or one line of text. */
export type PlainMark = PathMark | CircleMark | TextMark | RectMark | ImageMark;

/**
 * Shapes and words about a point that move and fade as one: while the camera travels one thing is moved, and not each. They
 * are in pixels from that point, and their keys are unique among themselves.
 */
export interface AnchoredGroup extends MarkBase {
  readonly type: 'anchored';
  readonly x: number;
  readonly y: number;
  readonly marks: readonly Exclude<PlainMark, PathMark>[];
}

/**
 * Lines on the map that are moved and stretched with it as one, `scale · point + (x, y)`; strokes keep their width. Keys are
 * unique among themselves.
 */
export interface ProjectedGroup extends MarkBase, Shift {
  readonly type: 'projected';
  readonly marks: readonly PathMark[];
}
export type Mark = PlainMark | AnchoredGroup | ProjectedGroup;

/** Marks that fade as one. */
export interface GroupMark extends MarkBase {
  readonly type: 'group';
  readonly marks: readonly Mark[];
}
export type SceneMark = Mark | GroupMark;
