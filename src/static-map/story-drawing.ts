import type { Basemap } from '../basemap/basemap.ts';
import type { LngLat, LngLatBounds } from '../geo/lng-lat.ts';
import type { Frame, Story } from '../story/story.ts';
import { tintedRegions } from '../story/tinted-regions.ts';
import { type BasemapDrawing, drawBasemap } from './basemap-drawing.ts';

/** Wider frames than this are seen from so far that coarse lines look the same. */
const CLOSE_DEGREES = 2;
const AROUND_PLACE_DEGREES = 0.3;

const around = ([lng, lat]: LngLat): LngLatBounds => [
  lng - AROUND_PLACE_DEGREES,
  lat - AROUND_PLACE_DEGREES,
  lng + AROUND_PLACE_DEGREES,
  lat + AROUND_PLACE_DEGREES,
];

function closeFrames({ places, center, bounds }: Frame, story: Story): readonly LngLatBounds[] {
  const points = [...(places ?? []).map((id) => story.places[id]?.lngLat ?? null), center];
  const boxes = points.flatMap((point) => (point ? [around(point)] : []));
  return bounds && bounds[2] - bounds[0] <= CLOSE_DEGREES ? [...boxes, bounds] : boxes;
}

/** The part of the map that some section looks at closely. */
export function closeBounds(story: Story): LngLatBounds {
  const boxes = story.sections.flatMap(({ frame }) => closeFrames(frame, story));
  if (boxes.length === 0) return story.bounds;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

/** The drawing all static maps of a story share. */
export function drawStoryBasemap(basemap: Basemap, story: Story): BasemapDrawing {
  return drawBasemap(basemap, story.homeCountry, { regions: tintedRegions(story), detail: closeBounds(story) });
}
