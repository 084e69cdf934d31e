import type { LngLat } from '../../geo/lng-lat.ts';
import { type Polygons, polygonsContain } from '../../geo/point-in-polygons.ts';
import type { Tone } from '../../marks/mark.ts';
import type { Atlas } from '../../story/atlas.ts';
import type { Layers } from '../../story/story.ts';

/** Land of a basemap, told apart as the map paints it. */
export interface LandShapes {
  readonly home: Polygons;
  readonly abroad: Polygons;
}

const VISIBLE = 0.4;

/** The colour of the ground at a place: what a name's halo must be painted in to be unseen. */
export function backgroundToneAt(lngLat: LngLat, layers: Layers, land: LandShapes, atlas: Atlas): Tone {
  if (!polygonsContain(land.home, lngLat)) return polygonsContain(land.abroad, lngLat) ? 'abroad' : 'sea';
  const tint = layers.tints.find(
    ({ region, opacity }) => opacity > VISIBLE && polygonsContain(atlas.area(region) ?? [], lngLat),
  );
  if (!tint) return 'land';
  return tint.tone === 'past' ? 'tint-past' : 'tint';
}
