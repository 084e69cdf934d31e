import { GroundRefusal } from '../archive/archive.ts';
import { OPENMAPTILES } from './openmaptiles.ts';
import { PROTOMAPS } from './protomaps.ts';
import type { Schema } from './schema.ts';
import { SHORTBREAD } from './shortbread.ts';

const SCHEMAS: readonly Schema[] = [PROTOMAPS, OPENMAPTILES, SHORTBREAD];
/** One layer of a name may be anybody's. */
const ENOUGH_MARKS = 2;

/**
 * The schema that most of the layers' names belong to.
 * @param layers ids of the layers the tiles have
 * @throws GroundRefusal
 */
export function detectSchema(layers: readonly string[], file: string): Schema {
  const has = new Set(layers);
  const scored = SCHEMAS.map((schema) => ({ schema, marks: schema.marks.filter((mark) => has.has(mark)).length }));
  const [best] = scored.sort((a, b) => b.marks - a.marks);
  if (best !== undefined && best.marks >= ENOUGH_MARKS) return best.schema;
  const found = layers.length === 0 ? 'no layers' : `the layers ${layers.slice(0, 12).join(', ')}`;
  throw new GroundRefusal(
    `${file} is laid out in none of the ways that are known: ${SCHEMAS.map(({ name }) => name).join(', ')}. It has ${found}. Download or make an extract in one of these schemas.`,
  );
}

/** Layers of an archive that its schema does not tell of. */
export const unknownLayers = (layers: readonly string[], { layers: known, unused }: Schema): readonly string[] =>
  layers.filter((layer) => !(layer in known) && !unused.includes(layer));
