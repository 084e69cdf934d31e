import { round1 } from '../../../marks/screen-path.ts';
import { onScreen } from '../../reading-box.ts';
import { type KeyScale, keyAxisHeight, keyAxisParts } from '../frame/key-axis.ts';
import { extentOf, gridParts, type NumberScale, numberScale, tickRoom } from '../frame/number-axis.ts';
import type { ChartPart } from '../parts/chart-part.ts';
import { type BarPlot, overRow } from './bar-plot.ts';
import { type BarRow, reachOf, type Segment } from './segments.ts';

const FILLED = 0.72;
const MAX_BAR_PX = 64;

interface Room {
  readonly plot: BarPlot;
  readonly figures: NumberScale;
  readonly from: number;
  readonly bottom: number;
  /** Width of one column, the air around it too. */
  readonly band: number;
  readonly lanes: number;
}

function columnParts(
  { plot, figures, from, bottom, band, lanes }: Room,
  row: BarRow,
  index: number,
): readonly ChartPart[] {
  const { reading } = plot.frame;
  const filled = Math.min(band * FILLED, MAX_BAR_PX * lanes);
  const lane = filled / lanes;
  const start = from + index * band + (band - filled) / 2;
  const base = bottom - figures.at(0);
  return row.segments.map((segment: Segment): ChartPart => {
    const u = start + (plot.isStacked ? 0 : segment.series * lane);
    const ends = [bottom - figures.at(segment.from), bottom - figures.at(segment.to)];
    const [top, foot] = [Math.min(...ends), Math.max(...ends)];
    const box = onScreen(reading, { left: u, right: u + lane - (lanes > 1 ? 1 : 0), top, bottom: foot });
    const { tone, opacity } = segment.look;
    const key = `${reading.key}/bar/${index}/${segment.series}`;
    const shape = { x: box.left, y: round1(top), width: round1(box.right - box.left), height: round1(foot - top) };
    const mark = { type: 'rect', key, ...shape, fill: tone, ...(opacity < 1 ? { fillOpacity: opacity } : {}) } as const;
    return { how: 'bar', over: overRow(index, plot.rows.length), mark, base, along: 'y' };
  });
}

/** Upright bars over their names, with figures at the reading start. */
export function layOutColumns(plot: BarPlot): { readonly parts: readonly ChartPart[]; readonly shown: number } {
  const { frame, rows, all, top, chart } = plot;
  const { reading } = frame;
  const { locale } = reading.context;
  const extent = chart.form === 'share' ? ([0, 100] as const) : extentOf(reachOf(all), true);
  const isShare = chart.form === 'share' || chart.unit === '%';
  const roughly = numberScale(extent, frame.bottom - top, locale, isShare);
  const from = tickRoom(roughly, reading);
  const band = Math.max(1, reading.width - from) / rows.length;
  const keys: KeyScale = {
    at: (key) => (key + 0.5) * band,
    domain: [0, rows.length - 1],
    ticks: rows.map(({ name }, at) => ({ at, text: name, below: '' })),
  };
  const bottom = Math.max(top + 1, frame.bottom - keyAxisHeight(keys, reading, reading.width - from));
  const figures = numberScale(extent, bottom - top, locale, isShare);
  const lanes = plot.isStacked
    ? 1
    : Math.max(1, ...rows.flatMap(({ segments }) => segments.map(({ series }) => series + 1)));
  const room: Room = { plot, figures, from, bottom, band, lanes };
  const parts = [
    ...gridParts(figures, reading, { from, to: reading.width, bottom }),
    ...rows.flatMap((row, index) => columnParts(room, row, index)),
    ...keyAxisParts(keys, reading, { from, to: reading.width, bottom }),
  ];
  return { parts, shown: rows.length };
}
