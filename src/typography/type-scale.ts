import type { SizeClass } from '../story/layout.ts';

/** Type by role; sizes per size class stand in the scale below. */
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

/** Size and line height in CSS px, weight, and letter-spacing in em (never applied to Arabic script). */
export interface TypeStyle {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
  readonly tracking: number;
  readonly italic: boolean;
  /** Of Latin letters, where their face does not follow the size. */
  readonly opticalSize?: number;
}

const style = (size: number, lineHeight: number, weight: number, tracking = 0, italic = false): TypeStyle => ({
  size,
  lineHeight,
  weight,
  tracking,
  italic,
});

const WIDE: Record<TextRole, TypeStyle> = {
  focus: style(20, 24, 600),
  'rank-1': style(17, 21, 600),
  'rank-2': style(14.5, 18, 500),
  'rank-3': style(13, 16, 400),
  country: style(19, 24, 500, 0.3),
  region: style(12.5, 16, 500, 0.22),
  water: style(16, 20, 400, 0, true),
  shield: style(12.5, 19, 650),
  'second-focus': style(16.5, 24, 400),
  'second-1': style(15, 22, 400),
  'second-2': style(13.5, 20, 400),
  'callout-head': style(16, 20, 600),
  'callout-body': style(15, 20, 400),
  small: style(13.5, 18, 400),
  numeral: style(158, 148, 400, -0.035),
  'numeral-words': style(30, 36, 400),
  'chart-numeral': style(62, 62, 450, -0.02),
  caption: style(18, 24, 400),
};

const PHONE: Record<TextRole, TypeStyle> = {
  ...WIDE,
  focus: style(19, 23, 600),
  'rank-1': style(16, 20, 600),
  'rank-2': style(14, 17, 500),
  country: style(17, 22, 500, 0.28),
  region: style(11.5, 15, 500, 0.22),
  'second-focus': style(16, 22, 400),
  'callout-head': style(15.5, 19, 600),
  'callout-body': style(14, 19, 400),
  small: style(13, 17, 400),
  numeral: style(97, 88, 400, -0.035),
  'numeral-words': style(19, 25, 400),
  'chart-numeral': style(44, 44, 450, -0.02),
  caption: style(15, 19, 400),
};

const EMBED: Record<TextRole, TypeStyle> = {
  ...PHONE,
  'callout-head': style(15, 18, 600),
  'callout-body': style(13.5, 18, 400),
  numeral: style(96, 90, 400, -0.035),
  'numeral-words': style(20, 26, 400),
};

/** Map and chart type for a size class, in CSS px. */
export function typeStyle(role: TextRole, sizeClass: SizeClass): TypeStyle {
  if (sizeClass === 'phone') return PHONE[role];
  return sizeClass === 'embed' ? EMBED[role] : WIDE[role];
}
