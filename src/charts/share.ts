import { z } from 'astro/zod';
import { type AnnotationOf, defineAnnotation } from '../annotations/define.ts';
import { words } from '../annotations/fields.ts';
import type { Box } from '../geo/lng-lat.ts';
import { formatPercent } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { ScreenContext } from '../labels/rest-context.ts';
import type { TextBlock } from '../labels/texts/text-block.ts';
import type { RectMark } from '../marks/mark.ts';
import { round1 } from '../marks/screen-path.ts';
import type { BlockPlace } from './chart-text.ts';
import { blockMarks, chartBlock } from './chart-text.ts';

const schema = z.strictObject({
  part: z.number().positive(),
  whole: z.number().positive(),
  /** How the edge of the part is drawn. */
  exactness: z.enum(['exact', 'more-than', 'nearly']).default('exact'),
  partLabel: words(),
  wholeLabel: words(),
});

type Share = AnnotationOf<typeof schema>;

const STRIP_PX = 14;
/** "More than" and "nearly" have no edge: the part lets go over so many pixels. */
const FADE_PX = 12;
const FADE_STEPS = 6;
const MARGIN_PX = 16;
const GAP_PX = 6;
const AIR_PX = 8;
const MAX_WIDTH_PX = 620;

export interface ShareLayout {
  /** The whole strip. */
  readonly strip: Box;
  /** Where exactly the part ends, in pixels from where it begins. */
  readonly partPx: number;
  readonly part: TextBlock;
  readonly whole: TextBlock;
  readonly box: Box;
}

/** The label of the part above the strip, the whole below it; in the foot of the free box, else in its head. */
export function layOutShare(annotation: Share, context: ScreenContext, collisions: Collisions): ShareLayout {
  const { freeBox } = context;
  const width = Math.min(MAX_WIDTH_PX, freeBox.right - freeBox.left - 2 * MARGIN_PX);
  const part = chartBlock([{ text: annotation.partLabel, role: 'callout-head', tone: 'ink' }], width, context);
  const whole = chartBlock([{ text: annotation.wholeLabel, role: 'callout-body', tone: 'ink-2' }], width, context);
  const height = part.height + GAP_PX + STRIP_PX + GAP_PX + whole.height;
  const left = (freeBox.left + freeBox.right - width) / 2;
  const tops = [freeBox.bottom - MARGIN_PX - height, freeBox.top + MARGIN_PX];
  const boxes = tops.map((top) => ({ left, right: left + width, top, bottom: top + height }));
  const free = boxes.find((box) => !collisions.hits(box));
  const box = free ?? boxes[0] ?? freeBox;
  const top = box.top + part.height + GAP_PX;
  const strip = { left, right: left + width, top, bottom: top + STRIP_PX };
  return { strip, partPx: width * (annotation.part / annotation.whole), part, whole, box };
}

/** Names that stood beside a label would be read with it. */
const roomOf = ({ box }: ShareLayout): Box => ({
  left: box.left - MARGIN_PX,
  right: box.right + MARGIN_PX,
  top: box.top - AIR_PX,
  bottom: box.bottom + AIR_PX,
});

interface Run {
  readonly from: number;
  readonly to: number;
  readonly opacity: number;
}

/** The part in pieces: solid, then its fading edge. "More than" fades beyond the figure, "nearly" before it. */
function runsOf(partPx: number, exactness: Share['exactness'], t: number): readonly Run[] {
  const solid = (exactness === 'nearly' ? Math.max(0, partPx - FADE_PX) : partPx) * t;
  const step = FADE_PX / FADE_STEPS;
  const fading = Array.from({ length: exactness === 'exact' ? 0 : FADE_STEPS }, (_, k) => ({
    from: solid + k * step,
    to: solid + (k + 1) * step,
    opacity: 1 - (k + 0.5) / FADE_STEPS,
  }));
  return [{ from: 0, to: solid, opacity: 1 }, ...fading];
}

function rects(annotation: Share, t: number, layout: ShareLayout, context: ScreenContext): readonly RectMark[] {
  const { strip, partPx } = layout;
  const at = (from: number, to: number): Pick<RectMark, 'x' | 'y' | 'width' | 'height'> => ({
    x: round1(context.dir === 'rtl' ? strip.right - to : strip.left + from),
    y: round1(strip.top),
    width: round1(to - from),
    height: STRIP_PX,
  });
  const all = { type: 'rect', ...at(0, strip.right - strip.left) } as const;
  const backing: RectMark = { ...all, key: `${annotation.id}/ground`, fill: 'land' };
  const whole: RectMark = { ...all, key: `${annotation.id}/whole`, fill: 'ink-3', fillOpacity: 0.55 };
  const parts = runsOf(partPx, annotation.exactness, t).map(
    (run, index): RectMark => ({
      type: 'rect',
      key: `${annotation.id}/part/${index}`,
      ...at(run.from, run.to),
      fill: 'ink',
      ...(run.opacity < 1 ? { fillOpacity: round1(run.opacity * 10) / 10 } : {}),
    }),
  );
  return [backing, whole, ...parts];
}

const MAX_DIGITS = 9;

/** A share in hundredths, rounded, but never to none or all where it is neither. */
export function roundedShare(part: number, whole: number): number {
  const exact = (part / whole) * 100;
  const digits = Array.from({ length: MAX_DIGITS }, (_, k) => Number(exact.toFixed(k)));
  return digits.find((share) => part === whole || (share !== 0 && share !== 100)) ?? exact;
}

const SHARE_WORDS = { 'more-than': 'moreThanShare', nearly: 'nearlyShare' } as const;

export const share = defineAnnotation({
  kind: 'share',
  summary: 'a part of a whole as one strip, directly labelled',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place(annotation, rest, collisions) {
    const layout = layOutShare(annotation, rest, collisions);
    return { placement: layout, boxes: [roomOf(layout)] };
  },
  draw(annotation, layout, t, view) {
    const edge = view.dir === 'rtl' ? 'right' : 'left';
    const x = view.dir === 'rtl' ? layout.strip.right : layout.strip.left;
    const above: BlockPlace = { x, top: layout.box.top, edge };
    const below: BlockPlace = { x, top: layout.strip.bottom + GAP_PX, edge };
    return [
      ...rects(annotation, Math.min(1, t), layout, view),
      ...blockMarks(layout.part, above, `${annotation.id}/part-label`),
      ...blockMarks(layout.whole, below, `${annotation.id}/whole-label`),
    ];
  },
  describe({ part, whole, partLabel, wholeLabel, exactness }, { locale }) {
    const exact = formatPercent(roundedShare(part, whole), locale);
    const said = exactness === 'exact' ? exact : translate(SHARE_WORDS[exactness], locale, { share: exact });
    return {
      caption: wholeLabel,
      head: [translate('what', locale), translate('share', locale)],
      rows: [
        [partLabel, said],
        [wholeLabel, formatPercent(100, locale)],
      ],
    };
  },
  example: `\
kind: share
part: 4
whole: 11
exactness: exact # exact, more-than or nearly
partLabel: a part
wholeLabel: the whole`,
});
