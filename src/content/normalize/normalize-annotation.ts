import { nearestShare } from '../../geo/along-line.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { Atlas } from '../../story/atlas.ts';
import type { Anchor, Annotation, Place } from '../../story/story.ts';
import { ANNOTATION_SCHEMAS, isAnnotationKind, type RawAnnotation } from '../schema/annotation.ts';

/** What an annotation may refer to. */
export interface AnnotationContext {
  readonly places: Readonly<Record<string, Place>>;
  readonly atlas: Atlas;
}

type Raw<K extends RawAnnotation['kind']> = Extract<RawAnnotation, { kind: K }>;

function anchorOf(raw: Raw<'callout'>): Anchor {
  if (raw.place !== undefined) return { place: raw.place };
  if (raw.at !== undefined) return { at: raw.at };
  return { route: raw.route ?? '', along: raw.along ?? 0 };
}

/** The part of the route that is drawn. `between` two places it runs from the first to the second, so it may run backwards. */
function spanOf(raw: Raw<'route'> | Raw<'flow'>, { places, atlas }: AnnotationContext): readonly [number, number] {
  if (raw.span !== undefined) return raw.span;
  const line = atlas.route(raw.route);
  const ends = raw.between?.map((id) => places[id]?.lngLat).filter((end): end is LngLat => end !== undefined);
  const [from, to] = ends ?? [];
  if (line === null || from === undefined || to === undefined) return [0, 1];
  return [nearestShare(line, from), nearestShare(line, to)];
}

function exact(raw: RawAnnotation, context: AnnotationContext): Annotation {
  const base = { id: raw.id ?? raw.kind, draw: raw.draw };
  switch (raw.kind) {
    case 'callout': {
      const { head, body, side } = raw;
      return { ...base, kind: 'callout', anchor: anchorOf(raw), head, body, side };
    }
    case 'route': {
      const { route, style, label } = raw;
      return { ...base, kind: 'route', route, span: spanOf(raw, context), style, label };
    }
    case 'flow':
      return { ...base, kind: 'flow', route: raw.route, span: spanOf(raw, context), label: raw.label };
    default:
      return { ...raw, ...base };
  }
}

/** @throws where the annotation is not of the form its kind demands; `checkStory` says so in the author's words. */
export function normalizeAnnotation(raw: { readonly kind: string }, context: AnnotationContext): Annotation {
  if (!isAnnotationKind(raw.kind)) throw new Error(`There is no annotation kind ${raw.kind}.`);
  return exact(ANNOTATION_SCHEMAS[raw.kind].parse(raw), context);
}
