import { containsPoint, distanceToBox, grow } from '../../geo/boxes.ts';
import { distanceBetween } from '../../geo/lines/segments.ts';
import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import { charactersIn, type TextBlock, textBlock } from '../../labels/texts/text-block.ts';
import type { DotsLayout } from './dots-layout.ts';
import { plumePoint } from './dots-plume.ts';
import type { Lens } from './lens-schema.ts';

/** A group's own part of the lens's words: its people as dots in a row, and below them who they are. */
export interface LensGroup {
  readonly count: number;
  /** Top of the row of dots, below the top of the words. */
  readonly rowTop: number;
  readonly block: TextBlock;
}

/** Where a lens stands on the resting screen. Plain data. */
export interface PlacedLens {
  readonly dot: ScreenPoint;
  readonly center: ScreenPoint;
  readonly radiusPx: number;
  /** Null where the screen has no room for words. */
  readonly words: {
    readonly box: Box;
    readonly edge: 'left' | 'right';
    readonly head: TextBlock;
    readonly groups: readonly LensGroup[];
  } | null;
}

const LARGE_RADII = [144, 126, 110, 98, 86, 76, 66, 58];
const SMALL_RADII = [88, 80, 72, 66, 60, 54, 48];
const WORDS_WIDTHS = [210, 170, 140, 116];
const GRID_PX = 10;
const CLEAR_PX = 10;
const WORDS_GAP_PX = 16;
const GROUP_GAP_PX = 8;
/** Of the dots drawn at full strength, how far along the way the one to be opened is looked for, as a share of it. */
const OPENED_SHARES = [0.12, 0.42] as const;
/** On an upright phone the scrims of the texts above and below begin inside the free box. */
const SCRIM_PX = 40;

/** Height of a group's row of dots, and how far apart they stand. */
export const ROW = { height: 13, step: 7, radius: 2.4 } as const;

type Words = NonNullable<PlacedLens['words']>;

/** The lens's words in lines of at most this width, at the origin. */
function setWords(lens: Lens, width: number, context: RestContext): Words {
  const head = textBlock([{ text: lens.label, role: 'callout-head', tone: 'ink' }], width, context);
  let top = head.height;
  const groups = lens.known.map(({ count, label }): LensGroup => {
    const block = textBlock([{ text: label, role: 'callout-body', tone: 'ink-2' }], width, context);
    const rowTop = top + GROUP_GAP_PX;
    top = rowTop + ROW.height + block.height;
    return { count, rowTop, block };
  });
  const rows = groups.map(({ count }) => count * ROW.step);
  const widest = Math.max(head.width, ...groups.map(({ block }) => block.width), ...rows);
  const edge = context.dir === 'rtl' ? 'right' : 'left';
  return { box: { left: 0, top: 0, right: Math.ceil(widest), bottom: top }, edge, head, groups };
}

const movedTo = (words: Words, left: number, top: number): Words => {
  const { right, bottom } = words.box;
  return { ...words, box: { left, top, right: left + right, bottom: top + bottom } };
};

/** Where words may stand about a circle: after it, before it, below and above. */
function wordsAbout(words: Words, [x, y]: ScreenPoint, radius: number, context: RestContext): readonly Words[] {
  const { right: width, bottom: height } = words.box;
  const beside = radius + WORDS_GAP_PX;
  const sides = [movedTo(words, x + beside, y - height / 2), movedTo(words, x - beside - width, y - height / 2)];
  const over = [movedTo(words, x - width / 2, y + beside - 6), movedTo(words, x - width / 2, y - beside + 6 - height)];
  return [...(context.dir === 'rtl' ? sides.toReversed() : sides), ...over];
}

function roomOf({ freeBox, sizeClass }: RestContext): Box {
  const scrim = sizeClass === 'phone' ? SCRIM_PX : 0;
  return { ...freeBox, top: freeBox.top + scrim / 2, bottom: freeBox.bottom - scrim };
}

/** Points of a grid where a circle keeps inside the room and off all boxes, nearest to a point first. */
function centersFor(radius: number, near: ScreenPoint, room: Box, occupied: readonly Box[]): readonly ScreenPoint[] {
  const inner = grow(room, -radius);
  const columns = Math.max(0, Math.floor((inner.right - inner.left) / GRID_PX) + 1);
  const rows = Math.max(0, Math.floor((inner.bottom - inner.top) / GRID_PX) + 1);
  const points = Array.from({ length: columns * rows }, (_, k): ScreenPoint => {
    return [inner.left + (k % columns) * GRID_PX, inner.top + Math.floor(k / columns) * GRID_PX];
  });
  const isClear = (point: ScreenPoint): boolean =>
    !occupied.some((box) => distanceToBox(point, box) < radius + CLEAR_PX);
  return points.filter(isClear).sort((a, b) => distanceBetween(a, near) - distanceBetween(b, near));
}

/** The dot at full strength that is nearest to the lens: the lines between them then cross no other dots. */
function openedDot(layout: DotsLayout, center: ScreenPoint): ScreenPoint {
  const [from, to] = OPENED_SHARES.map((share) => share * layout.plume.lengthPx) as [number, number];
  const dots = Array.from({ length: layout.count }, (_, k) => k);
  const strong = dots.filter((k) => (layout.along[k] ?? 0) >= from && (layout.along[k] ?? 0) <= to);
  const points = (strong.length > 0 ? strong : dots).map((k): ScreenPoint => [layout.xs[k] ?? 0, layout.ys[k] ?? 0]);
  return points.reduce((best, one) => (distanceBetween(one, center) < distanceBetween(best, center) ? one : best));
}

interface Found {
  readonly center: ScreenPoint;
  readonly radiusPx: number;
  readonly words: Words | null;
}

function withWords(lens: Lens, circles: readonly Omit<Found, 'words'>[], collisions: Collisions, context: RestContext) {
  const room = roomOf(context);
  const isFree = ({ box }: Words, { center, radiusPx }: Omit<Found, 'words'>): boolean =>
    collisions.isFree(grow(box, 4), room) && distanceToBox(center, box) > radiusPx + 4 && !containsPoint(box, center);
  for (const width of WORDS_WIDTHS) {
    const words = setWords(lens, width, context);
    for (const circle of circles) {
      const found = wordsAbout(words, circle.center, circle.radiusPx, context).find((one) => isFree(one, circle));
      if (found !== undefined) return { ...circle, words: found };
    }
  }
  return null;
}

/** Circles of one size are enough to choose from: those nearest to the dots. */
const MOST_CENTERS = 60;

/**
 * A lens on one of the dots, as large as the screen has room for beside them, with its words where they can be had.
 * @param collisions the dots, the names they pass, and what else is occupied
 */
export function placeLens(
  lens: Lens,
  layout: DotsLayout,
  collisions: Collisions,
  context: RestContext,
): PlacedLens | null {
  const radii = context.sizeClass === 'phone' || context.sizeClass === 'embed' ? SMALL_RADII : LARGE_RADII;
  const middle = plumePoint(layout.plume, layout.plume.lengthPx * 0.3, 0);
  const occupied = collisions.boxes;
  const circlesOf = (radiusPx: number): readonly Omit<Found, 'words'>[] =>
    centersFor(radiusPx, middle, roomOf(context), occupied)
      .slice(0, MOST_CENTERS)
      .map((center) => ({ center, radiusPx }));
  let bare: Found | null = null;
  for (const radius of radii) {
    const circles = circlesOf(radius);
    const found = withWords(lens, circles, collisions, context);
    if (found !== null) return { ...found, dot: openedDot(layout, found.center) };
    const first = circles[0];
    if (bare === null && first !== undefined) bare = { ...first, words: null };
  }
  return bare === null ? null : { ...bare, dot: openedDot(layout, bare.center) };
}

/** Room the lens and its words take. */
export const lensBoxes = ({ center: [x, y], radiusPx, words }: PlacedLens): readonly Box[] => [
  { left: x - radiusPx, right: x + radiusPx, top: y - radiusPx, bottom: y + radiusPx },
  ...(words === null ? [] : [words.box]),
];

export const lensCharacters = ({ words }: PlacedLens): number =>
  words === null ? 0 : charactersIn(words.head) + words.groups.reduce((sum, { block }) => sum + charactersIn(block), 0);
