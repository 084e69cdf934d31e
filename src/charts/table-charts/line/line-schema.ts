import { z } from 'astro/zod';
import type { AnnotationOf } from '../../../annotations/define.ts';
import { optionalWords, ref, words } from '../../../annotations/fields.ts';
import { chartFields, chartSize, column } from '../chart-fields.ts';

/** A value that the figures are measured by. */
const referenceLine = () => z.strictObject({ at: z.number(), label: words() });
const span = () => z.strictObject({ from: ref.entry(), to: ref.entry(), label: words() });
const point = () =>
  z.strictObject({ at: ref.entry(), series: ref.entry().optional(), label: words(), body: optionalWords() });

export const lineSchema = z.strictObject({
  ...chartFields(),
  /** Column of dates, years, figures or names along the chart. */
  x: column(),
  series: z.array(column()).min(1),
  /** Column that tells several series in one column of figures apart. */
  by: ref.column().optional(),
  highlight: ref.entry().default(''),
  size: chartSize(),
  /** Whether the scale begins at nothing; left out, it does where the figures come near it. */
  zero: z.boolean().optional(),
  lines: z.array(referenceLine()).default([]),
  spans: z.array(span()).default([]),
  points: z.array(point()).default([]),
});

export type LineChart = AnnotationOf<typeof lineSchema>;
