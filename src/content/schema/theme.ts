import { z } from 'astro/zod';
import { SCRIPT_BLOCKS, type Script } from '../../theme/scripts.ts';
import { PAINT_TOKENS } from '../../theme/tokens.ts';
import { TEXT_ROLES } from '../../theme/type-roles.ts';

/** The palettes of a theme by the names its file gives them. */
export const PALETTE_NAMES = ['light', 'dark', 'dusk', 'night', 'print', 'contrast', 'contrast-dark'] as const;
export type PaletteName = (typeof PALETTE_NAMES)[number];

/** Tokens as a theme's file names them: what the program calls `red` is there the accent, whatever colour it has. */
export const COLOUR_NAMES = PAINT_TOKENS.map((token) => (token === 'red' ? 'accent' : token));

const COLOUR = 'a colour such as `"#A63A22"`, in quotation marks';

/** Of `hatch` the alpha may be given, too. */
const colourSchema = z.string({ error: COLOUR }).regex(/^#[0-9a-f]{6}([0-9a-f]{2})?$/i, { error: COLOUR });

const opaqueSchema = z.string({ error: COLOUR }).regex(/^#[0-9a-f]{6}$/i, { error: COLOUR });

/** Some colours of a palette; the others are derived. */
const overridesSchema = z
  .strictObject(
    Object.fromEntries(
      COLOUR_NAMES.map((name) => [name, (name === 'hatch' ? colourSchema : opaqueSchema).optional()] as const),
    ),
  )
  .default({});

/** What all palettes are derived from. */
const seedsShape = {
  paper: opaqueSchema,
  ink: opaqueSchema,
  accent: opaqueSchema,
  land: opaqueSchema,
  water: opaqueSchema,
  tint: opaqueSchema.optional(),
};

export const coloursSchema = z.strictObject({
  ...seedsShape,
  ...Object.fromEntries(PALETTE_NAMES.map((name) => [name, overridesSchema] as const)),
  /** Ramps of data layers by name, each from one colour; the first is that of layers which name none. */
  ramps: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'a name in small letters' }), opaqueSchema)
    .default({}),
  /** Text of the page over a map at dusk or by night. */
  darkened: z
    .strictObject({ 'ink-2': opaqueSchema.optional(), 'ink-3': opaqueSchema.optional(), rule: opaqueSchema.optional() })
    .default({}),
});

/** Screens whose type has sizes of its own, each inheriting from the one before, and paper. */
export const PAGE_SCREENS = ['desktop', 'tablet', 'landscape', 'phone', 'print'] as const;
export const MAP_SCREENS = ['desktop', 'phone', 'embed'] as const;
export const PAGE_ROLES = [
  'title',
  'standfirst',
  'heading',
  'bare-heading',
  'quote',
  'body',
  'numeral',
  'numeral-words',
  'bar',
  'kicker',
  'sources',
  'attribution',
] as const;

/** Written into a style sheet: a length or a calculation with lengths, and nothing that ends the declaration. */
const lengthSchema = z.string().regex(/^[\w\s.,%()*+/-]*\d[\w\s.,%()*+/-]*$/, {
  error: 'a CSS length in quotation marks, such as `"1.25rem"` or `"min(4rem, 9vw)"`',
});

const pageSizesSchema = z
  .strictObject(
    Object.fromEntries(
      PAGE_SCREENS.map((screen) => [
        screen,
        z
          .strictObject(
            Object.fromEntries(
              PAGE_ROLES.map((role) => [
                role,
                z.strictObject({ size: lengthSchema.optional(), line: lengthSchema.optional() }).optional(),
              ]),
            ),
          )
          .default({}),
      ]),
    ),
  )
  .prefault({});

const mapStyleSchema = z.strictObject({
  size: z.number().min(8).max(300),
  line: z.number().min(8).max(400),
  weight: z.number().min(100).max(900),
  tracking: z.number().min(-0.1).max(1).default(0),
  italic: z.boolean().default(false),
});

const mapSizesSchema = z
  .strictObject(
    Object.fromEntries(
      MAP_SCREENS.map((screen) => [
        screen,
        z.strictObject(Object.fromEntries(TEXT_ROLES.map((role) => [role, mapStyleSchema.optional()]))).default({}),
      ]),
    ),
  )
  .prefault({});

const subsetSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'a part of a Fontsource package such as `latin-ext`' });

const fontFileSchema = z.strictObject({
  file: z.string().regex(/^[^/\\]+\.woff2$/, { error: "the name of a .woff2 file in the theme's folder" }),
  weight: z
    .union([z.number().min(1).max(1000), z.tuple([z.number(), z.number()])], {
      error: 'a weight such as 400, or the ends of the axis such as [400, 700]',
    })
    .default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
});

/** Letters of one family, from a Fontsource package or from files that lie beside the theme. */
const typefaceSchema = z
  .strictObject({
    package: z
      .string()
      .regex(/^@fontsource(-variable)?\/[a-z0-9-]+$/, {
        error: 'a Fontsource package such as `@fontsource-variable/newsreader`',
      })
      .optional(),
    italic: z
      .string()
      .regex(/^@fontsource(-variable)?\/[a-z0-9-]+$/, {
        error: 'a Fontsource package such as `@fontsource/newsreader`',
      })
      .optional(),
    /** Where one weight is enough, such as for names beside those of another script. */
    regular: z
      .string()
      .regex(/^@fontsource(-variable)?\/[a-z0-9-]+$/, {
        error: 'a Fontsource package such as `@fontsource/noto-naskh-arabic`',
      })
      .optional(),
    subsets: z.array(subsetSchema).min(1).optional(),
    files: z.array(fontFileSchema).min(1).optional(),
    licence: z.string().optional(),
    generic: z.enum(['serif', 'sans-serif', 'monospace'], { error: '`serif`, `sans-serif` or `monospace`' }),
  })
  .refine(({ package: name, files }) => (name === undefined) !== (files === undefined), {
    error: 'either a `package` or `files`',
  })
  .refine(({ files, licence }) => files === undefined || licence !== undefined, {
    path: ['licence'],
    error: 'the licence of the files such as `OFL-1.1`',
  });

export const FACE_ROLES = ['text', 'display', 'names', 'figures'] as const;
export type FaceRole = (typeof FACE_ROLES)[number];

/** Which family sets a script. */
const roleSchema = z
  .strictObject(
    Object.fromEntries((Object.keys(SCRIPT_BLOCKS) as Script[]).map((script) => [script, z.string().optional()])),
  )
  .optional();

const typeSchema = z.strictObject({
  /** Factor of the sizes of running text and of names; titles and great numerals are as large as the screen allows. */
  scale: z.number().min(0.8).max(1.6).default(1),
  typefaces: z.record(z.string(), typefaceSchema).default({}),
  ...Object.fromEntries(FACE_ROLES.map((role) => [role, roleSchema])),
  page: pageSizesSchema,
  'page-arab': pageSizesSchema,
  map: mapSizesSchema,
});

const pixels = z.number().min(0).max(48);

const shapeSchema = z.strictObject({
  /** Corners of cards, dialogs and buttons, in CSS px. */
  radius: pixels.default(0),
  /** Hairlines around and between things. */
  rule: z.number().min(0).max(8).default(1),
  card: z.enum(['ruled', 'plain', 'raised'], { error: '`ruled`, `plain` or `raised`' }).default('ruled'),
});

/** `theme.yaml` */
export const themeSchema = z.strictObject({
  extends: z.string().optional(),
  colours: coloursSchema,
  type: typeSchema.prefault({}),
  shape: shapeSchema.prefault({}),
});
export type ThemeFile = z.infer<typeof themeSchema>;
