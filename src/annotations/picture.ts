import { z } from 'astro/zod';
import type { RestContext } from '../labels/rest-context.ts';
import { leaderMarks } from '../labels/texts/leader-text.ts';
import { type PlacedText, placeText } from '../labels/texts/place-text.ts';
import { anchoredGroup, blockLines, lineHalos, type TextBlock, textBlock } from '../labels/texts/text-block.ts';
import { SIDES, sidesFrom } from '../labels/texts/text-slots.ts';
import type { ImageMark, RectMark, TextMark } from '../marks/mark.ts';
import { ramp } from '../story/easing.ts';
import { type Medium, markAddress } from '../story/media/medium.ts';
import { ANCHOR_ERROR, anchorFields, anchorOf, hasOneAnchor } from './anchor.ts';
import { defineAnnotation } from './define.ts';
import { optionalWords, ref } from './fields.ts';

const schema = z
  .strictObject({
    ...anchorFields(),
    /** Name of a file in `media/`. */
    picture: ref.media(),
    label: optionalWords(),
    side: z.enum(SIDES).nullable().default(null),
  })
  .refine(hasOneAnchor, { error: ANCHOR_ERROR });

/** The longer side of the picture in CSS pixels, best first. */
const SIZES = {
  desktop: [210, 170, 132],
  tablet: [180, 144, 112],
  phone: [144, 116, 92],
  embed: [124, 100, 80],
} as const;
const FRAME_PX = 3;
const CAPTION_GAP = 5;

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeIn(longer: number, { width, height }: Medium): Size {
  const scale = longer / Math.max(width, height * 1.25, 1);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

interface Sized {
  readonly block: TextBlock;
  readonly size: Size;
}

/** The picture with its caption below it as one block, so that it finds its place as a text does. */
function sized(longer: number, medium: Medium, label: string, rest: RestContext): Sized {
  const size = sizeIn(longer, medium);
  const caption = textBlock([{ text: label, role: 'callout-body', tone: 'ink-2' }], Math.max(size.width, 110), rest);
  const below = size.height + CAPTION_GAP;
  const block: TextBlock = {
    width: Math.max(size.width, caption.width),
    height: caption.lines.length === 0 ? size.height : below + caption.height,
    lines: caption.lines.map((line) => ({ ...line, baseline: line.baseline + below })),
    firstMiddle: size.height / 2,
  };
  return { block, size };
}

interface Placement {
  readonly text: PlacedText;
  readonly words: readonly TextMark[];
  readonly shapes: readonly (RectMark | ImageMark)[];
}

/** The picture in its frame, from the top left corner of the block. */
function shapesOf({ block, size }: Sized, align: PlacedText['slot']['align'], medium: Medium): Placement['shapes'] {
  const { width, height } = size;
  const x = { left: 0, middle: (block.width - width) / 2, right: block.width - width }[align];
  const frame: RectMark = {
    type: 'rect',
    key: 'frame',
    x: x - FRAME_PX,
    y: -FRAME_PX,
    width: width + 2 * FRAME_PX,
    height: height + 2 * FRAME_PX,
    fill: 'paper',
    stroke: 'ink-3',
    strokeWidth: 1,
  };
  const href = markAddress(medium);
  const image: ImageMark = { type: 'image', key: 'image', x, y: 0, width, height, href, medium: medium.name };
  return href === '' ? [frame] : [frame, image];
}

const fileOf = (picture: string): string => picture.replace(/^.*\//, '');

export const picture = defineAnnotation({
  kind: 'picture',
  summary: 'a small picture tied to a place by a leader, which opens large',
  schema,
  order: 125,
  isFixed: false,
  space: 'map',
  mustFit: true,
  place(annotation, rest, collisions) {
    const lngLat = anchorOf(annotation, rest);
    const medium = rest.media[fileOf(annotation.picture)];
    if (lngLat === null || !medium) return null;
    const options = [{ lngLat, sides: sidesFrom(annotation.side, rest.dir) }];
    const all = SIZES[rest.sizeClass].map((longer) => sized(longer, medium, annotation.label, rest));
    const found = placeText(
      options,
      all.map(({ block }) => block),
      rest,
      collisions,
    );
    const chosen = all.find(({ block }) => block === found?.block);
    if (!found || !chosen) return null;
    const { align, corner } = found.slot;
    const [x, y] = rest.projection.project(lngLat);
    const words = blockLines(found.block, align, lineHalos(found.block, [x + corner[0], y + corner[1]], align, rest));
    const placement: Placement = { text: found, words, shapes: shapesOf(chosen, align, medium) };
    return { placement, boxes: [found.box, ...found.leaderBoxes], characters: annotation.label.length };
  },
  draw({ id }, { text, words, shapes }, t, view) {
    const [x, y] = view.projection.project(text.lngLat);
    const { corner, leader } = text.slot;
    const shown = ramp(t, 0.5, 0.9);
    return [
      ...leaderMarks(id, text.lngLat, leader, t, view),
      ...anchoredGroup(`${id}:picture`, [...shapes, ...words], [x + corner[0], y + corner[1]], shown),
    ];
  },
  subject(annotation, rest) {
    const point = anchorOf(annotation, rest);
    return point === null ? null : { point };
  },
  example: `\
kind: picture
picture: harbour.jpg # a file in media/
at: [25.1, 38.2] # or place, or route with along (0 to 1)
label: A caption # optional
side: se # optional: preferred side`,
});
