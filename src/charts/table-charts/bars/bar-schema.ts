import { z } from 'astro/zod';
import type { AnnotationOf } from '../../../annotations/define.ts';
import { ref } from '../../../annotations/fields.ts';
import { chartFields, column } from '../chart-fields.ts';

export const barSchema = z.strictObject({
  ...chartFields(),
  /** Column of what each row is called. */
  names: column(),
  series: z.array(column()).min(1),
  /** Column of times, in a table that has each row once a time: bars are those of the slice on show. */
  time: ref.column().default(''),
  /** Row or series that stands out. */
  highlight: ref.entry().default(''),
  /** Side by side, one after the other, as shares of a hundred, or to both sides of nothing. */
  form: z.enum(['grouped', 'stacked', 'share', 'diverging']).default('grouped'),
  /** Series that are drawn to the other side, with `form: diverging`. */
  opposite: z.array(ref.entry()).default([]),
  direction: z.enum(['horizontal', 'vertical']).default('horizontal'),
  /** By the first series, or by the sum where they lie one after the other. */
  sort: z.enum(['none', 'descending', 'ascending']).default('none'),
});

export type BarChart = AnnotationOf<typeof barSchema>;
