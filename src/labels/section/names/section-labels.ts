import { namesOf } from '../../../annotations/placing.ts';
import { contains } from '../../../geo/bounds.ts';
import { distanceKm } from '../../../geo/lines/along-line.ts';
import type { Box, LngLat, LngLatBounds, Projection } from '../../../geo/lng-lat.ts';
import { scaleAt } from '../../../geo/mercator.ts';
import { polygonsContain } from '../../../geo/point-in-polygons.ts';
import { emphasisOf } from '../../../story/layers.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Frame, Story } from '../../../story/story.ts';
import type { Stop } from '../../../story/timeline.ts';
import type { RestContext } from '../../rest-context.ts';
import type { PlaceLabelsInput, TownInput } from '../../towns/place-labels.ts';
import type { MapBase } from '../map-base.ts';
import { areaNamesInView } from './area-names.ts';
import { roomBeyond } from './room-beyond.ts';
import type { SectionNames } from './section-names.ts';

/** Towns of the basemap this near to its edge are left out: the map fades away there, and their names would end in nothing. */
const EDGE_PX = 40;
/** But of a map that is small on the screen no more than this share of its extent on each side. */
const EDGE_SHARE = 0.05;
const METRES_PER_DEGREE = 111_195;

/** Where towns of the basemap may be named. */
function insideEdge([west, south, east, north]: LngLatBounds, { metresPerPixel }: Projection): LngLatBounds {
  const up = (EDGE_PX * metresPerPixel) / METRES_PER_DEGREE;
  const across = up / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [dx, dy] = [Math.min(across, (east - west) * EDGE_SHARE), Math.min(up, (north - south) * EDGE_SHARE)];
  return [west + dx, south + dy, east - dx, north - dy];
}

/** From farther away than this only places the section asks for keep a name of the smallest rank. */
const SMALL_TOWNS_METRES_PER_PIXEL = 220;

/** From farther away than this only the regions a section tints are named. */
const REGIONS_METRES_PER_PIXEL = 400;

/** A tilted map shows far ground so much smaller that names crowd there: by rank, the least scale that has room for them. */
const MIN_SCALE = { 1: 0.5, 2: 0.65, 3: 0.75 } as const;

/** From afar a tinted region is one thing: its name stands for its towns. */
function townsInView(
  base: MapBase,
  { section }: Stop,
  { projection, places }: RestContext,
  focus: string | null,
): readonly TownInput[] {
  const { metresPerPixel } = projection;
  const inside = insideEdge(base.bounds, projection);
  const asked = new Set([...section.frame.keepVisible, ...(section.frame.places ?? []), focus]);
  const towns = base.towns.filter(
    ({ id, rank, lngLat }) =>
      (id in places || contains(inside, lngLat)) && (asked.has(id) || scaleAt(projection, lngLat) >= MIN_SCALE[rank]),
  );
  if (metresPerPixel < SMALL_TOWNS_METRES_PER_PIXEL) return towns;
  const far = metresPerPixel > REGIONS_METRES_PER_PIXEL;
  const isTinted = (lngLat: LngLat): boolean =>
    section.layers.tints.some(
      ({ region }) => region in base.regionNames && polygonsContain(base.atlas.area(region) ?? [], lngLat),
    );
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

/** Nearer than this, where streets are shown, no region or country is what one looks at. */
const CLOSE_ZOOM = 13;

/** A place of the detail this near to one of the story is the same, and the story's name wins. */
const SAME_PLACE_KM = 0.15;

function ownPlaces({ places }: SectionNames, { places: told, projection }: RestContext): readonly TownInput[] {
  const spots = Object.values(told).map(({ lngLat }) => lngLat);
  return places.filter(
    ({ lngLat, rank }) =>
      scaleAt(projection, lngLat) >= MIN_SCALE[rank] && spots.every((spot) => distanceKm(spot, lngLat) > SAME_PLACE_KM),
  );
}

/** Towns of the basemap without those that the detail names too, nearer to where they are. */
function withoutDouble(towns: readonly TownInput[], { places }: SectionNames, { places: told }: Story) {
  const texts = new Set(places.flatMap(({ names }) => Object.values(names)));
  return towns.filter(({ id, names }) => id in told || !Object.values(names).some((name) => texts.has(name)));
}

/** Places whose names a section cannot do without: those its author says, and the one that it looks at alone. */
function wantedIn({ keepVisible, places }: Frame): ReadonlySet<string> {
  return new Set([...keepVisible, ...(places?.length === 1 ? places : [])]);
}

export type LabelInput = Omit<PlaceLabelsInput, 'hidden'>;

/** What a section's names are placed from. */
export function labelInput(
  story: Story,
  base: MapBase,
  names: SectionNames,
  stop: Stop,
  viewport: Viewport,
  context: RestContext,
): LabelInput {
  const isClose = stop.section.layers.detail !== undefined && stop.camera.zoom >= CLOSE_ZOOM;
  const roomPx = roomBeyond(stop.layout, viewport);
  const { freeBox } = stop.layout;
  const room: Box = {
    left: freeBox.left - roomPx.left,
    right: freeBox.right + roomPx.right,
    top: freeBox.top - roomPx.top,
    bottom: freeBox.bottom + roomPx.bottom,
  };
  return {
    towns: [
      ...withoutDouble(townsInView(base, stop, context, story.focus), names, story),
      ...ownPlaces(names, context),
    ],
    areaNames: areaNamesInView(
      base,
      story.homeCountry,
      room,
      context,
      isClose ? [] : namedRegions(base, stop, context),
    ),
    focus: story.focus,
    wanted: wantedIn(stop.section.frame),
    secondLocale: base.secondLocale,
    otherLocales: base.otherLocales,
    roomPx,
  };
}
