import { z } from 'astro/zod';
import { type AnnotationOf, defineAnnotation } from '../../annotations/define.ts';
import { ref, words } from '../../annotations/fields.ts';
import { clamp, clamp01 } from '../../geo/clamp.ts';
import { translate } from '../../i18n/translate.ts';
import type { ScreenContext, View } from '../../labels/rest-context.ts';
import type { Mark, PathMark, TextMark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import { typeStyle } from '../../typography/type-scale.ts';
import type { PlacedThing, Row, Thing } from './inventory-layout.ts';
import { layOutInventory } from './inventory-layout.ts';
import { placeStroke, strokeLength } from './stroke.ts';

const schema = z.strictObject({
  items: z.array(z.strictObject({ drawing: ref.drawing(), label: words() })).min(1),
});

type Inventory = AnnotationOf<typeof schema>;

const PEN_PX = 2.1;
/** Thinner than this the pen no longer reads as the same pen. */
const MIN_PEN_PX = 1.5;
const FADE_STEPS = 14;
const FADE_PX = 84;
/** The road is always a little ahead of the hand. */
const ROAD_LEAD = 1.12;

function thingsOf(annotation: Inventory, drawings: ScreenContext['drawings']): readonly Thing[] {
  return annotation.items.flatMap(({ drawing: name, label }) => {
    const drawing = drawings[name];
    return drawing ? [{ drawing, label }] : [];
  });
}

interface Pen {
  readonly key: string;
  readonly width: number;
  /** Length of all strokes that is drawn so far, in drawing units. */
  readonly travelled: number;
}

/** Marks of one thing, of which the pen reaches the beginning after `before` units. */
function drawThing(thing: PlacedThing, before: number, pen: Pen): readonly PathMark[] {
  let start = before;
  return thing.drawing.strokes.flatMap((stroke, index): readonly PathMark[] => {
    const length = strokeLength(stroke);
    const drawn = clamp01((pen.travelled - start) / length);
    start += length;
    if (drawn === 0) return [];
    return [
      {
        type: 'path',
        key: `${pen.key}/${index}`,
        d: placeStroke(stroke, thing.placement),
        stroke: 'ink',
        strokeWidth: pen.width,
        cap: 'round',
        ...(stroke.endsWith('Z') ? { fill: 'paper', fillOpacity: drawn } : {}),
        ...(drawn < 1 ? { drawn } : {}),
      },
    ];
  });
}

const lengthOf = (thing: PlacedThing): number => thing.drawing.strokes.reduce((sum, s) => sum + strokeLength(s), 0);

function caption(thing: PlacedThing, share: number, baseY: number, key: string, view: View): readonly TextMark[] {
  const opacity = ramp(share, 0.6, 1);
  if (opacity === 0) return [];
  const { lineHeight, size } = typeStyle('caption', view.sizeClass);
  return thing.caption.map((text, index) => ({
    type: 'text',
    key: `${key}/caption/${index}`,
    x: Math.round(thing.captionX),
    y: Math.round(baseY + 14 + size * 0.9 + index * lineHeight),
    text,
    role: 'caption',
    tone: 'ink',
    anchor: 'middle',
    ...(opacity < 1 ? { opacity } : {}),
  }));
}

/** The road under one line: solid below the things, then letting go at the reading direction's end. */
function road(row: Row, share: number, key: string, view: View): readonly PathMark[] {
  if (share === 0) return [];
  const { freeBox, dir, restProjection } = view;
  const sign = dir === 'rtl' ? -1 : 1;
  const from = dir === 'rtl' ? freeBox.right : freeBox.left;
  const room = freeBox.right - freeBox.left;
  const margin = Math.max(0, dir === 'rtl' ? freeBox.left : restProjection.width - freeBox.right);
  const last = row.things.at(-1)?.placement;
  const lastEnd =
    last === undefined ? room : Math.abs((dir === 'rtl' ? last.x : last.x + last.width * last.scale) - from);
  const end = Math.min(lastEnd + FADE_PX, room + margin);
  const fade = Math.min(FADE_PX, room * 0.16);
  const solid = end - fade;
  const step = fade / FADE_STEPS;
  const line = (a: number, b: number): string =>
    `M${round1(from + sign * a)} ${row.baseY.toFixed(1)}H${round1(from + sign * b)}`;
  const base = { type: 'path', stroke: 'red', strokeWidth: 2.2 } as const;
  const reached = share * end;
  const body: PathMark = { ...base, key: `${key}/road`, d: line(0, Math.min(reached, solid)) };
  const ends = Array.from({ length: FADE_STEPS }, (_, k) => k)
    .filter((k) => reached >= solid + (k + 1) * step - 1e-6)
    .map(
      (k): PathMark => ({
        ...base,
        key: `${key}/road/${k}`,
        d: line(solid + k * step, solid + (k + 1) * step),
        opacity: Math.round((1 - (k + 0.5) / FADE_STEPS) * 100) / 100,
      }),
    );
  return [body, ...ends];
}

function drawRow(row: Row, before: number, pen: Pen, view: View): readonly Mark[] {
  const total = row.things.reduce((sum, thing) => sum + lengthOf(thing), 0);
  const share = clamp01(((pen.travelled - before) / total) * ROAD_LEAD);
  let start = before;
  const things = row.things.flatMap((thing, index): readonly Mark[] => {
    const key = `${pen.key}/${index}`;
    const length = lengthOf(thing);
    const drawn = clamp01((pen.travelled - start) / length);
    const marks = [...drawThing(thing, start, { ...pen, key }), ...caption(thing, drawn, row.baseY, key, view)];
    start += length;
    return marks;
  });
  return [...road(row, share, pen.key, view), ...things];
}

/** Drawn stroke by stroke, captioned, never coloured. */
export const inventory = defineAnnotation({
  kind: 'inventory',
  summary: 'things in line drawings, drawn stroke by stroke, in rows on a line',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place(annotation, rest) {
    const type = typeStyle('caption', rest.sizeClass);
    const rows = layOutInventory(thingsOf(annotation, rest.drawings), rest.freeBox, type, rest.dir === 'rtl');
    return { placement: { rows }, boxes: [rest.freeBox] };
  },
  draw({ id }, { rows }, t, view) {
    const lengths = rows.map((row) => row.things.reduce((sum, thing) => sum + lengthOf(thing), 0));
    const travelled = clamp01(t) * lengths.reduce((a, b) => a + b, 0);
    const scale = rows[0]?.things[0]?.placement.scale ?? 1;
    const width = Math.round(clamp(PEN_PX * Math.sqrt(scale), MIN_PEN_PX, PEN_PX) * 100) / 100;
    let before = 0;
    return rows.flatMap((row, index) => {
      const drawn = drawRow(row, before, { key: `${id}/${index}`, width, travelled }, view);
      before += lengths[index] ?? 0;
      return drawn;
    });
  },
  describe: ({ items }, { locale, sectionTitle }) => ({
    caption: sectionTitle,
    head: [translate('drawnThings', locale)],
    rows: items.map(({ label }) => [label]),
  }),
  example: `\
kind: inventory
items:
  - { drawing: suitcase, label: A suitcase }`,
});
