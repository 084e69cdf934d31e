import { BOUNDARIES } from './boundaries.ts';
import { landLayers, SEA, VEILS } from './land.ts';
import type { MapLayer } from './layer.ts';
import { ROADS } from './roads.ts';
import { WATER } from './water.ts';

/**
 * The cartography: every layer of the map in drawing order.
 * @param regions ids of the regions a story may tint
 */
export function mapLayers(regions: readonly string[]): readonly MapLayer[] {
  return [SEA, ...landLayers(regions), ...WATER, ...BOUNDARIES, ...ROADS, ...VEILS];
}
