import { z } from 'astro/zod';
import { share } from '../../annotations/fields.ts';
import { textSchema } from './documents.ts';

/** What YAML takes for words, and its writer for true or false. */
const SWITCHES = /^\s*(yes|no|on|off|y|n)\s*$/i;
const WHY = 'true, or why, in words';
const sensitiveSchema = z
  .union([z.boolean(), textSchema], { error: WHY })
  .refine((said) => typeof said !== 'string' || !SWITCHES.test(said), { error: WHY })
  .default(false);

const mediumSchema = z.strictObject({
  /** Judged apart, so that they get errors of their own. */
  credit: textSchema.optional(),
  licence: z.string().optional(),
  alt: textSchema.optional(),
  caption: textSchema.default(''),
  /** What must stay in view, from the top left. */
  focus: z.tuple([share(), share()], { error: '[x, y], each from 0 to 1' }).default([0.5, 0.5]),
  /** Id of a source of story.yaml. */
  source: z.string().nullable().default(null),
  /** Blurred until the reader asks for it; a text says why. */
  sensitive: sensitiveSchema,
  /** Picture that a video shows before it plays. */
  poster: z.string().optional(),
  /** Captions by language. */
  captions: z.record(z.string(), z.string()).default({}),
  /** False where nobody speaks. */
  speech: z.boolean().default(true),
  /** The same drawing for a dark page. */
  dark: z.string().optional(),
  /** How large the file may be, where its author has a reason. */
  budgetMB: z.number().positive().optional(),
});

/** `media/media.yaml` */
export const mediaSchema = z.record(z.string(), mediumSchema);

export type RawMedium = z.infer<typeof mediumSchema>;
