import { z } from 'astro/zod';
import { textSchema } from './documents.ts';

const share = z.number().min(0).max(1);
const groundName = z.string().min(1);

/** What a section lays over its map: a ground by name, or two of which one takes the place of the other. */
export const groundSchema = z.union(
  [
    groundName.transform((show) => ({ show })),
    z.strictObject({ show: groundName, over: share.default(1) }),
    z.strictObject({
      compare: z.tuple([groundName, groundName]),
      by: z.literal('wipe').default('wipe'),
      /** What the two are called; without them `Before` and `After`. */
      labels: z.tuple([textSchema, textSchema]).optional(),
      over: share.default(1),
    }),
  ],
  {
    error:
      'the name of a picture in ground/, `{show: name, over: 0.6}`, or `{compare: [before, after], by: wipe, labels: [2019, 2020]}`, where one of the two may be `map`',
  },
);

const degrees = z.number().min(-540).max(540);
const box = z.tuple([degrees, degrees, degrees, degrees]);

const pictureSchema = z.strictObject({
  file: z.string().regex(/^[a-z0-9.-]+\.webp$/),
  sections: z.array(z.string()),
  screens: z.enum(['wide', 'upright', 'any']),
  bounds: box,
  seen: box,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  luminance: z.strictObject({ mean: share, dark: share, bright: share }),
});

/** `ground/<name>.json`, as `npm run ground` writes it. */
export const groundFileSchema = z.strictObject({
  kind: z.enum(['picture', 'relief']),
  attribution: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        texts: z.record(z.string(), z.string().min(1)).optional(),
        short: z.string().nullable(),
        licence: z.string().min(1),
      }),
    )
    .min(1),
  command: z.string(),
  pictures: z.array(pictureSchema).min(1),
});

export type RawGround = z.infer<typeof groundSchema>;
