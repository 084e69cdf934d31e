import { areaOf, boundaryOf, LINE, POLYGON, placeOf, streetOf, waterLineOf, wayOf } from './kinds.ts';
import type { Schema } from './schema.ts';

const ADMIN_LEVELS: Readonly<Record<string, number>> = { country: 2, region: 4, county: 6, locality: 8 };

/** What `kind_detail` says is finer, where it is known. */
const finest = <T>(read: (kind: string) => T | null, detail: unknown, kind: string): T | null =>
  read(String(detail ?? '')) ?? read(kind);

/** https://docs.protomaps.com/basemaps/layers */
export const PROTOMAPS: Schema = {
  name: 'Protomaps 4',
  kindField: () => 'kind',
  layers: {
    roads(kind, { kind_detail: detail, is_tunnel: isTunnel }, type) {
      if (type !== LINE) return [];
      const way = finest(wayOf, kind === 'path' || kind === 'rail' ? kind : detail, kind);
      if (way === null || (isTunnel === true && kind === 'rail')) return way && [];
      return [...way, ...streetOf(wayOf(String(detail ?? '')) ? String(detail) : kind)];
    },
    buildings: (kind, _, type) => (type === POLYGON && kind === 'building' ? [{ layer: 'buildings', rank: 1 }] : []),
    water: (kind, _, type) =>
      type === POLYGON ? [{ layer: 'water', rank: 1 }] : type === LINE ? waterLineOf(kind) : [],
    landuse: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    landcover: (kind, _, type) => (type === POLYGON ? areaOf(kind) : []),
    boundaries: (kind, _, type) => (type === LINE ? boundaryOf(ADMIN_LEVELS[kind] ?? 0) : []),
    places: (kind, { kind_detail: detail }) => finest(placeOf, detail, kind),
    transit: (kind, _, type) => (type === LINE ? wayOf(kind) : []),
  },
  unused: ['earth', 'pois', 'mask'],
  marks: ['roads', 'earth', 'landuse', 'buildings', 'boundaries', 'places'],
};
