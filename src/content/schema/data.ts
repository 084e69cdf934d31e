import { z } from 'astro/zod';
import { type FeaturesReading, readFeatures } from '../geometry/read-features.ts';
import { textSchema } from './documents.ts';

/** `data/*.geojson` but for its features. Source and licence are judged apart, so that they get an error of their own. */
export const dataSchema = z.looseObject({
  type: z.literal('FeatureCollection', { error: 'a FeatureCollection' }),
  source: textSchema.optional(),
  licence: z.string().optional(),
  schematic: z.boolean().default(false),
  /** Name of the property that names the features. */
  id: z.string().optional(),
  features: z.array(z.unknown()).min(1, { error: 'at least one feature' }),
});

type Members = ReturnType<typeof dataSchema.safeParse>;

/** A data file as read. Its features can be drawn only where `success` says that all of it could be read. */
export interface DataReading extends FeaturesReading {
  readonly members: Members;
  readonly success: boolean;
}

function readData(data: unknown): DataReading {
  const members = dataSchema.safeParse(data);
  const reading = readFeatures(members.success ? members.data.features : [], members.data?.id);
  return { ...reading, members, success: members.success && reading.faults.size === 0 };
}

const readings = new WeakMap<object, DataReading>();

/** Reads what a data file holds; the same object is read once, since every check and every language asks for it. */
export function parseData(data: unknown): DataReading {
  if (data === null || typeof data !== 'object') return readData(data);
  const reading = readings.get(data) ?? readData(data);
  readings.set(data, reading);
  return reading;
}
