import { grow } from '../../../geo/boxes.ts';
import type { Box } from '../../../geo/lng-lat.ts';
import { mapText } from '../../../i18n/map-text.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import { measured, onScreen, type ReadingBox, readingBoxOf, startAt } from '../../reading-box.ts';
import type { ChartData } from '../chart-data.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { textParts } from './text-parts.ts';

/** What stands above and below the figures of a chart, and the room between. */
export interface ChartFrame {
  readonly reading: ReadingBox;
  readonly top: number;
  readonly bottom: number;
  readonly parts: readonly ChartPart[];
  /** What it stands on, below all of it: nothing where it has the free box to itself. */
  readonly plate: readonly ChartPart[];
  /** All of it, on the screen. */
  readonly box: Box;
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly note: string;
  readonly size?: ChartSize;
}

const FIRST: Over = [0, 0.12];
const GAP_PX = 14;
const FOOT_PX = 8;
/** Kept clear of the free box's own edges. */
const EDGE_PX = 4;

/** Whether a chart has the free box to itself, or a corner of the map. */
export type ChartSize = 'full' | 'inset';

/** Of an inset the most in CSS pixels, and the most of the free box. */
const INSET = { width: 400, height: 250, acrossShare: 0.62, downShare: 0.46 } as const;
const PLATE_PX = 12;
/** A free box this narrow is a phone's: there an inset has all of its width. */
const NARROW_PX = 480;

/** The part of the free box that a chart has: an inset stands in its lower corner beside the text, where legends do not begin. */
function withRoom(context: ScreenContext, size: ChartSize): ScreenContext {
  if (size === 'full') return context;
  const { left, right, top, bottom } = context.freeBox;
  const isNarrow = right - left < NARROW_PX;
  const width = isNarrow ? right - left : Math.min(INSET.width, (right - left) * INSET.acrossShare);
  const height = Math.min(INSET.height, (bottom - top) * INSET.downShare);
  const sides = context.dir === 'rtl' ? { left: right - width, right } : { left, right: left + width };
  const inner = isNarrow ? 4 : PLATE_PX;
  const box = { left: sides.left + inner, right: sides.right - inner };
  return { ...context, freeBox: { ...box, top: bottom - height, bottom: bottom - PLATE_PX } };
}

/** `%` stands at each figure and need not be said above them. */
export const isShareUnit = (unit: string): boolean => unit === '%' || unit === 'percent';

const plateParts = (id: string, { left, right, top, bottom }: Box): readonly ChartPart[] => [
  {
    how: 'fade',
    over: FIRST,
    mark: {
      type: 'rect',
      key: `${id}/plate`,
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      radius: 4,
      fill: 'paper',
      fillOpacity: 0.9,
    },
  },
];

/**
 * The title and the unit above, the note and the source below, in the middle of the free box.
 * @param heightFor how high the figures may be at most, by their width
 */
export function frameOf(
  { id, title, unit, note, size = 'full' }: Titled,
  { source }: ChartData,
  context: ScreenContext,
  heightFor: (width: number) => number,
): ChartFrame {
  const reading = readingBoxOf({ id }, withRoom(context, size));
  const head = measured(
    [
      { text: title, role: 'callout-head', tone: 'ink' },
      { text: isShareUnit(unit) ? '' : unit, role: 'small', tone: 'ink-2', gapPx: 1 },
    ],
    reading.width,
    reading,
  );
  const from = source === '' ? '' : mapText(context.mapTexts, 'chartSource', { source });
  const foot = measured(
    [note, from].map((text) => ({ text, role: 'small', tone: 'ink-3' }) as const),
    reading.width,
    reading,
  );
  const below = foot.height === 0 ? 0 : foot.height + FOOT_PX;
  const room = reading.bottom - reading.top - 2 * EDGE_PX - head.height - GAP_PX - below;
  const height = Math.max(0, Math.min(room, heightFor(reading.width)));
  const start = reading.top + EDGE_PX + Math.max(0, (room - height) / 2);
  const top = start + head.height + GAP_PX;
  const bottom = top + height;
  const parts = [
    ...textParts(head, startAt(reading, 0, start), `${id}/title`, FIRST),
    ...textParts(foot, startAt(reading, 0, bottom + FOOT_PX), `${id}/foot`, FIRST),
  ];
  const box = onScreen(reading, { left: 0, right: reading.width, top: start, bottom: bottom + below });
  if (size === 'full') return { reading, top, bottom, parts, plate: [], box };
  const around = grow(box, PLATE_PX);
  return { reading, top, bottom, parts, plate: plateParts(id, around), box: around };
}
