import { membersOf } from '../files/story-files.ts';
import { GEOMETRY_TYPES } from './exact-geometry.ts';

/** What a file is in place of a FeatureCollection, and how to make one of it. */
export interface OtherForm {
  readonly detail: string;
  readonly cure: string;
}

const COLLECTION = '{"type": "FeatureCollection", "source": "…", "licence": "…", "features": [';

/** @returns null for a FeatureCollection and for what nobody knows */
export function otherForm(data: unknown): OtherForm | null {
  const { type, elements, geometryType, features } = membersOf(data);
  if (type === 'Feature') {
    return { detail: 'it is one Feature by itself', cure: `Put \`${COLLECTION}\` before it and \`]}\` behind it.` };
  }
  if (GEOMETRY_TYPES.includes(String(type))) {
    const start = `${COLLECTION}{"type": "Feature", "properties": {}, "geometry": `;
    return { detail: `it is a ${type} by itself`, cure: `Put \`${start}\` before it and \`}]}\` behind it.` };
  }
  if (type === 'Topology') {
    return { detail: 'it is TopoJSON', cure: 'Give the file the ending `.topojson`.' };
  }
  if (type === 'umap') {
    return { detail: 'it is the backup of a uMap', cure: 'Choose GeoJSON under “Share and download” in uMap.' };
  }
  if (Array.isArray(elements)) {
    return { detail: 'it is an answer of Overpass', cure: 'Export it as GeoJSON from overpass-turbo.eu.' };
  }
  if (type === undefined && (geometryType !== undefined || Array.isArray(features))) {
    const cure =
      'Save it once more as GeoJSON: `f=geojson` in its address, or `ogr2ogr -f GeoJSON out.geojson in.json`.';
    return { detail: 'it says nowhere that it is a FeatureCollection, as the JSON of ArcGIS does not', cure };
  }
  if (Array.isArray(data)) {
    return { detail: 'it is a list', cure: `Put \`${COLLECTION.slice(0, -1)}\` before it and \`}\` behind it.` };
  }
  return null;
}
