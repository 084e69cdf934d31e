import type { z } from 'astro/zod';
import { inventory } from '../charts/inventory/inventory.ts';
import { legend } from '../charts/legend/legend.ts';
import { share } from '../charts/share.ts';
import { TABLE_CHARTS } from '../charts/table-charts/table-charts.ts';
import { timeline } from '../charts/timeline/timeline.ts';
import { units } from '../charts/units/units.ts';
import type { AnnotationBase } from '../story/annotation.ts';
import type { Story } from '../story/story.ts';
import { area } from './area/area.ts';
import { callout } from './callout.ts';
import { dataNames } from './data-names.ts';
import type { DataTable, Definition, DescribeContext } from './define.ts';
import { dots } from './dots/dots.ts';
import { flow } from './lines/flow.ts';
import { route } from './lines/route.ts';
import { strands } from './lines/strands.ts';
import { addedKind, addedKinds } from './more-kinds.ts';
import { slugOfKind } from './own/own-names.ts';
import { picture } from './picture.ts';
import { region } from './region.ts';
import { ring } from './ring/ring.ts';
import { scaleBar } from './scale-bar.ts';
import { struckList } from './struck-list.ts';

export type { BindProblem } from './define.ts';

/** Every kind of annotation and chart: a new one is a file and a line here. */
const KINDS = [
  callout,
  picture,
  ring,
  region,
  route,
  flow,
  strands,
  area,
  dots,
  struckList,
  scaleBar,
  timeline,
  share,
  units,
  inventory,
  ...TABLE_CHARTS,
] as const;

/** Kinds that are made of something else in the story: nobody writes them. */
const MADE = [legend, dataNames] as const;

type Kind = (typeof KINDS)[number] | (typeof MADE)[number];

/** An annotation of any kind. */
export type Annotation = {
  [Name in Kind['kind']]: AnnotationBase & { readonly kind: Name } & Readonly<
      z.output<Extract<Kind, { readonly kind: Name }>['schema']>
    >;
}[Kind['kind']];

/** Each definition is asked for annotations of its own kind alone, which is what its name was looked up by. */
export type AnyDefinition = Definition<string, z.ZodType, unknown>;

/** All definitions, in the order of the author's guide. */
export const DEFINITIONS = KINDS as unknown as readonly AnyDefinition[];

const byKind: ReadonlyMap<string, AnyDefinition> = new Map(
  ([...KINDS, ...MADE] as unknown as readonly AnyDefinition[]).map((one) => [one.kind, one]),
);

const FETCHED = new Set<string>(TABLE_CHARTS.map(({ kind }) => kind));

/**
 * What a story's page fetches to draw kinds that few stories have: the story's slug where some are its own, nothing where
 * all of them are the program's, null where it has none.
 */
export function fetchedKinds({ sections, slug }: Pick<Story, 'sections' | 'slug'>): string | null {
  const kinds = sections.flatMap(({ annotations }) => annotations.map(({ kind }) => kind));
  if (kinds.some((kind) => slugOfKind(kind) === slug)) return slug;
  return kinds.some((kind) => FETCHED.has(kind)) ? '' : null;
}

/** Whether annotations of a kind can be placed and drawn without more. */
export const isKnownKind = ({ kind }: Pick<AnnotationBase, 'kind'>): boolean => byKind.has(kind);

/** The definition of a kind, the program's or a story's own. */
export const findDefinition = (kind: string): AnyDefinition | null =>
  byKind.get(kind) ?? (addedKind({ kind }) as AnyDefinition | undefined) ?? null;

/** All definitions that authors may name, with those of stories. */
export const allDefinitions = (): readonly AnyDefinition[] => [
  ...DEFINITIONS,
  ...(addedKinds() as readonly AnyDefinition[]),
];

/** @throws where there is no such kind; `npm run check` names it before */
export function definitionOf(annotation: Pick<AnnotationBase, 'kind'>): AnyDefinition {
  const definition = byKind.get(annotation.kind) ?? (addedKind(annotation) as AnyDefinition | undefined);
  if (definition === undefined) throw new Error(`There is no annotation kind ${annotation.kind}.`);
  return definition;
}

/** What a section's annotations show, as tables in drawing order. */
export function tablesOf(annotations: readonly AnnotationBase[], context: DescribeContext): readonly DataTable[] {
  return annotations.flatMap((annotation) => {
    const table = definitionOf(annotation).describe?.(annotation as Parameters<AnyDefinition['place']>[0], context);
    return table && table.rows.length > 0 ? [table] : [];
  });
}
