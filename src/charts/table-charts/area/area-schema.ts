import { z } from 'astro/zod';
import type { AnnotationOf } from '../../../annotations/define.ts';
import { ref } from '../../../annotations/fields.ts';
import { chartFields, chartSize, column } from '../chart-fields.ts';

export const areaSchema = z.strictObject({
  ...chartFields(),
  /** Column of dates, years, figures or names along the chart. */
  x: column(),
  series: z.array(column()).min(1),
  /** Column that tells several series in one column of figures apart. */
  by: ref.column().optional(),
  highlight: ref.entry().default(''),
  size: chartSize(),
  /** One on the other as they are, or as shares of a hundred. */
  form: z.enum(['stacked', 'share']).default('stacked'),
});

export type AreaChart = AnnotationOf<typeof areaSchema>;
