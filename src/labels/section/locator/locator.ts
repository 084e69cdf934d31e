import { boxAround, middleOf } from '../../../geo/boxes.ts';
import { PLACE_ZOOM } from '../../../geo/camera/zoom-limits.ts';
import type { Box, Projection, ScreenPoint } from '../../../geo/lng-lat.ts';
import { createProjection, unproject } from '../../../geo/mercator.ts';
import { type Polygons, polygonsContain } from '../../../geo/point-in-polygons.ts';
import type { Mark } from '../../../marks/mark.ts';
import { solveFrame } from '../../../story/camera/framing.ts';
import type { Section } from '../../../story/story.ts';
import type { Collisions } from '../../collisions.ts';
import type { RestContext } from '../../rest-context.ts';
import type { MapBase } from '../map-base.ts';
import { smallMap } from './small-map.ts';

const SIZE = { width: 152, height: 158 } as const;
const EDGE_PX = 16;
const SQUARE_PX = 10;
/** The region takes this much of the inset's height, so that a little of its surroundings is seen. */
const REGION_SHARE = 0.42;
const REGION_OPACITY = 0.5;
/** Only where the free part of the screen is large enough to spare the room. */
const MIN_FREE = { width: 520, height: 420 } as const;

export interface Locator {
  readonly box: Box;
  readonly marks: readonly Mark[];
}

/** The region that is all there is to see, if one is: then the reader cannot tell where in the country this is. */
function regionAround({ layers }: Section, base: MapBase, { freeBox, projection }: RestContext): string | null {
  const { left, right, top, bottom } = freeBox;
  const points: readonly ScreenPoint[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const ends = points.map((point) => unproject(projection, point));
  const found = layers.tints.find(({ region, opacity }) => {
    const area = base.atlas.area(region) ?? [];
    return opacity > 0.5 && ends.every((end) => polygonsContain(area, end));
  });
  return found?.region ?? null;
}

/** Bottom corners first, the far one before the one at the text. */
function cornerBoxes({ left, right, top, bottom }: Box, dir: 'ltr' | 'rtl'): readonly Box[] {
  const columns = [right - EDGE_PX - SIZE.width, left + EDGE_PX];
  const ordered = dir === 'ltr' ? columns : columns.toReversed();
  return [bottom - EDGE_PX - SIZE.height, top + EDGE_PX].flatMap((y) =>
    ordered.map((x) => ({ left: x, top: y, right: x + SIZE.width, bottom: y + SIZE.height })),
  );
}

/** The inset's own view, in the coordinates of the whole screen. */
function insetProjection(box: Box, region: Polygons, { width, height }: Projection): Projection {
  const half = (SIZE.height * REGION_SHARE) / 2;
  const room = { left: 0, right: 0, top: 0, bottom: 0 };
  const points = region.flat(2).map((lngLat) => ({ lngLat, room }));
  const viewport = { width, height, dir: 'ltr', embed: false } as const;
  const camera = solveFrame(
    { points, zoom: null, nearest: PLACE_ZOOM, pitch: 0, bearing: 0 },
    viewport,
    boxAround(middleOf(box), half),
  );
  return createProjection(camera, width, height);
}

function insetMarks(box: Box, region: string, base: MapBase, context: RestContext): readonly Mark[] {
  const area = base.atlas.area(region) ?? [];
  const projection = insetProjection(box, area, context.projection);
  const seen = unproject(context.projection, middleOf(context.freeBox));
  const [x, y] = projection.project(seen);
  const square = { x: x - SQUARE_PX / 2, y: y - SQUARE_PX / 2, width: SQUARE_PX, height: SQUARE_PX };
  const text = base.regionNames[region]?.[context.locale] ?? '';
  const name = { type: 'text', x, y: y - SQUARE_PX - 2, text, role: 'small', tone: 'ink', anchor: 'middle' } as const;
  return [
    ...smallMap(box, [{ shape: area, tone: 'soft', opacity: REGION_OPACITY }], base, projection),
    { type: 'rect', key: 'locator:frame', x: box.left, y: box.top, ...SIZE, stroke: 'ink-2', strokeWidth: 1 },
    { type: 'rect', key: 'locator:square', ...square, stroke: 'ink', strokeWidth: 1.3 },
    { ...name, key: 'locator:name' },
  ];
}

/** A small map of where the screen is, for a section whose screen one region fills; null where none is needed or fits. */
export function placeLocator(
  section: Section,
  base: MapBase,
  context: RestContext,
  collisions: Collisions,
): Locator | null {
  const { freeBox, dir } = context;
  if (freeBox.right - freeBox.left < MIN_FREE.width || freeBox.bottom - freeBox.top < MIN_FREE.height) return null;
  const region = regionAround(section, base, context);
  const box =
    region === null ? undefined : cornerBoxes(freeBox, dir).find((corner) => collisions.isFree(corner, freeBox));
  return region === null || box === undefined ? null : { box, marks: insetMarks(box, region, base, context) };
}
