import { clamp01 } from '../../../geo/clamp.ts';
import type { ScreenPoint } from '../../../geo/lng-lat.ts';
import type { Mark, RectMark } from '../../../marks/mark.ts';
import { pathOf, round1 } from '../../../marks/screen-path.ts';
import { viewAt } from '../../../story/data/layer-view.ts';
import type { ChartPart, ChartPlacement } from './chart-part.ts';

type Points = readonly ScreenPoint[];

const isBehind = (x: number, front: number, onward: number): boolean => (front - x) * onward >= 0;

/** The part of a run that the front has passed, up to the front itself. */
function passed(run: Points, front: number, onward: number): Points {
  const behind = run.filter(([x]) => isBehind(x, front, onward));
  const [last, next] = [behind.at(-1), run[behind.length]];
  if (last === undefined || next === undefined || next[0] === last[0]) return behind;
  const share = (front - last[0]) / (next[0] - last[0]);
  return [...behind, [front, last[1] + (next[1] - last[1]) * share]];
}

/** A point alone has no length, and shows by its round ends. */
const visible = (run: Points): Points => {
  const [only] = run;
  return run.length === 1 && only !== undefined ? [only, [only[0] + 0.1, only[1]]] : run;
};

function grown({ x, y, width, height, ...mark }: RectMark, base: number, along: 'x' | 'y', share: number): RectMark {
  const toward = (at: number): number => round1(base + (at - base) * share);
  if (along === 'x') return { ...mark, x: toward(x), y, width: round1(width * share), height };
  return { ...mark, x, y: toward(y), width, height: round1(height * share) };
}

const hidden = (opacity: number) => (opacity < 1 ? { opacity: Math.round(opacity * 100) / 100 } : {});

function drawPart(part: ChartPart, t: number): readonly Mark[] {
  const [from, to] = part.over;
  if (t < from || t <= 0) return [];
  const share = to > from ? clamp01((t - from) / (to - from)) : 1;
  if (part.how === 'fade') return share > 0 ? [{ ...part.mark, ...hidden(share * (part.mark.opacity ?? 1)) }] : [];
  if (part.how === 'bar') return [grown(part.mark, part.base, part.along, share)];
  const [start, end] = part.front;
  const onward = Math.sign(end - start) || 1;
  const front = start + (end - start) * share;
  if (part.how === 'area') {
    const shapes = part.runs.map(({ upper, lower }) => [
      ...passed(upper, front, onward),
      ...passed(lower, front, onward).toReversed(),
    ]);
    const d = pathOf(shapes, true);
    return d === '' ? [] : [{ ...part.mark, d }];
  }
  const runs = part.runs.map((run) => passed(run, front, onward));
  if (part.how === 'line') {
    const d = pathOf(runs.map(visible));
    return d === '' ? [] : [{ ...part.mark, d }];
  }
  const head = runs.findLast((run) => run.length > 0)?.at(-1);
  return head === undefined ? [] : [{ ...part.mark, cx: round1(head[0]), cy: round1(head[1]) }];
}

/**
 * The marks of a chart at one moment: the same for every kind of chart from a table, so that the page's thread has no scale
 * and no layout.
 * @param t how far it is drawn, 0–1
 */
export const drawParts = ({ parts, frames }: ChartPlacement, t: number): readonly Mark[] =>
  frames
    ? (frames[viewAt(frames.length, t)] ?? parts).flatMap((part) => drawPart(part, 1))
    : parts.flatMap((part) => drawPart(part, t));
