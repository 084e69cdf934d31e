import type { Box } from '../../../geo/lng-lat.ts';
import type { Collisions } from '../../../labels/collisions.ts';
import type { TextBlock } from '../../../labels/texts/text-block.ts';
import { round1 } from '../../../marks/screen-path.ts';
import { measured, onScreen, startAt } from '../../reading-box.ts';
import { type ChartData, keyPosition } from '../chart-data.ts';
import { positionOf } from '../chart-entries.ts';
import { textParts } from '../frame/text-parts.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import type { XyPlot } from './line-plot.ts';
import type { LineChart } from './line-schema.ts';

const AXIS: Over = [0.02, 0.15];
const WORDS_PX = 170;
const AIR_PX = 4;
const SPAN_WORDS_PX = 84;
const NOWHERE: Box = { left: 0, right: 0, top: 0, bottom: 0 };

/** What holds room: words, and words with the lines of the series. */
export interface Taken {
  readonly words: Collisions;
  readonly all: Collisions;
}

interface Noted {
  readonly parts: readonly ChartPart[];
  readonly taken: Taken;
}

const inReading = (u: number, top: number, block: TextBlock): Box => ({
  left: u,
  right: u + block.width,
  top,
  bottom: top + block.height,
});

/** Words stand in the first of these places that is free, or else over a line; over other words only where all places are. */
function firstFree(places: readonly Box[], plot: XyPlot, { words, all }: Taken): Box {
  const { from, reading, top, bottom } = plot;
  const isWithin = ({ left, right, top: head, bottom: foot }: Box): boolean =>
    left >= from && right <= reading.width && head >= top - 2 && foot <= bottom;
  const within = places.filter(isWithin);
  const freeOf = (taken: Collisions): Box | undefined => within.find((box) => !taken.hits(box));
  return freeOf(all) ?? freeOf(words) ?? within[0] ?? places[0] ?? NOWHERE;
}

interface Note {
  readonly parts: readonly ChartPart[];
  /** Of its words, in reading coordinates. */
  readonly box: Box;
}

/** Notes one after the other, each clear of those before it. */
function noteAll<One>(
  all: readonly One[],
  before: Taken,
  noteOf: (one: One, index: number, taken: Taken) => Note | null,
): Noted {
  return all.reduce<Noted>(
    (found, one, index) => {
      const note = noteOf(one, index, found.taken);
      if (note === null) return found;
      const taken = { words: found.taken.words.with([note.box]), all: found.taken.all.with([note.box]) };
      return { parts: found.parts.concat(note.parts), taken };
    },
    { parts: [], taken: before },
  );
}

/** Times shaded over the whole height, named at their head. */
export function spanParts({ spans }: LineChart, data: ChartData, plot: XyPlot, before: Taken): Noted {
  return noteAll(spans, before, (span, index) => {
    const ends = [positionOf(data, span.from), positionOf(data, span.to)];
    if (ends.includes(null)) return null;
    const { reading, keys, from, to, top, bottom } = plot;
    const within = ends.map((end) => Math.max(from, Math.min(to, from + keys.at(end ?? 0))));
    const [a, b] = [Math.min(...within), Math.max(...within)];
    const box = onScreen(reading, { left: a, right: Math.max(b, a + 2), top, bottom });
    const key = `${reading.key}/span/${index}`;
    const [x, y] = [box.left, round1(top)];
    const [width, height] = [round1(box.right - box.left), round1(bottom - top)];
    const mark = { type: 'rect', key, x, y, width, height, fill: 'soft', fillOpacity: 0.4 } as const;
    const block = measured(
      [{ text: span.label, role: 'small', tone: 'ink' }],
      Math.max(b - a - 2 * AIR_PX, SPAN_WORDS_PX),
      reading,
    );
    const left = Math.min(a + AIR_PX, to - block.width);
    return {
      parts: [
        { how: 'fade', over: AXIS, mark },
        ...textParts(block, startAt(reading, left, top + 2), `${key}/label`, AXIS),
      ],
      box: inReading(left, top + 2, block),
    };
  });
}

/** Lines at figures that all others are measured by, named beside them where there is room. */
export function referenceParts({ lines }: LineChart, plot: XyPlot, before: Taken): Noted {
  const { reading, from, to, bottom, figures } = plot;
  return noteAll(lines, before, (line, index, taken) => {
    const y = round1(bottom - figures.at(line.at));
    const key = `${reading.key}/line/${index}`;
    const d = `M${reading.x(from)} ${y}H${reading.x(to)}`;
    const mark = { type: 'path', key, stroke: 'ink', strokeWidth: 1.2, dash: [5, 4], d } as const;
    const block = measured([{ text: line.label, role: 'small', tone: 'ink' }], (to - from) * 0.8, reading);
    const starts = [from + AIR_PX, to - block.width, (from + to - block.width) / 2];
    const tops = [y - block.height - 1, y + 2];
    const places = tops.flatMap((top) => starts.map((u) => inReading(u, top, block)));
    const box = firstFree(places, plot, taken);
    const words = textParts(block, startAt(reading, box.left, box.top), `${key}/label`, AXIS);
    return { parts: [{ how: 'fade', over: AXIS, mark }, ...words], box };
  });
}

const DOT_PX = 4;
const FAR_PX = 26;

/** Where along the chart's own time the lines come to a key. */
const overAt = (share: number): Over => [0.1 + 0.75 * share, Math.min(1, 0.16 + 0.75 * share)];

/** Around a point, the nearest first, above before below. */
function placesAround(u: number, y: number, block: TextBlock): readonly Box[] {
  const { width, height } = block;
  return [DOT_PX + 4, FAR_PX].flatMap((gap) =>
    [
      [u - width / 2, y - gap - height],
      [u + gap, y - height / 2],
      [u - gap - width, y - height / 2],
      [u, y - gap - height],
      [u - width, y - gap - height],
      [u - width / 2, y + gap],
      [u, y + gap],
      [u - width, y + gap],
    ].map(([left = 0, top = 0]) => inReading(left, top, block)),
  );
}

/** Points of a line that words are said about. */
export function pointParts(chart: LineChart, data: ChartData, plot: XyPlot, before: Taken): Noted {
  const { reading, keys, from, to, bottom, figures } = plot;
  return noteAll(chart.points, before, (point, index, taken) => {
    const key = positionOf(data, point.at);
    const series = data.series.find(({ name }) => name === point.series) ?? data.series[0];
    const value = series?.values[data.keys.findIndex((_, at) => keyPosition(data, at) === key)];
    if (key === null || typeof value !== 'number') return null;
    const [u, y] = [from + keys.at(key), round1(bottom - figures.at(value))];
    const lines = [
      { text: point.label, role: 'callout-head', tone: 'ink' } as const,
      { text: point.body, role: 'small', tone: 'ink-2' } as const,
    ];
    const block = measured(lines, Math.min(WORDS_PX, (to - from) * 0.45), reading);
    const box = firstFree(placesAround(u, y, block), plot, taken);
    const name = `${reading.key}/point/${index}`;
    const over = overAt((u - from) / (to - from));
    const look = { r: DOT_PX, fill: 'paper', stroke: 'ink', strokeWidth: 2 } as const;
    const mark = { type: 'circle', key: name, cx: reading.x(u), cy: y, ...look } as const;
    const words = textParts(block, startAt(reading, box.left, box.top), `${name}/label`, over);
    return { parts: [{ how: 'fade', over, mark }, ...words], box };
  });
}
