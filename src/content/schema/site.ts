import { z } from 'astro/zod';
import { isWebAddress } from '../files/web-address.ts';
import { languageSchema, textSchema } from './documents.ts';

const addressSchema = z.string().refine(isWebAddress, { error: 'a whole address such as `https://example.org/`' });

/** A file of `public/`, as pages name it. */
const pictureSchema = (endings: string) =>
  z.string().regex(new RegExp(`^/(?!/)[^\\s"<>]+\\.(${endings.replaceAll(', ', '|')})$`), {
    error: `the path of a file of \`public/\`, from \`/\` on (${endings})`,
  });

const logoSchema = z.strictObject({
  light: pictureSchema('svg, png, webp'),
  /** On dark grounds; the light one where there is none. */
  dark: pictureSchema('svg, png, webp').optional(),
  /** What stands on it, in words. */
  alt: textSchema,
});

const linkSchema = z.strictObject({ text: textSchema, url: addressSchema });

/** An address to write to, or a page with a form. */
const contactSchema = z.string().refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || isWebAddress(text), {
  error: 'an address of mail such as `corrections@example.org`, or of a page that begins with https://',
});

/** `content/site.yaml`: whose site this is. All of it may be left out. */
export const siteSchema = z.strictObject({
  name: textSchema.optional(),
  description: textSchema.optional(),
  /** Where the publisher is at home. */
  home: addressSchema.optional(),
  theme: z.string().optional(),
  logo: logoSchema.optional(),
  handle: z
    .string()
    .regex(/^@\w{1,30}$/, { error: 'a handle in quotation marks such as `"@example"`' })
    .optional(),
  republication: z.strictObject({ text: textSchema, licence: z.string().min(1).optional() }).optional(),
  links: z.array(linkSchema).default([]),
  picture: z.strictObject({ file: pictureSchema('png, jpg, jpeg'), alt: textSchema }).optional(),
  languages: z.array(languageSchema).min(1).optional(),
  corrections: contactSchema.optional(),
  /** Whoever counts readers does it on their own server, from the events that pages send to themselves. */
  analytics: z.literal('none', { error: '`none`: pages send nothing to anybody' }).optional(),
});
export type SiteFile = z.infer<typeof siteSchema>;
