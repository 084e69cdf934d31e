/** Type by role; sizes per size class stand in `type-sizes.ts`. */
export const TEXT_ROLES = [
  'focus',
  'rank-1',
  'rank-2',
  'rank-3',
  'country',
  'region',
  'water',
  'shield',
  'second-focus',
  'second-1',
  'second-2',
  'callout-head',
  'callout-body',
  'small',
  'numeral',
  'numeral-words',
  'chart-numeral',
  'caption',
] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

/** Size and line height in CSS px, weight, letter-spacing in em and whether it is slanted, as far as they differ from 0 and upright. */
export type TypeRow = readonly [size: number, lineHeight: number, weight: number, tracking?: number, italic?: boolean];
