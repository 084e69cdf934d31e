import type { ScreenPoint } from '../../../geo/lng-lat.ts';
import type { PathMark, PlainMark, RectMark } from '../../../marks/mark.ts';

/** Shares of the chart's own time during which a part is drawn. */
export type Over = readonly [from: number, to: number];

type Stroke = Omit<PathMark, 'd' | 'drawn'>;

/** A mark that comes as a whole. */
interface FadingPart {
  readonly how: 'fade';
  readonly over: Over;
  readonly mark: PlainMark;
}

/** Lines that grow along x, all as far: what lies ahead in time comes later, however steep a line is. */
interface GrowingLine {
  readonly how: 'line';
  readonly over: Over;
  readonly mark: Stroke;
  /** Runs of screen points in drawing order; a gap lies between two runs. */
  readonly runs: readonly (readonly ScreenPoint[])[];
  /** Screen x of the front at the beginning and the end of its time. */
  readonly front: readonly [from: number, to: number];
}

/** Areas that grow along x, each between two edges with as many points. */
interface GrowingArea extends Omit<GrowingLine, 'how' | 'runs'> {
  readonly how: 'area';
  readonly runs: readonly { readonly upper: readonly ScreenPoint[]; readonly lower: readonly ScreenPoint[] }[];
}

/** A bar that grows away from its baseline, along the longer way or whichever `along` says. */
interface GrowingBar {
  readonly how: 'bar';
  readonly over: Over;
  readonly mark: RectMark;
  /** Screen coordinate of the baseline on the axis it grows along. */
  readonly base: number;
  readonly along: 'x' | 'y';
}

/** A mark that travels along a line while it grows, at its front. */
interface MovingPart extends Omit<GrowingLine, 'how' | 'mark'> {
  readonly how: 'head';
  readonly mark: Extract<PlainMark, { type: 'circle' }>;
}

/** One thing of a chart, laid out, and how it comes: plain data. */
export type ChartPart = FadingPart | GrowingLine | GrowingArea | GrowingBar | MovingPart;

export interface ChartPlacement {
  readonly parts: readonly ChartPart[];
  /** In their place those of each slice of a data layer, whole while it is on show. */
  readonly frames?: readonly (readonly ChartPart[])[];
}
