import { z } from 'astro/zod';

/** What a text field holds, so that references can be checked and words translated. */
export type FieldRole =
  | 'place'
  | 'fact'
  | 'area'
  | 'region'
  | 'route'
  | 'drawing'
  | 'media'
  | 'table'
  | 'column'
  | 'entry'
  | 'words';

// A kind of a story's own may come with a copy of this module: what is said of its fields is kept where Zod keeps it.
const roles = z.globalRegistry as z.core.$ZodRegistry<{ readonly role: FieldRole }>;

const named = (role: FieldRole) => z.string().register(roles, { role });

/** The role of a field's schema, or null. */
export const roleOf = (schema: z.core.$ZodType): FieldRole | null => roles.get(schema)?.role ?? null;

/** Fields that name something of the story. */
export const ref = {
  /** Id of a place of the gazetteer. */
  place: () => named('place'),
  fact: () => named('fact'),
  /** `data/<file>#<feature>`, or a region of the basemap. */
  area: () => named('area'),
  /** Id of an admin-1 region of the basemap, or the story's own area. */
  region: () => named('region'),
  /** `data/<file>[#<feature>]`, or `basemap:<ref>`. */
  route: () => named('route'),
  /** Name of a line drawing. */
  drawing: () => named('drawing'),
  /** Name of a file in `media/`. */
  media: () => named('media'),
  /** `data/<file>.csv`, `.tsv` or `.xlsx`. */
  table: () => named('table'),
  /** A column of the annotation's table. */
  column: () => named('column'),
  /** What stands in a cell of it: a name, a number, an ISO date. */
  entry: () => text().register(roles, { role: 'entry' }),
};

/** A text; YAML takes a year alone for a number. */
export const text = (inner = z.string()) =>
  z.preprocess((found) => (typeof found === 'number' ? String(found) : found), inner);

/** Words for the reader, which a translation says in its own language. */
export const words = () => text().register(roles, { role: 'words' });
/** The same where they may be missing. */
export const optionalWords = () => words().default('');

export const share = () => z.number().min(0).max(1);

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a calendar has the day: `2019-02-31` is written well and is none. */
const isDay = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDate() === Number(date.slice(-2));

export const isoDate = () =>
  z
    .string()
    .refine((date) => ISO_DATE.test(date), {
      params: { problem: 'DateNotIso' },
      error: 'an ISO date such as 2019-12-27',
      abort: true,
    })
    .refine(isDay, { params: { problem: 'NoSuchDate' }, error: 'a day of the calendar' });

export const lngLat = () => z.tuple([z.number(), z.number()], { error: '[longitude, latitude] in degrees' });
