/** Colours of map and page by what they are for. */
export const PAINT_TOKENS = [
  'sea',
  'land',
  'abroad',
  'tint',
  'tint-near',
  'tint-past',
  'lakes',
  'rivers',
  'coast',
  'borders',
  'region-lines',
  'roads',
  'paper',
  'ink',
  'ink-2',
  'ink-3',
  'red',
  'hydro',
  'region',
  'rule',
  'soft',
  'hatch',
  'ring',
  'crosses',
] as const;
export type PaintToken = (typeof PAINT_TOKENS)[number];

/** CSS hex colours, `#RRGGBB`; `hatch` has its alpha as `#RRGGBBAA`. */
export type Palette = Readonly<Record<PaintToken, string>>;
