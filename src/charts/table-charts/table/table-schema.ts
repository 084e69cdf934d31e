import { z } from 'astro/zod';
import type { AnnotationOf } from '../../../annotations/define.ts';
import { ref } from '../../../annotations/fields.ts';
import { chartFields, column } from '../chart-fields.ts';

export const tableSchema = z.strictObject({
  ...chartFields(),
  /** Column of what each row is called. */
  names: column(),
  /** The other columns, of figures or of words. */
  series: z.array(column()).min(1),
  /** Columns whose figures have a bar in their cells. */
  bars: z.array(ref.column()).default([]),
  /** Row that stands out. */
  highlight: ref.entry().default(''),
});

export type SetTable = AnnotationOf<typeof tableSchema>;
