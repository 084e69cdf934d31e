import { z } from 'astro/zod';
import { textSchema } from './documents.ts';

const position = z.array(z.number()).min(2, { error: '[longitude, latitude] in degrees' });

const GEOMETRIES = {
  Point: position,
  MultiPoint: z.array(position),
  LineString: z.array(position).min(2),
  MultiLineString: z.array(z.array(position).min(2)),
  Polygon: z.array(z.array(position).min(4)).min(1),
  MultiPolygon: z.array(z.array(z.array(position).min(4)).min(1)).min(1),
} as const;

const geometrySchema = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('Point'), coordinates: GEOMETRIES.Point }),
    z.object({ type: z.literal('MultiPoint'), coordinates: GEOMETRIES.MultiPoint }),
    z.object({ type: z.literal('LineString'), coordinates: GEOMETRIES.LineString }),
    z.object({ type: z.literal('MultiLineString'), coordinates: GEOMETRIES.MultiLineString }),
    z.object({ type: z.literal('Polygon'), coordinates: GEOMETRIES.Polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: GEOMETRIES.MultiPolygon }),
  ],
  { error: `a geometry of type ${Object.keys(GEOMETRIES).join(', ')}` },
);

/** `data/*.geojson`. Source and licence are judged apart, so that they get an error of their own. */
export const dataSchema = z.looseObject({
  type: z.literal('FeatureCollection', { error: 'a FeatureCollection' }),
  source: textSchema.optional(),
  licence: z.string().optional(),
  schematic: z.boolean().default(false),
  features: z
    .array(
      z.looseObject({
        type: z.literal('Feature', { error: 'a Feature' }),
        id: z.union([z.string(), z.number()], { error: 'an id: annotations refer to it' }),
        geometry: geometrySchema,
      }),
    )
    .min(1, { error: 'at least one feature' }),
});

export type RawData = z.infer<typeof dataSchema>;

type ParsedData = ReturnType<typeof dataSchema.safeParse>;

const parsedData = new WeakMap<object, ParsedData>();

/** Parses what a data file holds; the same object is parsed once, since every check and every language asks for it. */
export function parseData(data: unknown): ParsedData {
  if (data === null || typeof data !== 'object') return dataSchema.safeParse(data);
  const parsed = parsedData.get(data) ?? dataSchema.safeParse(data);
  parsedData.set(data, parsed);
  return parsed;
}
