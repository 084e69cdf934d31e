import { isOwn } from '../../story/shapes/own-name.ts';
import type { FillLayer, GroundLayer, MapLayer } from './layer.ts';

export const SEA: GroundLayer = { id: 'sea', part: 'map', type: 'ground', color: 'sea', opacity: 1 };

/** One layer a region, so that a tint's strength is one number and never rebuilds geometry. */
const tint = (region: string): FillLayer => ({
  id: `tint-${region}`,
  part: 'tint',
  type: 'fill',
  source: `region-${region}`,
  region,
  color: 'tint',
  opacity: 1,
});

/**
 * Land abroad lies over the tints of regions: that cuts them to the home country, whose outline is finer than its regions'.
 * The story's own areas are tinted wherever they lie, abroad and at sea.
 */
export const landLayers = (regions: readonly string[]): readonly MapLayer[] => [
  { id: 'land-home', part: 'map', type: 'fill', source: 'land-home', color: 'land', opacity: 1 },
  ...regions.filter((region) => !isOwn(region)).map(tint),
  { id: 'land-abroad', part: 'map', type: 'fill', source: 'land-abroad', color: 'abroad', opacity: 1 },
  ...regions.filter(isOwn).map(tint),
];

/** Laid over everything: land colour under a chart, and bare paper where the map itself goes. */
export const VEILS: readonly GroundLayer[] = [
  { id: 'wash', part: 'wash', type: 'ground', color: 'land', opacity: 1 },
  { id: 'blank', part: 'map', type: 'ground', color: 'paper', opacity: 1 },
];
