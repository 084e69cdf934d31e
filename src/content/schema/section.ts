import { z } from 'astro/zod';
import { text } from '../../annotations/fields.ts';
import { boundsSchema, lngLatSchema, suppressFields } from './documents.ts';
import { groundSchema } from './ground.ts';
import { sectionDataSchema } from './layers.ts';

const share = z.number().min(0).max(1);

const frameFields = {
  places: z.array(z.string()).min(1).optional(),
  radiusKm: z.number().positive().optional(),
  bounds: boundsSchema.optional(),
  center: lngLatSchema.optional(),
  zoom: z.number().min(0).max(22).optional(),
  keepVisible: z.array(z.string()).optional(),
  pitch: z.number().min(0).optional(),
  bearing: z.number().min(-360).max(360).optional(),
};

/** Used on an upright phone; what it leaves out comes from the frame it belongs to. */
const phoneFrameSchema = z.strictObject(frameFields);

export const frameSchema = z.strictObject({ ...frameFields, phone: phoneFrameSchema.optional() });

const layersSchema = z.strictObject({
  emphasis: z.record(z.string(), share).default({}),
  tints: z
    .array(
      z.strictObject({
        region: z.string(),
        tone: z.enum(['subject', 'past']).default('subject'),
        opacity: share.default(1),
      }),
    )
    .default([]),
  wash: share.default(0),
  data: sectionDataSchema.optional(),
});

const cardSchema = z.strictObject({
  layout: z.enum(['column', 'over', 'top']).optional(),
  side: z.enum(['start', 'end']).default('start'),
  width: z.enum(['normal', 'narrow']).default('normal'),
  /** A stop of the map: the section has no words. */
  hidden: z.boolean().optional(),
});

/** What is said otherwise where an upright phone shows another picture. */
const phoneSchema = z.strictObject({ mapDescription: z.string().min(1) });

const fileName = z.string().min(1);

/** Part of a picture: left, top, right and bottom as shares of it. */
const cropSchema = z
  .tuple([share, share, share, share], { error: '[left, top, right, bottom], each from 0 to 1' })
  .refine(([left, top, right, bottom]) => left < right && top < bottom, {
    error: '[left, top, right, bottom] with left < right and top < bottom',
  });

/** A picture or a film in place of the map. */
const backdropSchema = z.union(
  [
    fileName.transform((src) => ({ src })),
    z.strictObject({
      src: fileName,
      /** The same for screens that are taller than wide. */
      portrait: fileName.optional(),
      from: cropSchema.optional(),
      to: cropSchema.optional(),
      scrub: z.boolean().default(false),
    }),
  ],
  { error: 'the name of a picture in media/, or `src` with `portrait`, `from`, `to` and `scrub`' },
);

const filmText = text(z.string().min(1)).optional();

/** How a film tells the section, where it is not as the page does. */
const filmSchema = z.strictObject({
  text: filmText,
  /** How long it stands still. */
  seconds: z.number().positive().max(60, { error: 'at most 60 seconds' }).optional(),
});

const FROM_1_TO_3 = { error: 'a number from 1 to 3' };
const wayShare = z.number(FROM_1_TO_3).min(1, FROM_1_TO_3).max(3, FROM_1_TO_3);

const mapFields = {
  film: filmSchema.optional(),
  backdrop: backdropSchema.optional(),
  mapDescription: z.string().optional(),
  phone: phoneSchema.optional(),
  frame: frameSchema.optional(),
  /** How the map comes here; a `share` is the length of that way, where the usual one is 1. */
  travel: z
    .union([z.enum(['scrub', 'cut']), z.strictObject({ share: wayShare })], {
      error: 'scrub, cut, or { share: … } with a number from 1 to 3',
    })
    .default('scrub'),
  mood: z.enum(['paper', 'dusk', 'night']).default('paper'),
  layers: layersSchema.prefault({}),
  /** A satellite picture, a scan or two of them over the map. */
  ground: groundSchema.optional(),
  /** How strong the relief is. */
  relief: share.default(0),
  card: cardSchema.prefault({}),
  /** Their own fields depend on their kind: see `annotation.ts`. */
  annotations: z.array(z.looseObject({ kind: z.string() })).default([]),
  ...suppressFields,
};

const titleFields = { title: text(z.string().min(1)), kicker: text().default('') };

/** Frontmatter of `<default locale>/index.mdx` */
export const openingSchema = z.strictObject({
  ...titleFields,
  standfirst: z.string(),
  byline: z.string(),
  description: z.string(),
  listNote: text().default(''),
  sourceNote: text().default(''),
  ...mapFields,
});

/** Frontmatter of `<default locale>/NN-name.mdx` */
export const sectionSchema = z.strictObject({
  ...titleFields,
  /** `false`: the title names the section in lists, and is not set above its text. */
  heading: z.boolean().default(true),
  listNote: text().default(''),
  sourceNote: text().default(''),
  ...mapFields,
});

/** Frontmatter of a section with `page: true` */
export const pageSchema = z.strictObject({
  title: text(z.string().min(1)),
  listNote: text().default(''),
  page: z.literal(true),
  ...suppressFields,
});

const translatedFields = {
  title: text(z.string().min(1)).optional(),
  kicker: text().optional(),
  listNote: text().optional(),
  sourceNote: text().optional(),
  mapDescription: z.string().optional(),
  phone: phoneSchema.optional(),
  film: z.strictObject({ text: filmText }).optional(),
  annotations: z.array(z.looseObject({ id: z.string() })).default([]),
  page: z.literal(true).optional(),
  ...suppressFields,
};

/** Frontmatter of a section in another language: words only. */
export const translatedSectionSchema = z.strictObject(translatedFields);

export const translatedOpeningSchema = z.strictObject({
  ...translatedFields,
  standfirst: z.string().optional(),
  byline: z.string().optional(),
  description: z.string().optional(),
});

export type RawFrame = z.infer<typeof frameSchema>;
export type RawPhoneFrame = z.infer<typeof phoneFrameSchema>;
export type RawSection = z.infer<typeof sectionSchema>;
