import { z } from 'astro/zod';
import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { formatDistance, formatPlainNumber } from '../i18n/format.ts';
import { mapText } from '../i18n/map-text.ts';
import { crossings, segmentsIn } from '../labels/boxes-along.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext, View } from '../labels/rest-context.ts';
import { CROSS_SPACING_KM, crossesAreShown } from '../marks/crosses.ts';
import type { Mark, Tone } from '../marks/mark.ts';
import { pathOf, projectLine, round1 } from '../marks/screen-path.ts';
import { textWidth } from '../typography/text-metrics.ts';
import { textAnchor, textStyle } from '../typography/text-style.ts';
import { defineAnnotation } from './define.ts';

const schema = z.strictObject({});

const EDGE = 16;
const TARGET_PX = { desktop: 160, tablet: 150, phone: 124, embed: 130 } as const;
/** First figure of the whole length, and into how many parts it is divided. */
const DIVISIONS = [
  { figure: 1, parts: 2 },
  { figure: 2, parts: 2 },
  { figure: 3, parts: 3 },
  { figure: 4, parts: 4 },
  { figure: 5, parts: 5 },
] as const;
const TICK = { end: 7, inner: 5 } as const;
const BAR_TO_NUMBERS = 18;
/** Names keep so far off its ends. */
const CLEAR_PX = 8;
const LEGIBLE_PX = [50, 420] as const;

interface Scale {
  readonly km: number;
  readonly parts: number;
}

/** The round length that comes nearest to `targetPx` on screen. */
export function niceScale(metresPerPixel: number, targetPx: number): Scale {
  const targetKm = (targetPx * metresPerPixel) / 1000;
  const power = 10 ** Math.floor(Math.log10(targetKm));
  const choices = [power / 10, power, power * 10].flatMap((unit) =>
    DIVISIONS.map(({ figure, parts }) => ({ km: Number((figure * unit).toPrecision(1)), parts })),
  );
  const off = ({ km }: Scale): number => Math.abs(Math.log(km / targetKm));
  return choices.reduce<Scale>((best, choice) => (off(choice) < off(best) ? choice : best), { km: power, parts: 2 });
}

/** Parts that carry a number: both ends, and the middle where there is one. */
const isNumbered = (index: number, parts: number): boolean => index === 0 || index === parts || index * 2 === parts;

interface Bar {
  readonly scale: Scale;
  /** The end at zero, on the line. */
  readonly zero: ScreenPoint;
  readonly lengthPx: number;
  /** 1 = runs to the right. */
  readonly sense: 1 | -1;
  /** Words beyond its end; empty where they are not needed or have no room. */
  readonly note: string;
}

interface RestingBar extends Bar {
  readonly box: Box;
  readonly halo: Tone;
}

const noteText = (context: RestContext): string =>
  context.crosses && crossesAreShown(context.projection)
    ? mapText(context.mapTexts, 'crossesEvery', { distance: formatDistance(CROSS_SPACING_KM, context.locale) })
    : '';

function boxOf(bar: Omit<Bar, 'note'>, note: string, context: RestContext): Box {
  const style = textStyle('small', '0', context);
  const last = textWidth(formatDistance(bar.scale.km, context.locale), style);
  const noteWidth = note === '' ? 0 : 20 + textWidth(note, style);
  const ends = [
    bar.zero[0] - 6 * bar.sense,
    bar.zero[0] + (bar.lengthPx + Math.max(last * 0.8, noteWidth)) * bar.sense,
  ];
  return {
    left: Math.min(...ends),
    right: Math.max(...ends),
    top: bar.zero[1] - TICK.end - 6,
    bottom: bar.zero[1] + BAR_TO_NUMBERS + 5,
  };
}

/** The room a bar takes from names. */
const roomOf = ({ left, right, ...box }: Box): Box => ({ ...box, left: left - CLEAR_PX, right: right + CLEAR_PX });

/** The bar in a corner of the free box: at the reading side or opposite, at the foot or at the head. */
function barAt({ near, low }: Corner, share: number, note: string, context: RestContext): Bar {
  const { freeBox, projection, dir } = context;
  const scale = niceScale(projection.metresPerPixel, TARGET_PX[context.sizeClass] * share);
  const lengthPx = (scale.km * 1000) / projection.metresPerPixel;
  const sense = dir === 'ltr' ? 1 : -1;
  const y = low ? freeBox.bottom - EDGE - BAR_TO_NUMBERS : freeBox.top + EDGE + TICK.end;
  const bar: Bar = {
    scale,
    zero: [sense === 1 ? freeBox.left + EDGE : freeBox.right - EDGE, y],
    lengthPx,
    sense,
    note,
  };
  const box = boxOf(bar, note, context);
  const across = sense === 1 ? freeBox.right - EDGE - box.right : freeBox.left + EDGE - box.left;
  return near ? bar : { ...bar, zero: [bar.zero[0] + across, y] };
}

const CORNERS = [
  { near: true, low: true, cost: 0 },
  { near: false, low: true, cost: 0.7 },
  { near: true, low: false, cost: 2 },
  { near: false, low: false, cost: 2.5 },
] as const;
type Corner = (typeof CORNERS)[number];

/** Where there is no room for the whole bar half of it measures as well. */
const SHARES = [1, 0.5] as const;
const LENGTH_COST = 1.5;

/**
 * The lower corner on the reading side, unless it is occupied or a road runs through it. The note goes before the bar does,
 * and half of the bar before all of it.
 */
function placeBar(context: RestContext, collisions: Collisions): RestingBar | null {
  const lines = segmentsIn(
    context.avoidLines.map((line) => projectLine(line, context.projection)),
    context.freeBox,
  );
  const words = noteText(context);
  const bars = CORNERS.flatMap((corner) =>
    SHARES.flatMap((share) =>
      [...new Set([words, ''])].flatMap((note) => {
        const bar = barAt(corner, share, note, context);
        const box = boxOf(bar, note, context);
        if (!collisions.isFree(roomOf(box), context.freeBox)) return [];
        const crossed = Math.min(2, crossings(lines, box));
        return [
          { bar: { ...bar, box }, cost: corner.cost + LENGTH_COST / share + crossed + (note === words ? 0 : 0.4) },
        ];
      }),
    ),
  );
  const best = bars.toSorted((a, b) => a.cost - b.cost)[0]?.bar;
  return best === undefined ? null : { ...best, halo: context.background.tone(best.box) };
}

function barMark(key: string, bar: Bar, lengthPx: number, opacity: number): Mark {
  const [x, y] = bar.zero;
  const at = (index: number): number => x + (bar.sense * lengthPx * index) / bar.scale.parts;
  const ticks = Array.from({ length: bar.scale.parts + 1 }, (_, index): ScreenPoint[] => {
    const height = index === 0 || index === bar.scale.parts ? TICK.end : TICK.inner;
    return [
      [at(index), y],
      [at(index), y - height],
    ];
  });
  const d = pathOf([
    [
      [x, y],
      [at(bar.scale.parts), y],
    ],
    ...ticks,
  ]);
  return { type: 'path', key: `${key}:bar`, d, stroke: 'ink-2', strokeWidth: 1.2, opacity };
}

function numberMarks(key: string, bar: RestingBar, lengthPx: number, opacity: number, view: View): readonly Mark[] {
  const { km, parts } = bar.scale;
  return Array.from({ length: parts + 1 }, (_, index) => index)
    .filter((index) => isNumbered(index, parts))
    .map((index): Mark => {
      const isLast = index === parts;
      const value = Number(((km * index) / parts).toPrecision(3));
      const figure = formatPlainNumber(value, view.locale);
      const text = isLast ? formatDistance(value, view.locale) : figure;
      const style = textStyle('small', text, view);
      const x = bar.zero[0] + (bar.sense * lengthPx * index) / parts;
      const start = x - (bar.sense * textWidth(figure, style)) / 2;
      return {
        type: 'text',
        key: `${key}:number:${index}`,
        x: round1(isLast ? start : x),
        y: round1(bar.zero[1] + BAR_TO_NUMBERS),
        text,
        role: 'small',
        tone: 'ink-2',
        anchor: isLast ? textAnchor(bar.sense === 1 ? 'left' : 'right', text) : 'middle',
        halo: bar.halo,
        opacity,
      };
    });
}

function noteMarks(key: string, bar: RestingBar, opacity: number): readonly Mark[] {
  const text = bar.note;
  if (text === '') return [];
  const x = bar.zero[0] + bar.sense * (bar.lengthPx + 20);
  const anchor = textAnchor(bar.sense === 1 ? 'left' : 'right', text);
  return [
    {
      type: 'text',
      key: `${key}:note`,
      x: round1(x),
      y: round1(bar.zero[1] + 3),
      text,
      role: 'small',
      tone: 'ink-2',
      anchor,
      halo: bar.halo,
      opacity,
    },
  ];
}

/** It stands still on the screen; its length is always true. */
export const scaleBar = defineAnnotation({
  kind: 'scale-bar',
  summary: 'a measure for the middle of the map',
  schema,
  order: 110,
  isFixed: false,
  isToScale: true,
  space: 'map',
  place(_annotation, rest, collisions) {
    const bar = placeBar(rest, collisions);
    if (bar === null) return null;
    const { scale, note } = bar;
    return {
      placement: bar,
      boxes: [roomOf(bar.box)],
      characters: formatDistance(scale.km, rest.locale).length + note.length,
    };
  },
  draw({ id }, bar, t, view) {
    const lengthPx = (bar.scale.km * 1000) / view.projection.metresPerPixel;
    if (lengthPx < LEGIBLE_PX[0] || lengthPx > LEGIBLE_PX[1]) return [];
    return [barMark(id, bar, lengthPx, t), ...numberMarks(id, bar, lengthPx, t, view), ...noteMarks(id, bar, t)];
  },
  example: 'kind: scale-bar',
});
