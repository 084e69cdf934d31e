import type { DotPlot } from './dot-schema.ts';

/** Whether rows are series, each with a dot a name. */
export const isStrip = ({ form, series }: DotPlot): boolean =>
  (form ?? (series.length > 1 ? 'dumbbell' : 'strip')) === 'strip';
