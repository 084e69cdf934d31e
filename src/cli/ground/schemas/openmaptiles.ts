import { areaOf, boundaryOf, LINE, POLYGON, placeOf, streetOf, waterLineOf, wayOf } from './kinds.ts';
import { always, type Schema } from './schema.ts';

const isTunnel = (value: unknown): boolean => value === 'tunnel';

/** https://openmaptiles.org/schema/ */
export const OPENMAPTILES: Schema = {
  name: 'OpenMapTiles',
  kindField: () => 'class',
  layers: {
    transportation(kind, { brunnel }, type) {
      if (type !== LINE) return [];
      return isTunnel(brunnel) && (kind === 'rail' || kind === 'transit') ? [] : wayOf(kind);
    },
    transportation_name: (kind, _, type) => (type === LINE ? streetOf(kind) : []),
    building: always('buildings', POLYGON),
    water: always('water', POLYGON),
    waterway: (kind, _, type) => (type === LINE ? waterLineOf(kind) : []),
    landuse: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    landcover: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    park: always('parks', POLYGON),
    boundary: (_, { admin_level: level, maritime }, type) =>
      type === LINE && !Number(maritime ?? 0) ? boundaryOf(Number(level)) : [],
    place: (kind) => placeOf(kind),
  },
  unused: ['aerodrome_label', 'aeroway', 'housenumber', 'mountain_peak', 'poi', 'water_name', 'globallandcover'],
  marks: ['transportation', 'transportation_name', 'building', 'waterway', 'boundary', 'place'],
};
