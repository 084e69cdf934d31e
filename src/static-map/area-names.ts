import type { AreaNameInput, PlacedLabel } from '../annotations/place-labels.ts';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import { textWidth } from '../i18n/text-metrics.ts';
import type { MarkContext, Tone } from '../story/mark.ts';
import { typeStyle } from '../story/type-scale.ts';
import { holds } from './ground-tone.ts';
import type { MapBase, NamedArea } from './map-base.ts';

const COLUMNS = 18;
const ROWS = 14;
const MARGIN_PX = 14;
const HALF_HEIGHT_PX = 11;
/** Points round a name, in halves of its size. */
const FRAME = [-1, -0.5, 0, 0.5, 1].flatMap((across) => [-1, 1].map((down) => [across, down] as const));
/** Nearer than this the home country is what everything in view belongs to; its name on a corner would seem to deny it. */
const COUNTRY_METRES_PER_PIXEL = 300;

interface Spot {
  readonly point: ScreenPoint;
  readonly lngLat: LngLat;
}

function grid(room: Box, context: MarkContext): readonly Spot[] {
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const point: ScreenPoint = [
      room.left + ((room.right - room.left) * ((index % COLUMNS) + 0.5)) / COLUMNS,
      room.top + ((room.bottom - room.top) * (Math.floor(index / COLUMNS) + 0.5)) / ROWS,
    ];
    return { point, lngLat: unproject(context.restProjection, point) };
  });
}

/** Whether a spot is the area's own plain ground: a name in a tinted region would seem to name the region. */
function isGroundOf(area: NamedArea, lngLat: LngLat, tone: Tone): boolean {
  if (area.kind === 'water') return tone === 'sea';
  return (tone === 'land' || tone === 'abroad') && holds(area.polygons, lngLat);
}

const inside = ([x, y]: ScreenPoint, room: Box): boolean =>
  x >= room.left && x <= room.right && y >= room.top && y <= room.bottom;

/** Pixels from a name of this length, set at the spot, to the nearest thing that is not its area. */
function clearance({ point: [x, y] }: Spot, others: readonly Spot[], room: Box, halfWidth: number): number {
  const apart = others.map(({ point }) => {
    const [dx, dy] = [Math.max(0, Math.abs(point[0] - x) - halfWidth), Math.abs(point[1] - y)];
    return Math.hypot(dx, dy);
  });
  const edges = [x - halfWidth - room.left, room.right - x - halfWidth, y - room.top, room.bottom - y];
  return Math.min(...apart, ...edges);
}

function roomiest(
  area: NamedArea,
  spots: readonly (Spot & { readonly tone: Tone })[],
  room: Box,
  halfWidth: number,
  isClear: (spot: Spot) => boolean,
): LngLat | null {
  const [own, others] = [
    spots.filter(({ lngLat, tone }) => isGroundOf(area, lngLat, tone)),
    spots.filter(({ lngLat, tone }) => !isGroundOf(area, lngLat, tone)),
  ];
  let best: { readonly lngLat: LngLat; readonly clear: number } | null = null;
  for (const spot of own) {
    const clear = clearance(spot, others, room, halfWidth);
    if (clear >= MARGIN_PX && clear > (best?.clear ?? 0) && isClear(spot)) best = { lngLat: spot.lngLat, clear };
  }
  return best?.lngLat ?? null;
}

function mayMove(area: NamedArea, waters: number, homeCountry: string, { restProjection }: MarkContext): boolean {
  if (area.kind === 'water') return waters === 1;
  return area.a3 !== homeCountry || restProjection.metresPerPixel > COUNTRY_METRES_PER_PIXEL;
}

/**
 * Where the names of countries and waters stand on a section's resting map: at the place the basemap gives where that is
 * in view on plain ground, else in the roomiest part of what is in view.
 */
export function areaNamesInView(
  base: MapBase,
  homeCountry: string,
  room: Box,
  context: MarkContext,
): readonly AreaNameInput[] {
  const toneAt = (lngLat: LngLat): Tone => context.groundAt?.(lngLat) ?? 'land';
  const spots = grid(room, context).map((spot) => ({ ...spot, tone: toneAt(spot.lngLat) }));
  const waters = base.areas.filter(({ kind }) => kind === 'water').length;
  return base.areas.flatMap((area) => {
    const name = area.names[context.locale] ?? '';
    const style = typeStyle(area.kind, context.sizeClass);
    const halfWidth = textWidth(area.kind === 'country' ? name.toLocaleUpperCase(context.locale) : name, style) / 2;
    const [x, y] = context.restProjection.project(area.lngLat);
    const fits = inside([x - halfWidth, y], room) && inside([x + halfWidth, y], room);
    const isClear = ({ point: [cx, cy] }: Pick<Spot, 'point'>): boolean =>
      FRAME.every(([across, down]) => {
        const at = unproject(context.restProjection, [cx + across * (halfWidth + 6), cy + down * HALF_HEIGHT_PX]);
        return isGroundOf(area, at, toneAt(at));
      });
    if (fits && isClear({ point: [x, y] })) return [area];
    if (!mayMove(area, waters, homeCountry, context)) return [];
    const lngLat = roomiest(area, spots, room, halfWidth, isClear);
    return lngLat ? [{ ...area, lngLat }] : [];
  });
}

/** Whether the whole of a placed name lies on what it names; names of towns may stand anywhere. */
export function isOnItsGround(label: PlacedLabel, base: MapBase, context: MarkContext): boolean {
  const area = base.areas.find(({ id }) => id === label.id);
  const [box] = label.boxes;
  if (label.rank !== null || !area || !box) return true;
  const y = (box.top + box.bottom) / 2;
  return [0, 0.25, 0.5, 0.75, 1].every((share) => {
    const at = unproject(context.restProjection, [box.left + share * (box.right - box.left), y]);
    return isGroundOf(area, at, context.groundAt?.(at) ?? 'land');
  });
}
