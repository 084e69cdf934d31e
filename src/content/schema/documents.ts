import { z } from 'astro/zod';
import { isoDate, lngLat } from '../../annotations/fields.ts';
import { unwrapBounds } from '../../geo/antimeridian.ts';

/** Words of the story: one text, or a text for each language. */
export const textSchema = z.union([z.string(), z.record(z.string(), z.string())], {
  error: 'a text, or one text for each language such as {en: …, ar: …}',
});

export const isoDateSchema = isoDate();

export const lngLatSchema = lngLat();

export const boundsSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()], { error: '[west, south, east, north] in degrees' })
  .transform(unwrapBounds)
  .refine(([west, south, east, north]) => west < east && east - west <= 360 && south < north, {
    error: '[west, south, east, north] with south < north; west > east only across the antimeridian',
  });

const suppressSchema = z
  .record(z.string(), z.string().min(1, { error: 'the reason, in words' }), { error: 'rule names, each with a reason' })
  .optional();

/** Rules of `npm run check` that say nothing here, each with the reason; `silence` is the older name of the field. */
export const suppressFields = { suppress: suppressSchema, silence: suppressSchema };

const sourceSchema = z.strictObject({
  label: textSchema.optional(),
  title: textSchema,
  publisher: textSchema,
  date: isoDateSchema.nullable(),
  cite: textSchema,
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: 'the code of a language such as en' })
    .nullable()
    .default(null),
});

/** `story.yaml` */
export const storySchema = z
  .strictObject({
    basemap: z.string(),
    homeCountry: z.string().regex(/^[A-Z]{3}$/, { error: 'an ISO 3166 code of three letters such as SYR' }),
    focus: z.string().nullable().default(null),
    bounds: boundsSchema,
    defaultLocale: z.string(),
    locales: z.array(z.string()).min(1),
    published: isoDateSchema,
    modified: isoDateSchema,
    sources: z.record(z.string(), sourceSchema),
    ...suppressFields,
  })
  .refine(({ defaultLocale, locales }) => locales.includes(defaultLocale), {
    path: ['locales'],
    error: 'a list that holds the default language too',
  });

const factSchema = z.strictObject({
  value: z.number().nullable().default(null),
  unit: z.string().default(''),
  qualifier: textSchema.default(''),
  text: textSchema,
  period: textSchema,
  sources: z.array(z.string()).min(1, { error: 'at least one source' }),
  authority: textSchema,
  note: textSchema.default(''),
});

/** `facts.yaml` */
export const factsSchema = z.record(z.string(), factSchema);

const placeSchema = z.strictObject({
  lngLat: lngLatSchema,
  names: z.record(z.string(), z.string()),
  rank: z.literal([1, 2, 3]),
  source: z.string(),
  uncertaintyMetres: z.number().min(0),
});

/** `places.yaml` */
export const placesSchema = z.record(z.string(), placeSchema);

export type RawStoryFile = z.infer<typeof storySchema>;
export type RawFacts = z.infer<typeof factsSchema>;
export type RawPlaces = z.infer<typeof placesSchema>;
export type LocalText = z.infer<typeof textSchema>;
