import { areaOf, boundaryOf, LINE, POLYGON, placeOf, streetOf, waterLineOf, wayOf } from './kinds.ts';
import { always, type Schema } from './schema.ts';

/** https://shortbread-tiles.org/schema/1.0/ */
export const SHORTBREAD: Schema = {
  name: 'Shortbread',
  kindField: () => 'kind',
  layers: {
    streets: (kind, { tunnel, rail }, type) => (type !== LINE || (rail === true && tunnel === true) ? [] : wayOf(kind)),
    street_labels: (kind, _, type) => (type === LINE ? streetOf(kind) : []),
    buildings: always('buildings', POLYGON),
    ocean: always('water', POLYGON),
    water_polygons: (kind, _, type) => (type === POLYGON && kind !== 'glacier' ? [{ layer: 'water', rank: 1 }] : []),
    water_lines: (kind, _, type) => (type === LINE ? waterLineOf(kind) : []),
    land: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    sites: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    boundaries: (_, { admin_level: level, maritime }, type) =>
      type === LINE && maritime !== true ? boundaryOf(Number(level)) : [],
    place_labels: (kind) => placeOf(kind),
  },
  unused: [
    ...['water_polygons_labels', 'water_lines_labels', 'dam_lines', 'dam_polygons', 'pier_lines', 'pier_polygons'],
    ...[
      'boundary_labels',
      'addresses',
      'street_polygons',
      'streets_polygons_labels',
      'street_labels_points',
      'bridges',
    ],
    ...['ferries', 'aerialways', 'public_transport', 'pois', 'streets_low', 'streets_med'],
  ],
  marks: ['streets', 'street_labels', 'water_polygons', 'water_lines', 'place_labels', 'land'],
};
