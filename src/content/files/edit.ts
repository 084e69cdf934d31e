import { z } from 'astro/zod';
import { boundsSchema, lngLatSchema } from '../schema/documents.ts';
import { CLASS_SCALES, scaleFields } from '../schema/layers.ts';
import { SLUG_PATTERN } from './raw.ts';

const name = z.string().regex(SLUG_PATTERN, { error: 'small letters, digits and hyphens' });
const words = z.string().trim().min(1).max(400);
const inSection = { story: name, section: name };

const viewSchema = z.strictObject({
  kind: z.literal('view'),
  ...inSection,
  /** Whether the frame of all screens is meant, or the one phones have of their own. */
  screen: z.enum(['any', 'phone']),
  bounds: boundsSchema,
  pitch: z.number().min(0).max(90),
  bearing: z.number().min(-180).max(180),
});

const calloutSchema = z.strictObject({
  kind: z.literal('callout'),
  ...inSection,
  at: z.union([lngLatSchema, name]),
  head: words,
  body: z.string().trim().max(400),
});

const placeSchema = z.strictObject({
  kind: z.literal('place'),
  story: name,
  id: name,
  name: words,
  lngLat: lngLatSchema,
  source: words,
  uncertaintyMetres: z.number().positive(),
});

const { classes, colors, breaks, middle } = scaleFields;

/** Fields of a data layer's scale that are to say something else; what does not suit the kind goes. */
const scaleSchema = z.strictObject({
  kind: z.literal('scale'),
  story: name,
  layer: name,
  scale: z
    .strictObject({ kind: z.enum(CLASS_SCALES), classes, colors: colors.unwrap(), breaks, middle })
    .partial()
    .refine((fields) => Object.keys(fields).length > 0, { error: 'at least one field' }),
});

/** A change to a story's files, as an author asks for it from the page. It names no file: where it belongs is found. */
export const editSchema = z.discriminatedUnion('kind', [
  viewSchema,
  calloutSchema,
  placeSchema,
  scaleSchema,
  z.strictObject({ kind: z.literal('undo') }),
]);

export type Edit = z.infer<typeof editSchema>;
export type ViewEdit = z.infer<typeof viewSchema>;
export type CalloutEdit = z.infer<typeof calloutSchema>;
export type PlaceEdit = z.infer<typeof placeSchema>;
export type ScaleEdit = z.infer<typeof scaleSchema>;
