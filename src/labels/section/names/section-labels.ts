import { namesOf } from '../../../annotations/placing.ts';
import { contains } from '../../../geo/bounds.ts';
import type { Box, LngLat } from '../../../geo/lng-lat.ts';
import { scaleAt } from '../../../geo/mercator.ts';
import { polygonsContain } from '../../../geo/point-in-polygons.ts';
import { emphasisOf } from '../../../story/layers.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Story } from '../../../story/story.ts';
import type { Stop } from '../../../story/timeline.ts';
import type { RestContext } from '../../rest-context.ts';
import type { PlaceLabelsInput, TownInput } from '../../towns/place-labels.ts';
import type { MapBase } from '../map-base.ts';
import { areaNamesInView } from './area-names.ts';
import { roomBeyond } from './room-beyond.ts';

/** Names of a basemap's own towns keep so far from its edge, which fades out; on a small map a share of its height. */
const EDGE = { degrees: 0.2, share: 0.04 } as const;

/** From farther away than this only places the section asks for keep a name of the smallest rank. */
const SMALL_TOWNS_METRES_PER_PIXEL = 220;

/** From farther away than this only the regions a section tints are named. */
const REGIONS_METRES_PER_PIXEL = 400;

/** A tilted map shows far ground so much smaller that names crowd there: by rank, the least scale that has room for them. */
const LEAST_SCALE = { 1: 0.5, 2: 0.65, 3: 0.75 } as const;

/** From afar a tinted region is one thing: its name stands for its towns. */
function townsInView(
  base: MapBase,
  { section }: Stop,
  { projection }: RestContext,
  { places, focus }: Story,
): readonly TownInput[] {
  const { metresPerPixel } = projection;
  const [west, south, east, north] = base.bounds;
  const edge = Math.min(EDGE.degrees, EDGE.share * Math.min(east - west, north - south));
  const asked = new Set([...section.frame.keepVisible, focus]);
  const towns = base.towns.filter(
    ({ id, rank, lngLat }) =>
      (id in places || contains(base.bounds, lngLat, edge)) &&
      (asked.has(id) || scaleAt(projection, lngLat) >= LEAST_SCALE[rank]),
  );
  if (metresPerPixel < SMALL_TOWNS_METRES_PER_PIXEL) return towns;
  const far = metresPerPixel > REGIONS_METRES_PER_PIXEL;
  const isTinted = (lngLat: LngLat): boolean =>
    section.layers.tints.some(({ region }) => polygonsContain(base.atlas.area(region) ?? [], lngLat));
  return towns.filter(({ id, rank, lngLat }) => asked.has(id) || (rank < 3 && !(far && isTinted(lngLat))));
}

/**
 * Regions named where their lines are shown, those that are tinted first; not those an annotation names, and few on a
 * small screen.
 */
function namedRegions(base: MapBase, { section }: Stop, context: RestContext): readonly string[] {
  const { projection, sizeClass } = context;
  const far = projection.metresPerPixel > REGIONS_METRES_PER_PIXEL;
  if (emphasisOf(section.layers, 'regions') < 0.5 || (sizeClass === 'phone' && !far)) return [];
  const told = section.annotations.flatMap((one) => namesOf(one, context));
  const tinted = section.layers.tints.map(({ region }) => region);
  const all = [...new Set([...tinted, ...(far ? [] : Object.keys(base.regionNames))])];
  return all.filter((id) => !told.includes(id));
}

export type LabelInput = Omit<PlaceLabelsInput, 'hidden'>;

/** What a section's names are placed from. */
export function labelInput(
  story: Story,
  base: MapBase,
  stop: Stop,
  viewport: Viewport,
  context: RestContext,
): LabelInput {
  const roomPx = roomBeyond(stop.layout, viewport);
  const { freeBox } = stop.layout;
  const room: Box = {
    left: freeBox.left - roomPx.left,
    right: freeBox.right + roomPx.right,
    top: freeBox.top - roomPx.top,
    bottom: freeBox.bottom + roomPx.bottom,
  };
  return {
    towns: townsInView(base, stop, context, story),
    areaNames: areaNamesInView(base, story.homeCountry, room, context, namedRegions(base, stop, context)),
    focus: story.focus,
    wanted: new Set(stop.section.frame.keepVisible),
    secondLocale: base.secondLocale,
    roomPx,
  };
}
