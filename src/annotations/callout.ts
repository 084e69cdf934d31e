import { z } from 'astro/zod';
import { leaderText } from '../labels/texts/leader-text.ts';
import { charactersIn } from '../labels/texts/text-block.ts';
import { SIDES, sidesFrom } from '../labels/texts/text-slots.ts';
import { ANCHOR_ERROR, anchorFields, anchorOf, hasOneAnchor } from './anchor.ts';
import { calloutBoxes, placeCallout } from './callout-text.ts';
import { defineAnnotation } from './define.ts';
import { optionalWords, words } from './fields.ts';

const schema = z
  .strictObject({
    ...anchorFields(),
    head: words(),
    body: optionalWords(),
    /** Preferred compass side of the text; the placement may choose another. */
    side: z.enum(SIDES).nullable().default(null),
  })
  .refine(hasOneAnchor, { error: ANCHOR_ERROR });

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
