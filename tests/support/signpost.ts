import { z } from 'astro/zod';
import { defineAnnotation } from '../../src/annotations/define.ts';
import { ref, words } from '../../src/annotations/fields.ts';
import { anchoredGroup, blockBox, blockLines, textBlock } from '../../src/labels/texts/text-block.ts';

const schema = z.strictObject({ near: ref.place(), inscription: words(), arms: z.number().int().min(1).default(1) });

const OFFSETS = [12, -12] as const;

/** A kind the program does not have: what it takes to add one is this file and a line of the registry. */
export const signpost = defineAnnotation({
  kind: 'signpost',
  summary: 'a few words above or below a place',
  schema,
  order: 150,
  isFixed: false,
  isToScale: true,
  space: 'map',
  place({ near, inscription }, rest, collisions) {
    const lngLat = rest.places[near]?.lngLat;
    if (lngLat === undefined) return null;
    const block = textBlock([{ text: inscription, role: 'callout-body', tone: 'ink' }], 200, rest);
    const [x, y] = rest.projection.project(lngLat);
    const corners = OFFSETS.map((dy) => [-block.width / 2, dy < 0 ? dy - block.height : dy] as const);
    const free = corners.find(([dx, dy]) => collisions.isFree(blockBox(block, [x + dx, y + dy]), rest.freeBox));
    if (free === undefined) return null;
    const box = blockBox(block, [x + free[0], y + free[1]]);
    const lines = blockLines(block, 'middle', rest.background.tone(box));
    return { placement: { lngLat, corner: free, lines }, boxes: [box], characters: inscription.length };
  },
  draw({ id }, { lngLat, corner, lines }, t, { projection }) {
    const [x, y] = projection.project(lngLat);
    return anchoredGroup(id, lines, [x + corner[0], y + corner[1]], t);
  },
  describe: ({ near, inscription }, { sectionTitle }) => ({
    caption: sectionTitle,
    head: ['Place', 'Inscription'],
    rows: [[near, inscription]],
  }),
  example: `\
kind: signpost
near: first-place
inscription: Five hours on foot`,
});
