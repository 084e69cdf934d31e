import { z } from 'astro/zod';
import type { AnnotationOf } from '../../../annotations/define.ts';
import { ref } from '../../../annotations/fields.ts';
import { chartFields, column } from '../chart-fields.ts';

export const dotSchema = z.strictObject({
  ...chartFields(),
  /** Column of what each row is called. */
  names: column(),
  series: z.array(column()).min(1),
  /** Row or series that stands out. */
  highlight: ref.entry().default(''),
  /** A row a name with a dot a series, joined; or a row a series with a dot a name. Left out: the first where there are several series. */
  form: z.enum(['dumbbell', 'strip']).optional(),
  sort: z.enum(['none', 'descending', 'ascending']).default('none'),
});

export type DotPlot = AnnotationOf<typeof dotSchema>;
