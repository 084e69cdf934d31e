import { z } from 'astro/zod';
import { containsPoint, grow } from '../geo/boxes.ts';
import type { Box, LngLat } from '../geo/lng-lat.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { anchoredGroup } from '../labels/texts/text-block.ts';
import type { LabelLine } from '../labels/towns/label-layout.ts';
import { placeName } from '../labels/towns/place-name.ts';
import type { TextMark } from '../marks/mark.ts';
import { viewAt } from '../story/data/layer-view.ts';
import { type AnnotationOf, defineAnnotation } from './define.ts';

const name = z.strictObject({
  text: z.string(),
  at: z.tuple([z.number(), z.number()]),
  /** CSS pixels from its place to the sides, the head and the foot of its sign. */
  half: z.number(),
  above: z.number(),
  below: z.number(),
  /** Slices that name it, by their position among those that the section goes through. */
  slices: z.array(z.number()),
});

const schema = z.strictObject({
  /** Those that are placed first come first. */
  names: z.array(name),
  /** Slices that the section goes through. */
  count: z.number(),
});

type DataNames = AnnotationOf<typeof schema>;

const EDGE = 12;

interface StandingName {
  readonly at: LngLat;
  readonly marks: readonly TextMark[];
  readonly slices: readonly number[];
}

function signBox({ at, half, above, below }: DataNames['names'][number], { projection }: RestContext): Box {
  const [x, y] = projection.project(at);
  return { left: x - half, right: x + half, top: y - above, bottom: y + below };
}

function textMarks(lines: readonly LabelLine[], halo: TextMark['halo']): readonly TextMark[] {
  return lines.map(({ dx, dy, ...line }, index) => {
    return { type: 'text', key: String(index), x: dx, y: dy, ...line, ...(halo ? { halo } : {}) };
  });
}

/** Each name on the best free side of its sign, in their order; those that find no room are left out. */
function placeNames({ names }: DataNames, context: RestContext, collisions: Collisions) {
  const room = grow(context.freeBox, -EDGE);
  const shown = names.filter(({ at }) => containsPoint(context.freeBox, context.projection.project(at)));
  const signs = shown.map((one) => signBox(one, context));
  const around = collisions.with(signs);
  const lang = context.locale;
  const standing: StandingName[] = [];
  const boxes: Box[] = [];
  for (const { text, at, half, slices } of shown) {
    const words = { first: text, second: '', firstLang: lang, secondLang: lang, role: 'rank-3', tone: 'ink' } as const;
    const wish = { rank: 3, words, wanted: true, beyondPx: half } as const;
    const found = placeName({ lngLat: at }, wish, around.with(boxes), { room, lines: [], context });
    if (found === null) continue;
    standing.push({ at, marks: textMarks(found.lines, found.halo), slices });
    boxes.push(...found.rows);
  }
  return { placement: { standing }, boxes: [...boxes, ...signs] };
}

/** Names of the highest of a data layer, beside their signs. Made for each section that shows them. */
export const dataNames = defineAnnotation({
  kind: 'data-names',
  summary: 'names of the highest of a data layer',
  schema,
  order: 13,
  isFixed: true,
  space: 'map',
  place: placeNames,
  draw: ({ id, count }, { standing }, t, { projection }) =>
    standing.flatMap(({ at, marks, slices }, index) =>
      slices.includes(viewAt(count, t)) ? anchoredGroup(`${id}/${index}`, marks, projection.project(at)) : [],
    ),
  example: '',
});
