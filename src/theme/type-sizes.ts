import type { TextRole, TypeRow } from './type-roles.ts';

/** Sizes of map and chart type in the site's theme. Written by `npm run theme -- --write`, as `palettes.ts` is. */
export const DESKTOP: Readonly<Record<TextRole, TypeRow>> = {
  focus: [20, 24, 600],
  'rank-1': [17, 21, 600],
  'rank-2': [14.5, 18, 500],
  'rank-3': [13, 16, 400],
  country: [19, 24, 500, 0.3],
  region: [12.5, 16, 500, 0.22],
  water: [16, 20, 400, 0, true],
  shield: [12.5, 19, 650],
  'second-focus': [16.5, 24, 400],
  'second-1': [15, 22, 400],
  'second-2': [13.5, 20, 400],
  'callout-head': [16, 20, 600],
  'callout-body': [15, 20, 400],
  small: [13.5, 18, 400],
  numeral: [158, 148, 400, -0.035],
  'numeral-words': [30, 36, 400],
  'chart-numeral': [62, 62, 450, -0.02],
  caption: [18, 24, 400],
};

export const PHONE: Readonly<Record<TextRole, TypeRow>> = {
  ...DESKTOP,
  focus: [19, 23, 600],
  'rank-1': [16, 20, 600],
  'rank-2': [14, 17, 500],
  country: [17, 22, 500, 0.28],
  region: [11.5, 15, 500, 0.22],
  'second-focus': [16, 22, 400],
  'callout-head': [15.5, 19, 600],
  'callout-body': [14, 19, 400],
  small: [13, 17, 400],
  numeral: [97, 88, 400, -0.035],
  'numeral-words': [19, 25, 400],
  'chart-numeral': [44, 44, 450, -0.02],
  caption: [15, 19, 400],
};

export const EMBED: Readonly<Record<TextRole, TypeRow>> = {
  ...PHONE,
  'callout-head': [15, 18, 600],
  'callout-body': [13.5, 18, 400],
  numeral: [96, 90, 400, -0.035],
  'numeral-words': [20, 26, 400],
};
