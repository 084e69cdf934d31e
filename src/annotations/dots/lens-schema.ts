import { z } from 'astro/zod';
import { words } from '../fields.ts';

const MOST_GROUPS = 3;

/** Of one dot that is opened: those of its people whom the story knows. */
export const lensSchema = z.strictObject({
  label: words(),
  known: z
    .array(z.strictObject({ count: z.number().int().positive(), label: words() }))
    .min(1)
    .max(MOST_GROUPS),
});

export type Lens = z.output<typeof lensSchema>;

/** More people than this no lens can show one by one. */
export const MOST_IN_LENS = 400;
