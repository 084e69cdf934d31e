import { z } from 'astro/zod';
import { isoDateSchema, lngLatSchema } from './documents.ts';

const share = z.number().min(0).max(1);
const span = z.tuple([share, share], { error: 'two shares of the route from 0 to 1' });
const words = z.string().default('');
const heading = z.strictObject({ bearingDegrees: z.number(), lengthKm: z.number().positive() });

const base = {
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'small letters, digits and hyphens' })
    .optional(),
  draw: z
    .tuple([share, share], { error: 'two shares of the section from 0 to 1' })
    .refine(([from, to]) => from <= to, { error: '[from, to] with from ≤ to' })
    .default([0.15, 0.42]),
};

const oneOf = (names: readonly string[]) => (value: object) =>
  names.filter((name) => (value as Record<string, unknown>)[name] !== undefined).length === 1;

const alongRoute = { route: z.string(), span: span.optional(), between: z.tuple([z.string(), z.string()]).optional() };

const callout = z
  .strictObject({
    ...base,
    kind: z.literal('callout'),
    place: z.string().optional(),
    at: lngLatSchema.optional(),
    route: z.string().optional(),
    along: share.optional(),
    head: z.string(),
    body: words,
    side: z.enum(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']).nullable().default(null),
  })
  .refine(oneOf(['place', 'at', 'route']), { error: 'exactly one of place, at, or route with along' });

const timelinePeriod = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema,
  fact: z.string(),
  label: words,
  body: words,
});

/** The fields of each kind of annotation. */
export const ANNOTATION_SCHEMAS = {
  callout,
  ring: z.strictObject({
    ...base,
    kind: z.literal('ring'),
    place: z.string(),
    radiusKm: z.number().positive(),
    feather: z.enum(['none', 'inward']).default('none'),
    label: z.string(),
    head: words,
    body: words,
  }),
  region: z.strictObject({
    ...base,
    kind: z.literal('region'),
    region: z.string(),
    label: z.string(),
    at: lngLatSchema.nullable().default(null),
  }),
  route: z.strictObject({
    ...base,
    kind: z.literal('route'),
    ...alongRoute,
    style: z.enum(['road', 'person', 'earlier']).default('road'),
    label: words,
  }),
  flow: z.strictObject({ ...base, kind: z.literal('flow'), ...alongRoute, label: words }),
  strands: z.strictObject({
    ...base,
    kind: z.literal('strands'),
    from: z.string(),
    stem: heading,
    headings: z.array(heading).min(1),
  }),
  area: z.strictObject({ ...base, kind: z.literal('area'), area: z.string() }),
  dots: z.strictObject({
    ...base,
    kind: z.literal('dots'),
    fact: z.string(),
    per: z.number().positive(),
    from: z.string(),
    via: z.array(z.string()).default([]),
    within: z.string(),
    reachKm: z.number().positive().nullable().default(null),
    label: z.string(),
    body: words,
  }),
  inventory: z.strictObject({
    ...base,
    kind: z.literal('inventory'),
    items: z.array(z.strictObject({ drawing: z.string(), label: z.string() })).min(1),
  }),
  timeline: z.strictObject({
    ...base,
    kind: z.literal('timeline'),
    overview: z.tuple([isoDateSchema, isoDateSchema]),
    detail: z.tuple([isoDateSchema, isoDateSchema]),
    events: z.array(z.strictObject({ id: z.string(), date: isoDateSchema, head: z.string(), body: words })).min(1),
    period: timelinePeriod.nullable().default(null),
  }),
  share: z.strictObject({
    ...base,
    kind: z.literal('share'),
    part: z.number().positive(),
    whole: z.number().positive(),
    exactness: z.enum(['exact', 'more-than', 'nearly']).default('exact'),
    partLabel: z.string(),
    wholeLabel: z.string(),
  }),
  'struck-list': z.strictObject({
    ...base,
    kind: z.literal('struck-list'),
    place: z.string(),
    items: z.array(z.strictObject({ label: z.string(), note: words, struck: share.default(1) })).min(1),
  }),
  'scale-bar': z.strictObject({ ...base, kind: z.literal('scale-bar') }),
} as const;

type Schemas = typeof ANNOTATION_SCHEMAS;

/** An annotation as the author writes it, with its defaults filled in. */
export type RawAnnotation = { [K in keyof Schemas]: z.infer<Schemas[K]> }[keyof Schemas];

export const ANNOTATION_KINDS = Object.keys(ANNOTATION_SCHEMAS) as readonly (keyof Schemas)[];

export function isAnnotationKind(kind: string): kind is keyof Schemas {
  return Object.hasOwn(ANNOTATION_SCHEMAS, kind);
}
