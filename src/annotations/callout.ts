import { z } from 'astro/zod';
import { brokenPointAt } from '../geo/lines/broken-line.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { leaderText } from '../labels/texts/leader-text.ts';
import { charactersIn } from '../labels/texts/text-block.ts';
import { SIDES, sidesFrom } from '../labels/texts/text-slots.ts';
import { calloutBoxes, placeCallout } from './callout-text.ts';
import { type AnnotationOf, defineAnnotation } from './define.ts';
import { lngLat, optionalWords, ref, share, words } from './fields.ts';

const oneOf = (names: readonly string[]) => (value: object) =>
  names.filter((name) => (value as Record<string, unknown>)[name] !== undefined).length === 1;

const schema = z
  .strictObject({
    place: ref.place().optional(),
    at: lngLat().optional(),
    route: ref.route().optional(),
    along: share().optional(),
    head: words(),
    body: optionalWords(),
    /** Preferred compass side of the text; the placement may choose another. */
    side: z.enum(SIDES).nullable().default(null),
  })
  .refine(oneOf(['place', 'at', 'route']), { error: 'exactly one of place, at, or route with along' });

type Callout = AnnotationOf<typeof schema>;

function anchorOf({ place, at, route, along }: Callout, { places, atlas }: RestContext): LngLat | null {
  if (place !== undefined) return places[place]?.lngLat ?? null;
  if (at !== undefined) return at;
  const pieces = atlas.route(route ?? '');
  return pieces === null ? null : brokenPointAt(pieces, along ?? 0);
}

export const callout = defineAnnotation({
  kind: 'callout',
  summary: 'a phrase tied to a place by a leader',
  schema,
  order: 130,
  isFixed: false,
  space: 'map',
  mustFit: true,
  place(annotation, rest, collisions) {
    const lngLat = anchorOf(annotation, rest);
    if (lngLat === null) return null;
    const options = [{ lngLat, sides: sidesFrom(annotation.side, rest.dir) }];
    const placed = placeCallout(annotation, options, rest, collisions);
    if (placed === null) return null;
    const { text, isComplete } = placed;
    return { placement: text, boxes: calloutBoxes(placed), characters: charactersIn(text.block), isComplete };
  },
  draw: (annotation, placement, t, view) => leaderText(annotation.id, placement, t, view),
  // Its label would say the place's name twice.
  names({ place: id, head }, { places, locale }) {
    const name = id === undefined ? undefined : places[id]?.names[locale];
    return id !== undefined && name !== undefined && head.includes(name) ? [id] : [];
  },
  subject(annotation, rest) {
    const point = anchorOf(annotation, rest);
    if (point === null) return null;
    return { point, ...(annotation.route === undefined ? {} : { route: annotation.route }) };
  },
  example: `\
kind: callout
id: elsewhere # needed for the second of a kind
draw: [0.15, 0.42] # optional: the shares of the section during which it draws itself
at: [25.1, 38.2] # or place, or route with along (0 to 1)
head: A head
body: a body # optional
side: nw # optional: preferred side (n, ne, e, se, s, sw, w, nw)`,
});
