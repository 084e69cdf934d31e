import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** One layer as a topology of its own, at full precision. */
export type LayerTopology<P extends object> = Topology<{ layer: GeometryCollection<P> }>;

export function layerTopology<P extends object>(features: readonly Feature<Geometry, P>[]): LayerTopology<P> {
  const layer: FeatureCollection<Geometry, P> = { type: 'FeatureCollection', features: [...features] };
  return topology({ layer }) as unknown as LayerTopology<P>;
}
