import { z } from 'astro/zod';
import { isoDate, lngLat, text } from '../../annotations/fields.ts';
import { unwrapBounds } from '../../geo/antimeridian.ts';
import { canonicalTag } from '../../i18n/language-tags.ts';

/** Words of the story: one text, or a text for each language. */
export const textSchema = z.union([text(), z.record(z.string(), text())], {
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

const tagWords = (tag: unknown): string => {
  const canonical = typeof tag === 'string' ? canonicalTag(tag) : null;
  return canonical === null ? 'the tag of a language such as `en`, `pt-BR` or `zh-Hans`' : `written \`${canonical}\``;
};

/** The tag of a language in the one form that names its folder. */
export const languageSchema = z
  .string()
  .refine((tag) => canonicalTag(tag) === tag, { error: ({ input }) => tagWords(input) });

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
  language: languageSchema.nullable().default(null),
});

/** `story.yaml` */
export const storySchema = z
  .strictObject({
    basemap: z.string(),
    homeCountry: z.string().regex(/^[A-Z]{3}$/, { error: 'an ISO 3166 code of three letters such as SYR' }),
    focus: z.string().nullable().default(null),
    bounds: boundsSchema,
    defaultLocale: languageSchema,
    locales: z.array(languageSchema).min(1),
    namesBeside: z
      .union([z.literal('none'), languageSchema])
      .nullable()
      .default(null),
    published: isoDateSchema,
    modified: isoDateSchema,
    licence: z.string().default(''),
    withdrawn: isoDateSchema.nullable().default(null),
    publisher: textSchema.default(''),
    corrections: z.array(z.strictObject({ date: isoDateSchema, text: textSchema })).default([]),
    sources: z.record(z.string(), sourceSchema),
    /** Hosts whose frames a text may offer. */
    allowFrames: z
      .array(
        z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, { error: 'the name of a host such as www.youtube-nocookie.com' }),
      )
      .default([]),
    ...suppressFields,
  })
  .refine(({ defaultLocale, locales }) => locales.includes(defaultLocale), {
    path: ['locales'],
    error: 'a list that holds the default language too',
  });

/** `data/sources.yaml`: where files of `data/` come from that cannot say it themselves, by their names. */
export const dataSourcesSchema = z.record(
  z.string(),
  z.strictObject({
    source: textSchema.optional(),
    licence: z.string().optional(),
    /** Of shapes: the property that names the features. */
    id: z.string().optional(),
  }),
);

const numberSchema = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

const valueSchema = z
  .union([numberSchema, z.tuple([numberSchema, numberSchema])], {
    error: 'a number such as 235000, or a range such as [3, 5]',
  })
  .refine((value) => typeof value === 'number' || value[0] <= value[1], { params: { problem: 'ReversedSpan' } })
  .refine((value) => typeof value === 'number' || value[0] !== value[1], {
    error: 'a range of two numbers, or the number alone',
  });

const isYear = (year: number): boolean => Number.isInteger(year) && year !== 0;
const isRank = (rank: number): boolean => Number.isInteger(rank) && rank > 0;

/** What the figures of some units must be. */
const FIGURES_OF = {
  year: { holds: isYear, error: 'a whole year such as 1917, or -44 for 44 BC' },
  ordinal: { holds: isRank, error: 'a whole number from 1 up' },
} as const;

const factSchema = z.strictObject({
  value: valueSchema.nullable().default(null),
  unit: z.string().default(''),
  qualifier: textSchema.default(''),
  text: textSchema,
  period: textSchema,
  sources: z.array(z.string()).min(1, { error: 'at least one source' }),
  authority: textSchema,
  note: textSchema.default(''),
});

type UnitFact = z.core.CheckFn<z.infer<typeof factSchema>>;

const checkUnit: UnitFact = ({ value: { unit, value }, issues }) => {
  const rule = Object.hasOwn(FIGURES_OF, unit) ? FIGURES_OF[unit as keyof typeof FIGURES_OF] : null;
  if (rule === null || value === null || [value].flat().every(rule.holds)) return;
  issues.push({ code: 'custom', message: rule.error, path: ['value'], input: value });
};

/** `facts.yaml` */
export const factsSchema = z.record(z.string(), factSchema.check(checkUnit));

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
