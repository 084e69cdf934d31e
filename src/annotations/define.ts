import type { z } from 'astro/zod';
import type { Box, LngLat } from '../geo/lng-lat.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext, View } from '../labels/rest-context.ts';
import type { Mark, Tone } from '../marks/mark.ts';
import type { AnnotationBase } from '../story/annotation.ts';
import type { Fact } from '../story/story.ts';
import type { StoryTable } from '../story/table.ts';

/** An annotation of the kind that a schema describes. */
export type AnnotationOf<Schema extends z.ZodType> = AnnotationBase & Readonly<z.output<Schema>>;

/** What an annotation comes to at rest. */
export interface Placed<Placement> {
  /** Plain data, the same for equal arguments: it may be made in a worker. */
  readonly placement: Placement;
  /** Boxes on the resting screen that names and later annotations keep clear of. */
  readonly boxes: readonly Box[];
  /** Characters of its texts: of several ways to place a section, the one in which most is said is taken. Absent = 0. */
  readonly characters?: number;
  /** False where words were left out for want of room. Absent = true. */
  readonly isComplete?: boolean;
}

/** What an annotation speaks of: a point, or a route (`basemap:<ref>`, `data/<file>`) and the point of it that is meant. */
export interface Subject {
  readonly point?: LngLat;
  readonly route?: string;
}

/** Part of the map that an annotation paints in a colour of its own, under texts. */
export interface PaintedArea {
  readonly tone: Tone;
  readonly contains: (lngLat: LngLat) => boolean;
}

/** What is drawn, for those who cannot see it. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface DescribeContext {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly locale: string;
  /** Stands over a table whose annotation has no words of its own for it. */
  readonly sectionTitle: string;
}

/** What a build takes an annotation's figures from. */
export interface BindContext {
  /** By file name without ending. */
  readonly tables: Readonly<Record<string, StoryTable>>;
  readonly locale: string;
  /** Of the slices that a data layer of its section goes through, as the data have them; absent where none runs. */
  readonly times?: readonly string[];
}

/** Why something of a table cannot be shown, at a field of the annotation. */
export type BindProblem = { readonly field: string } & (
  | {
      readonly problem: 'UnknownTable' | 'UnknownColumn' | 'UnknownEntry';
      readonly name: string;
      readonly among: readonly string[];
    }
  | {
      readonly problem: 'TextAmongNumbers';
      readonly column: string;
      readonly cells: readonly { readonly row: number; readonly text: string }[];
    }
  | { readonly problem: 'RepeatedKey'; readonly key: string; readonly rows: readonly number[] }
  | { readonly problem: 'ChartTooFull'; readonly what: string; readonly count: number; readonly most: number }
  | { readonly problem: 'StackBelowZero'; readonly column: string; readonly key: string }
  | { readonly problem: 'ChartWithoutData' }
);

/** What an annotation shows of the story's tables: plain data, which stands in its field `data`. */
export interface Bound<Data> {
  readonly data: Data;
  /** When it draws itself, where that is not its author's to say. */
  readonly draw?: AnnotationBase['draw'];
  readonly problems: readonly BindProblem[];
}

/**
 * A kind of annotation or chart, whole. `schema`, `summary`, `bind`, `describe` and `example` are for authors and for the page's
 * text: they are left out of the reader's scripts, and so is a top-level constant named `schema`.
 */
export interface Definition<Kind extends string, Schema extends z.ZodType, Placement> {
  readonly kind: Kind;
  /** What it draws, in one line of the author's guide. */
  readonly summary: string;
  /** The author's fields besides `kind`, `id` and `draw`; what they refer to is said with `fields.ts`. */
  readonly schema: Schema;
  /** When it takes its room on the resting screen: lower numbers first. */
  readonly order: number;
  /** It stands where its data say and can make way for nothing: the names a section needs make way for it. */
  readonly isFixed: boolean;
  readonly space: 'map' | 'screen';
  /** Words left out for want of room are a mistake of the author's, and worth placing names another way. */
  readonly mustFit?: true;
  /** Lengths on it are measured by eye, so it is true on a level map alone: with a pitch it is an error. */
  readonly isToScale?: true;
  /**
   * Where it stands at rest, or null where there is nothing to draw or no room. Depends on its arguments alone.
   * @param collisions boxes that are occupied already
   */
  place(annotation: AnnotationOf<Schema>, rest: RestContext, collisions: Collisions): Placed<Placement> | null;
  /**
   * Its marks at one moment. Called in each frame.
   * @param t how far it is drawn, above 0, at most 1
   */
  draw(annotation: AnnotationOf<Schema>, placement: Placement, t: number, view: View): readonly Mark[];
  /** Ids of places and regions that it names itself, so that their labels step aside. */
  names?(annotation: AnnotationOf<Schema>, rest: RestContext): readonly string[];
  subject?(annotation: AnnotationOf<Schema>, rest: RestContext): Subject | null;
  background?(annotation: AnnotationOf<Schema>, rest: RestContext): PaintedArea | null;
  /** Where it shows tables: what of them, at build. Never throws. */
  bind?(annotation: AnnotationOf<Schema>, context: BindContext): Bound<unknown>;
  /** A table of what it shows; without one the section's description of the map says it. */
  describe?(annotation: AnnotationOf<Schema>, context: DescribeContext): DataTable | null;
  /** YAML of one, with the places and facts of a new story. */
  readonly example: string;
}

export const defineAnnotation = <const Kind extends string, Schema extends z.ZodType, Placement>(
  definition: Definition<Kind, Schema, Placement>,
): Definition<Kind, Schema, Placement> => definition;
