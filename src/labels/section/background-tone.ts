import type { LngLat } from '../../geo/lng-lat.ts';
import { type Polygons, polygonsContain } from '../../geo/point-in-polygons.ts';
import type { Tone } from '../../marks/mark.ts';
import type { Atlas } from '../../story/atlas.ts';
import { isOwn } from '../../story/shapes/own-name.ts';
import type { Layers } from '../../story/story.ts';

/** Land of a basemap, told apart as the map paints it. */
export interface LandShapes {
  readonly home: Polygons;
  readonly abroad: Polygons;
}

const VISIBLE = 0.4;

/** Colour of the background at a place: a name's halo in it cannot be seen. */
export function backgroundToneAt(lngLat: LngLat, layers: Layers, land: LandShapes, atlas: Atlas): Tone {
  const tint = layers.tints.find(
    ({ region, opacity }) => opacity > VISIBLE && polygonsContain(atlas.area(region) ?? [], lngLat),
  );
  const isHome = polygonsContain(land.home, lngLat);
  // A region's tint ends where the country does; the story's own areas go on.
  if (tint && (isHome || isOwn(tint.region))) return tint.tone === 'past' ? 'tint-past' : 'tint';
  if (isHome) return 'land';
  return polygonsContain(land.abroad, lngLat) ? 'abroad' : 'sea';
}
