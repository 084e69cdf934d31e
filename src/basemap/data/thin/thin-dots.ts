import type { DataPart } from '../../../story/sources/map-source.ts';
import { type DotsOfSize, dotsIn } from '../../drawing/shape-file.ts';

/** Dots of one colour, those that lie lowest first. */
export interface ColoredDots {
  readonly part: DataPart;
  readonly circles: readonly DotsOfSize[];
}

interface Dot {
  readonly at: readonly [x: number, y: number];
  /** CSS pixels, as all that follows. */
  readonly radius: number;
  readonly part: DataPart;
}

/** What differs by less nobody sees. */
const SLACK_PX = 0.5;
/** Dots are looked up in squares of so many pixels. */
const CELL_PX = 8;

const distance = ({ at: [x, y] }: Dot, { at: [toX, toY] }: Dot, px: number): number =>
  Math.hypot(toX - x, toY - y) / px;

/** Whether a dot hides one that lies lower: it covers it, or stands on its place in its colour and its size. */
function hides(upper: Dot, lower: Dot, px: number): boolean {
  const apart = distance(upper, lower, px);
  const isSame = upper.part.color === lower.part.color;
  if (lower.part.shape) return isSame && apart <= SLACK_PX && upper.radius >= lower.radius - SLACK_PX;
  return apart + lower.radius <= upper.radius + (isSame ? SLACK_PX : 0);
}

/** Dots that are kept, found by where they are. */
function createKept(px: number) {
  const cells = new Map<string, Dot[]>();
  let largest = 0;
  const cellAt = (length: number): number => Math.floor(length / (CELL_PX * px));
  return {
    add(dot: Dot): void {
      const key = `${cellAt(dot.at[0])} ${cellAt(dot.at[1])}`;
      cells.set(key, [...(cells.get(key) ?? []), dot]);
      largest = Math.max(largest, dot.radius);
    },
    hasOver(dot: Dot): boolean {
      const reach = Math.ceil((Math.max(0, largest - dot.radius) + SLACK_PX) / CELL_PX);
      const around = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
      const [x, y] = dot.at.map(cellAt) as [number, number];
      return around.some((across) =>
        around.some((down) => cells.get(`${x + across} ${y + down}`)?.some((upper) => hides(upper, dot, px))),
      );
    },
  };
}

/**
 * Dots without those that others hide: a dot is left out where one that lies over it, and is drawn, covers it, or has its
 * colour and is nowhere half a pixel off. What dots are seen through hides nothing. Their order is kept.
 * @param all in drawing order
 * @param px grid units in a pixel
 */
export function thinDots(all: readonly ColoredDots[], px: number): readonly ColoredDots[] {
  const kept = createKept(px);
  const thinned = all.toReversed().map(({ part, circles }): ColoredDots => {
    if ((part.opacity ?? 1) < 1) return { part, circles };
    const left = circles.toReversed().map((dots): DotsOfSize => {
      const [radius] = dots;
      const seen = dotsIn(dots)
        .toReversed()
        .filter((at) => {
          const dot = { at, radius, part };
          if (kept.hasOver(dot)) return false;
          kept.add(dot);
          return true;
        });
      return [radius, ...seen.toReversed().flat()];
    });
    return { part, circles: left.toReversed().filter(({ length }) => length > 1) };
  });
  return thinned.toReversed();
}
