import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Area, area, ringsOf } from '../geometry/rings.ts';

export interface RegionProperties {
  readonly id: string;
  readonly a3: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * By the source's own name of a region: what to call it, and another id where the source's is wrong; null for what is
 * no region of the country's own, such as a buffer zone.
 */
export type RegionTable = Readonly<
  Record<string, { readonly id?: string; readonly names: Readonly<Record<string, string>> } | null>
>;

interface SourceProperties {
  readonly name: string | null;
}

/** First-level regions of one country, corrected by a table made by hand. Regions without a name are left out, as are those it rules out. */
export function readRegions(topo: Topology, a3: string, table: RegionTable): Area<RegionProperties>[] {
  const object = Object.values(topo.objects)[0] as GeometryCollection<SourceProperties>;
  const taken = new Set<string>();
  return feature(topo, object).features.flatMap(({ id, geometry, properties }) => {
    if (!geometry || !properties.name) return [];
    const known = table[properties.name];
    if (known === null) return [];
    const wanted = known?.id ?? String(id);
    const unique = taken.has(wanted) ? `${wanted}-${taken.size}` : wanted;
    taken.add(unique);
    const names = known?.names ?? { en: properties.name };
    return [area(ringsOf(geometry as Polygon | MultiPolygon), { id: unique, a3, names })];
  });
}
