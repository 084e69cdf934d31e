import { unwrapPoint } from '../../../geo/antimeridian.ts';
import { containsPoint } from '../../../geo/boxes.ts';
import type { Box, LngLat, ScreenPoint } from '../../../geo/lng-lat.ts';
import { unproject } from '../../../geo/mercator.ts';
import { polygonsContain } from '../../../geo/point-in-polygons.ts';
import type { Tone } from '../../../marks/mark.ts';
import { textWidth } from '../../../typography/text-metrics.ts';
import { typeStyle } from '../../../typography/type-scale.ts';
import type { AreaNameInput, PlacedLabel } from '../../placed-label.ts';
import type { RestContext } from '../../rest-context.ts';
import type { MapBase, NamedArea } from '../map-base.ts';

const COLUMNS = 18;
const ROWS = 14;
const MARGIN_PX = 14;
const HALF_HEIGHT_PX = 11;
/** Points round a name, in halves of its size. */
const FRAME = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].flatMap((across) =>
  [-1, 0, 1].map((down) => [across, down] as const),
);
/** Nearer than this the home country is what everything in view belongs to; its name on a corner would seem to deny it. */
const COUNTRY_METRES_PER_PIXEL = 300;

interface Spot {
  readonly point: ScreenPoint;
  readonly lngLat: LngLat;
}

function grid(room: Box, context: RestContext): readonly Spot[] {
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const point: ScreenPoint = [
      room.left + ((room.right - room.left) * ((index % COLUMNS) + 0.5)) / COLUMNS,
      room.top + ((room.bottom - room.top) * (Math.floor(index / COLUMNS) + 0.5)) / ROWS,
    ];
    return { point, lngLat: unproject(context.projection, point) };
  });
}

/** Whether a spot is the area's own plain background: a name in a tinted region would seem to name the region. */
function isBackgroundOf(area: NamedArea, lngLat: LngLat, tone: Tone): boolean {
  if (area.kind === 'water') return tone === 'sea';
  const isInside = (): boolean => polygonsContain(area.polygons, unwrapPoint(lngLat, area.lngLat[0]));
  if (area.kind === 'region') return tone !== 'sea' && tone !== 'soft' && isInside();
  return (tone === 'land' || tone === 'abroad') && isInside();
}

/**
 * Pixels from a name of this length, set at the spot, to the nearest thing that is not its area; where that is no more than
 * `enough`, whatever was found first.
 */
function clearance(
  { point: [x, y] }: Spot,
  others: readonly Spot[],
  room: Box,
  halfWidth: number,
  enough: number,
): number {
  let clear = Math.min(x - halfWidth - room.left, room.right - x - halfWidth, y - room.top, room.bottom - y);
  for (const { point } of others) {
    if (clear <= enough) break;
    const [dx, dy] = [Math.max(0, Math.abs(point[0] - x) - halfWidth), Math.abs(point[1] - y)];
    clear = Math.min(clear, Math.hypot(dx, dy));
  }
  return clear;
}

function roomiest(
  area: NamedArea,
  spots: readonly (Spot & { readonly tone: Tone })[],
  room: Box,
  halfWidth: number,
  isClear: (spot: Spot) => boolean,
): LngLat | null {
  const [own, others] = [
    spots.filter(({ lngLat, tone }) => isBackgroundOf(area, lngLat, tone)),
    spots.filter(({ lngLat, tone }) => !isBackgroundOf(area, lngLat, tone)),
  ];
  let best: { readonly lngLat: LngLat; readonly clear: number } | null = null;
  for (const spot of own) {
    const clear = clearance(spot, others, room, halfWidth, best?.clear ?? 0);
    if (clear >= MARGIN_PX && clear > (best?.clear ?? 0) && isClear(spot)) best = { lngLat: spot.lngLat, clear };
  }
  return best?.lngLat ?? null;
}

function mayMove(area: NamedArea, waters: number, homeCountry: string, { projection }: RestContext): boolean {
  if (area.kind === 'region') return true;
  if (area.kind === 'water') return waters === 1;
  return area.a3 !== homeCountry || projection.metresPerPixel > COUNTRY_METRES_PER_PIXEL;
}

interface Shape {
  readonly broken: boolean;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A name in one line; of a water, else each word in a line of its own. */
function shapesOf(area: NamedArea, context: RestContext): readonly Shape[] {
  const name = area.names[context.locale] ?? '';
  const style = typeStyle(area.kind, context.sizeClass);
  const written = area.kind === 'water' ? name : name.toLocaleUpperCase(context.locale);
  const words = written.split(' ');
  const half = (text: string): number => textWidth(text, style) / 2;
  const line = { broken: false, halfWidth: half(written), halfHeight: HALF_HEIGHT_PX };
  if (area.kind !== 'water' || words.length === 1) return [line];
  return [
    line,
    { broken: true, halfWidth: Math.max(...words.map(half)), halfHeight: (style.lineHeight * words.length) / 2 },
  ];
}

const toneAt = (lngLat: LngLat, { background }: RestContext): Tone => background.at(lngLat);

function clearTest(area: NamedArea, shape: Shape, context: RestContext) {
  return ({ point: [x, y] }: Pick<Spot, 'point'>): boolean =>
    FRAME.every(([across, down]) => {
      const at = unproject(context.projection, [x + across * (shape.halfWidth + 6), y + down * shape.halfHeight]);
      return isBackgroundOf(area, at, toneAt(at, context));
    });
}

const REGION = 'region:';

function regionArea(id: string, base: MapBase): readonly NamedArea[] {
  const polygons = base.atlas.area(id) ?? [];
  const names = base.regionNames[id];
  const first = polygons[0]?.[0]?.[0];
  if (names === undefined || first === undefined) return [];
  return [{ id: `${REGION}${id}`, kind: 'region', names, lngLat: [first[0], first[1]], a3: null, polygons }];
}

/** Where the name of an area stands and in how many lines, or null where it finds no room. */
function placeOf(
  area: NamedArea,
  canMove: boolean,
  spots: readonly (Spot & { readonly tone: Tone })[],
  room: Box,
  context: RestContext,
): AreaNameInput | null {
  for (const shape of shapesOf(area, context)) {
    const isClear = clearTest(area, shape, context);
    const [x, y] = context.projection.project(area.lngLat);
    const fits = [-1, 1].every((side) => containsPoint(room, [x + side * shape.halfWidth, y]));
    const given = { ...area, broken: shape.broken };
    if (area.kind !== 'region' && fits && isClear({ point: [x, y] })) return given;
    if (!canMove) continue;
    const lngLat = roomiest(area, spots, room, shape.halfWidth, isClear);
    if (lngLat) return { ...given, lngLat };
  }
  return null;
}

/**
 * Where the names of countries, waters and regions stand on a section's resting map: at the place the basemap gives where
 * that is in view on plain background, else in the roomiest part of what is in view. A spot at a step.
 */
export function areaNamesInView(
  base: MapBase,
  homeCountry: string,
  room: Box,
  context: RestContext,
  regionIds: readonly string[] = [],
): readonly AreaNameInput[] {
  const spots: (Spot & { readonly tone: Tone })[] = [];
  for (const spot of grid(room, context)) {
    spots.push({ ...spot, tone: toneAt(spot.lngLat, context) });
  }
  const waters = base.areas.filter(({ kind }) => kind === 'water').length;
  const regions = regionIds.flatMap((id) => regionArea(id, base));
  const named: AreaNameInput[] = [];
  for (const area of [...base.areas, ...regions]) {
    const place = placeOf(area, mayMove(area, waters, homeCountry, context), spots, room, context);
    if (place) named.push(place);
  }
  return named;
}

/** Whether the whole of a placed name lies on what it names; names of towns may stand anywhere. */
export function isOnItsArea(label: PlacedLabel, base: MapBase, context: RestContext): boolean {
  const area = base.areas.find(({ id }) => id === label.id) ?? regionArea(label.id.replace(REGION, ''), base)[0];
  const [box] = label.boxes;
  if (label.rank !== null || !area || !box) return true;
  const y = (box.top + box.bottom) / 2;
  return [0, 0.25, 0.5, 0.75, 1].every((share) => {
    const at = unproject(context.projection, [box.left + share * (box.right - box.left), y]);
    return isBackgroundOf(area, at, toneAt(at, context));
  });
}
