import { z } from 'astro/zod';

const row = z.strictObject({ text: z.string(), group: z.number().nullable() });
const tick = z.strictObject({ share: z.number(), text: z.string() });
const size = z.strictObject({ px: z.number(), text: z.string() });

/** The fields of a legend, which is made from a data layer's scale and never written by hand. */
export const legendSchema = z.strictObject({
  /** Name of the data layer. */
  layer: z.string(),
  form: z.enum(['classes', 'gradient', 'diverging', 'categories', 'plain']),
  sign: z.enum(['area', 'dot', 'line']),
  title: z.string(),
  rows: z.array(row),
  ticks: z.array(tick),
  sizes: z.array(size),
  /** What has those sizes; lines where the sign is one. */
  shape: z.enum(['circle', 'half-circle', 'spike']),
  sizeTitle: z.string(),
  source: z.string(),
  /** How many colours the scale has; the one after the last is that of no data. */
  colors: z.number(),
  /** Of all slices of the layer; empty for a layer without time. */
  times: z.array(z.string()),
  /** Indexes of those that the section goes through. */
  shown: z.array(z.number()),
});
