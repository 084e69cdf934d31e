import { round1 } from '../../../marks/screen-path.ts';
import { measured, onScreen, type ReadingBox, startAt } from '../../reading-box.ts';
import type { ChartData } from '../chart-data.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { textParts } from './text-parts.ts';
import type { FillLook } from './tones.ts';

const SWATCH_PX = 12;
const GAP_PX = 6;
const APART_PX = 18;
const BELOW_PX = 10;
const OVER: Over = [0, 0.12];

/** What each fill stands for, in lines above the figures. */
export interface KeyRow {
  readonly parts: readonly ChartPart[];
  readonly height: number;
}

interface Cursor {
  readonly u: number;
  readonly top: number;
}

/** Nothing where there is one series, which the title names. */
export function keyRow(
  { series }: ChartData,
  lookOf: (index: number) => FillLook,
  reading: ReadingBox,
  top: number,
): KeyRow {
  if (series.length < 2) return { parts: [], height: 0 };
  const blocks = series.map(({ label }) =>
    measured([{ text: label, role: 'small', tone: 'ink' }], reading.width - SWATCH_PX - GAP_PX, reading),
  );
  const line = Math.max(...blocks.map(({ height }) => height)) + 2;
  const cursors = blocks.reduce<{ readonly all: readonly Cursor[]; readonly next: Cursor }>(
    ({ all, next }, { width }) => {
      const fits = next.u === 0 || next.u + SWATCH_PX + GAP_PX + width <= reading.width;
      const at = fits ? next : { u: 0, top: next.top + line };
      return { all: all.concat(at), next: { ...at, u: at.u + SWATCH_PX + GAP_PX + width + APART_PX } };
    },
    { all: [], next: { u: 0, top } },
  );
  const parts = cursors.all.flatMap(({ u, top: head }, index): readonly ChartPart[] => {
    const [block, look] = [blocks[index], lookOf(index)];
    if (block === undefined) return [];
    const key = `${reading.key}/key-row/${index}`;
    const y = head + block.firstMiddle - SWATCH_PX / 2;
    const { left } = onScreen(reading, { left: u, right: u + SWATCH_PX, top: y, bottom: y + SWATCH_PX });
    const size = { x: left, y: round1(y), width: SWATCH_PX, height: SWATCH_PX };
    const mark = { type: 'rect', key, ...size, fill: look.tone, fillOpacity: look.opacity } as const;
    return [
      { how: 'fade', over: OVER, mark },
      ...textParts(block, startAt(reading, u + SWATCH_PX + GAP_PX, head), `${key}/label`, OVER),
    ];
  });
  return { parts, height: cursors.next.top - top + line + BELOW_PX };
}
