import type { TextBlock } from '../../../labels/texts/text-block.ts';
import type { Tone } from '../../../marks/mark.ts';
import { round1 } from '../../../marks/screen-path.ts';
import { measured, type ReadingBox, startAt } from '../../reading-box.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { spread } from './spread.ts';
import { textParts } from './text-parts.ts';

/** Words at the end of a line or an area. */
export interface EndLabel {
  readonly name: string;
  readonly text: string;
  /** Screen y of what they belong to. */
  readonly y: number;
  readonly tone: Tone;
  readonly isStrong: boolean;
}

const GAP_PX = 8;
const AIR_PX = 2;
const LEADER_FROM_PX = 7;
const MAX_SHARE = 0.34;
const MAX_PX = 190;
const LAST: Over = [0.8, 1];

/** Of small letters, words must be as dark as text is: tones of lines that are too faint for it give way. */
const wordTone = (tone: Tone): Tone => (tone === 'ink-3' ? 'ink-2' : tone);

const blockOf = ({ text, tone, isStrong }: EndLabel, width: number, reading: ReadingBox): TextBlock =>
  measured([{ text, role: isStrong ? 'callout-head' : 'small', tone: wordTone(tone) }], width, reading);

/** How wide the words at the ends of a chart are, with the gap before them. */
export function endLabelRoom(labels: readonly EndLabel[], reading: ReadingBox): number {
  const most = Math.min(MAX_PX, reading.width * MAX_SHARE);
  return Math.max(0, ...labels.map((label) => blockOf(label, most, reading).width)) + GAP_PX * 2;
}

/** Each beside its end, or as near as the others let it: then a line leads to it. */
export function endLabelParts(
  labels: readonly EndLabel[],
  reading: ReadingBox,
  room: { readonly from: number; readonly width: number; readonly top: number; readonly bottom: number },
  over: Over = LAST,
): readonly ChartPart[] {
  const blocks = labels.map((label) => blockOf(label, room.width - GAP_PX * 2, reading));
  const wanted = labels.map(({ y }, index) => ({ middle: y, height: (blocks[index]?.height ?? 0) + AIR_PX }));
  const middles = spread(wanted, room.top, room.bottom);
  return labels.flatMap((label, index): readonly ChartPart[] => {
    const [block, middle] = [blocks[index], middles[index]];
    if (block === undefined || middle === undefined) return [];
    const key = `${reading.key}/end/${index}`;
    const at = startAt(reading, room.from + GAP_PX * 2, middle - block.height / 2);
    const words = textParts(block, at, key, over);
    if (Math.abs(middle - label.y) < LEADER_FROM_PX) return words;
    const [from, to] = [reading.x(room.from + 5), reading.x(room.from + GAP_PX * 2 - 3)];
    const d = `M${from} ${round1(label.y)}L${to} ${round1(middle)}`;
    const leader = { type: 'path', key: `${key}/leader`, stroke: label.tone, strokeWidth: 1, d } as const;
    return [{ how: 'fade', over, mark: leader }, ...words];
  });
}
