import type { z } from 'astro/zod';
import { inventory } from '../charts/inventory/inventory.ts';
import { legend } from '../charts/legend/legend.ts';
import { share } from '../charts/share.ts';
import { timeline } from '../charts/timeline/timeline.ts';
import type { AnnotationBase } from '../story/annotation.ts';
import { area } from './area/area.ts';
import { callout } from './callout.ts';
import type { DataTable, Definition, DescribeContext } from './define.ts';
import { dots } from './dots/dots.ts';
import { flow } from './lines/flow.ts';
import { route } from './lines/route.ts';
import { strands } from './lines/strands.ts';
import { picture } from './picture.ts';
import { region } from './region.ts';
import { ring } from './ring/ring.ts';
import { scaleBar } from './scale-bar.ts';
import { struckList } from './struck-list.ts';

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
  inventory,
] as const;

/** Kinds that are made of something else in the story: nobody writes them. */
const MADE = [legend] as const;

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

/** @throws where there is no such kind; `npm run check` names it before */
export function definitionOf({ kind }: Pick<AnnotationBase, 'kind'>): AnyDefinition {
  const definition = byKind.get(kind);
  if (definition === undefined) throw new Error(`There is no annotation kind ${kind}.`);
  return definition;
}

/** What a section's annotations show, as tables in drawing order. */
export function tablesOf(annotations: readonly AnnotationBase[], context: DescribeContext): readonly DataTable[] {
  return annotations.flatMap((annotation) => {
    const table = definitionOf(annotation).describe?.(annotation as Parameters<AnyDefinition['place']>[0], context);
    return table && table.rows.length > 0 ? [table] : [];
  });
}
