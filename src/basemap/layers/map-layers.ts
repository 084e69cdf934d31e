import { BOUNDARIES } from './boundaries.ts';
import { landLayers, SEA, VEILS } from './land.ts';
import type { LayerSlot, MapLayer, OwnLayer } from './layer.ts';
import { ROADS } from './roads.ts';
import { WATER } from './water.ts';

/** All of the basemap that is drawn over the land. */
export const LINES: readonly MapLayer[] = [...WATER, ...BOUNDARIES, ...ROADS];

/**
 * The cartography: every layer of the map in drawing order.
 * @param regions ids of the regions a story may tint
 * @param own layers of the story's own; those of one slot lie in the order given
 */
export function mapLayers(regions: readonly string[], own: readonly OwnLayer[] = []): readonly MapLayer[] {
  const at = (slot: LayerSlot) => own.filter((layer) => layer.slot === slot);
  return [SEA, ...at('base'), ...landLayers(regions), ...at('land'), ...LINES, ...at('roads'), ...VEILS];
}
