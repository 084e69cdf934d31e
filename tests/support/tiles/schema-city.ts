import type { CityFeature } from './city.ts';

export type SchemaName = 'protomaps' | 'openmaptiles' | 'shortbread';
type Properties = Readonly<Record<string, string | number | boolean>>;

/** Where a feature stands in a schema. */
export interface Told {
  readonly layer: string;
  readonly properties: Properties;
}

const PROTOMAPS_ROADS: Readonly<Record<string, string>> = {
  ...{ primary: 'major_road', secondary: 'major_road', tertiary: 'major_road', residential: 'minor_road' },
  ...{ service: 'minor_road', footway: 'path', rail: 'rail' },
};

function protomaps({ what, kind, names }: CityFeature): readonly Told[] {
  if (what === 'way')
    return [{ layer: 'roads', properties: { kind: PROTOMAPS_ROADS[kind] ?? 'other', kind_detail: kind, ...names } }];
  if (what === 'building') return [{ layer: 'buildings', properties: { kind: 'building', height: 9 } }];
  if (what === 'water' || what === 'water-line') return [{ layer: 'water', properties: { kind, ...names } }];
  if (what === 'area') return [{ layer: 'landuse', properties: { kind } }];
  if (what === 'boundary') return [{ layer: 'boundaries', properties: { kind: 'locality' } }];
  const isTown = kind === 'town';
  const detail = { kind: isTown ? 'locality' : 'neighbourhood', kind_detail: kind };
  return [{ layer: 'places', properties: { ...detail, ...names } }];
}

const OPENMAPTILES_ROADS: Readonly<Record<string, string>> = { residential: 'minor', footway: 'path' };

function openmaptiles({ what, kind, names }: CityFeature): readonly Told[] {
  if (what === 'way') {
    const road = { class: OPENMAPTILES_ROADS[kind] ?? kind };
    return [
      { layer: 'transportation', properties: road },
      { layer: 'transportation_name', properties: { ...road, ...names } },
    ];
  }
  if (what === 'building') return [{ layer: 'building', properties: { render_height: 9 } }];
  if (what === 'water') return [{ layer: 'water', properties: { class: kind } }];
  if (what === 'water-line') return [{ layer: 'waterway', properties: { class: kind, ...names } }];
  if (kind === 'forest') return [{ layer: 'landcover', properties: { class: 'wood' } }];
  if (kind === 'park') return [{ layer: 'park', properties: { class: 'public_park' } }];
  if (what === 'area') return [{ layer: 'landuse', properties: { class: kind } }];
  if (what === 'boundary') return [{ layer: 'boundary', properties: { admin_level: Number(kind), maritime: 0 } }];
  return [{ layer: 'place', properties: { class: kind, rank: 5, ...names } }];
}

const underscored = (names: Properties): Properties =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key.replace(':', '_'), name]));

function shortbread({ what, kind, names }: CityFeature): readonly Told[] {
  if (what === 'way')
    return [
      { layer: 'streets', properties: { kind, rail: kind === 'rail' } },
      { layer: 'street_labels', properties: { kind, ...underscored(names) } },
    ];
  if (what === 'building') return [{ layer: 'buildings', properties: {} }];
  if (what === 'water') return [{ layer: 'water_polygons', properties: { kind } }];
  if (what === 'water-line') return [{ layer: 'water_lines', properties: { kind } }];
  if (what === 'area') return [{ layer: 'land', properties: { kind } }];
  if (what === 'boundary') return [{ layer: 'boundaries', properties: { admin_level: Number(kind) } }];
  return [{ layer: 'place_labels', properties: { kind, ...underscored(names) } }];
}

export const TELLERS: Readonly<Record<SchemaName, (feature: CityFeature) => readonly Told[]>> = {
  protomaps,
  openmaptiles,
  shortbread,
};
