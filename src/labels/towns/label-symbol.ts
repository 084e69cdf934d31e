import type { CircleMark } from '../../marks/mark.ts';

export type LabelRank = 'focus' | 1 | 2 | 3;

const OPEN_RADIUS = { 1: 4, 2: 3.2, 3: 2.4 } as const;
const FOCUS_RADIUS = { dot: 5, ring: 9.5 } as const;
const LINE = 1.3;

export const symbolRadius = (rank: LabelRank): number => (rank === 'focus' ? FOCUS_RADIUS.ring : OPEN_RADIUS[rank]);

/** An open circle for a town, a dot in a ring for the focus; from the place. */
export function symbolMarks(rank: LabelRank): readonly CircleMark[] {
  const circle = { type: 'circle', cx: 0, cy: 0, stroke: 'ink', strokeWidth: LINE } as const;
  if (rank !== 'focus') return [{ ...circle, key: 'symbol', r: OPEN_RADIUS[rank], fill: 'land' }];
  return [
    { ...circle, key: 'ring', r: FOCUS_RADIUS.ring, fill: 'land', fillOpacity: 0.8 },
    { type: 'circle', key: 'dot', cx: 0, cy: 0, r: FOCUS_RADIUS.dot, fill: 'ink' },
  ];
}
