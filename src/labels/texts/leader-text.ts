import type { LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import type { Mark, TextMark } from '../../marks/mark.ts';
import { pathOf, round1, startOf } from '../../marks/screen-path.ts';
import { ramp } from '../../story/easing.ts';
import type { RestContext, View } from '../rest-context.ts';
import type { PlacedText } from './place-text.ts';
import { anchoredGroup, blockLines, lineHalos } from './text-block.ts';

const LEADER_END = 0.5;
const DOT_RADIUS = 2.6;

/** The dot at the place and its leader, drawn from the place to the word during the first half of `t`. */
export function leaderMarks(
  key: string,
  lngLat: LngLat,
  leader: readonly ScreenPoint[],
  t: number,
  { projection }: Pick<View, 'projection'>,
): readonly Mark[] {
  if (t <= 0) return [];
  const [x, y] = projection.project(lngLat);
  const line = leader.map(([dx, dy]): ScreenPoint => [x + dx, y + dy]);
  return [
    {
      type: 'path',
      key: `${key}:leader`,
      d: pathOf([startOf(line, ramp(t, 0, LEADER_END))]),
      stroke: 'ink',
      strokeWidth: 1,
    },
    {
      type: 'circle',
      key: `${key}:dot`,
      cx: x,
      cy: y,
      r: DOT_RADIUS,
      fill: 'ink',
      opacity: ramp(t, 0, 0.1),
    },
  ];
}

/** A text with its leader, and its words as they are set. */
export interface LeadText extends PlacedText {
  readonly words: readonly TextMark[];
}

/** Words with halos in the colour of the background they stand on at rest. */
export function setWords(placed: PlacedText, context: RestContext): LeadText {
  const { corner, align } = placed.slot;
  const [x, y] = context.projection.project(placed.lngLat);
  const halos = lineHalos(placed.block, [x + corner[0], y + corner[1]], align, context);
  return { ...placed, words: blockLines(placed.block, align, halos) };
}

/** A placed text with its leader; the words appear once the leader has arrived. */
export function leaderText(key: string, placed: LeadText, t: number, view: Pick<View, 'projection'>): readonly Mark[] {
  if (t <= 0) return [];
  const [x, y] = view.projection.project(placed.lngLat);
  const { corner, leader } = placed.slot;
  const shown = round1(ramp(t, LEADER_END, 0.9) * 10) / 10;
  return [
    ...leaderMarks(key, placed.lngLat, leader, t, view),
    ...anchoredGroup(`${key}:text`, placed.words, [x + corner[0], y + corner[1]], shown),
  ];
}
