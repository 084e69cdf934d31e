import { type GeoProjection, geoMercator, geoPath } from 'd3';
import type { MultiLineString, MultiPolygon } from 'geojson';
import { boxAround, isFree } from '../annotations/occupancy.ts';
import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { Mark, MarkContext, Tone } from '../story/mark.ts';
import type { Section } from '../story/story.ts';
import { holds, type Polygons } from './ground-tone.ts';
import type { MapBase } from './map-base.ts';

const SIZE = { width: 152, height: 158 } as const;
const EDGE_PX = 16;
const SQUARE_PX = 10;
/** The region takes this much of the inset's height, so that a little of its surroundings is seen. */
const REGION_SHARE = 0.42;
const REGION_OPACITY = 0.5;
/** Only where the free part of the screen is large enough to spare the room. */
const LEAST_FREE = { width: 520, height: 420 } as const;

export interface Locator {
  readonly box: Box;
  readonly marks: readonly Mark[];
}

const polygonsOf = (polygons: Polygons): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat]))),
});

/** The region that is all there is to see, if one is: then the reader cannot tell where in the country this is. */
function regionAround({ layers }: Section, base: MapBase, { freeBox, restProjection }: MarkContext): string | null {
  const { left, right, top, bottom } = freeBox;
  const points: readonly ScreenPoint[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const ends = points.map((point) => unproject(restProjection, point));
  const found = layers.tints.find(({ region, opacity }) => {
    const area = base.atlas.area(region) ?? [];
    return opacity > 0.5 && ends.every((end) => holds(area, end));
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

const corners = ({ left, top, right, bottom }: Box): [[number, number], [number, number]] => [
  [left, top],
  [right, bottom],
];

const middleOf = ({ left, top, right, bottom }: Box): ScreenPoint => [(left + right) / 2, (top + bottom) / 2];

function insetProjection(box: Box, region: MultiPolygon): GeoProjection {
  const half = (SIZE.height * REGION_SHARE) / 2;
  const inner = boxAround(middleOf(box), half);
  return geoMercator().fitExtent(corners(inner), region).clipExtent(corners(box));
}

/** Ground, region and borders; nothing else has room to be read. */
function groundMarks(box: Box, region: MultiPolygon, base: MapBase, projection: GeoProjection): readonly Mark[] {
  const path = geoPath(projection).digits(1);
  const borders: MultiLineString = {
    type: 'MultiLineString',
    coordinates: base.borders.map((line) => line.map(([lng, lat]) => [lng, lat])),
  };
  const fill = (name: string, shape: MultiPolygon, tone: Tone, fillOpacity = 1): Mark => ({
    type: 'path',
    key: `locator:${name}`,
    d: path(shape) ?? '',
    fill: tone,
    fillOpacity,
  });
  return [
    { type: 'rect', key: 'locator:sea', x: box.left, y: box.top, ...SIZE, fill: 'sea' },
    fill('home', polygonsOf(base.land.home), 'land'),
    fill('region', region, 'soft', REGION_OPACITY),
    fill('abroad', polygonsOf(base.land.abroad), 'abroad'),
    { type: 'path', key: 'locator:borders', d: path(borders) ?? '', stroke: 'ink-3', strokeWidth: 0.8 },
    { type: 'rect', key: 'locator:frame', x: box.left, y: box.top, ...SIZE, stroke: 'ink-2', strokeWidth: 1 },
  ];
}

function insetMarks(box: Box, region: string, base: MapBase, context: MarkContext): readonly Mark[] {
  const area = polygonsOf(base.atlas.area(region) ?? []);
  const projection = insetProjection(box, area);
  const seen = unproject(context.restProjection, middleOf(context.freeBox));
  const [x, y] = projection([...seen]) ?? middleOf(box);
  const square = { x: x - SQUARE_PX / 2, y: y - SQUARE_PX / 2, width: SQUARE_PX, height: SQUARE_PX };
  const text = base.regionNames[region]?.[context.locale] ?? '';
  const name = { type: 'text', x, y: y - SQUARE_PX - 2, text, role: 'small', tone: 'ink', anchor: 'middle' } as const;
  return [
    ...groundMarks(box, area, base, projection),
    { type: 'rect', key: 'locator:square', ...square, stroke: 'ink', strokeWidth: 1.3 },
    { ...name, key: 'locator:name' },
  ];
}

/** A small map of where the screen is, for a section whose screen one region fills; null where none is needed or fits. */
export function placeLocator(section: Section, base: MapBase, context: MarkContext): Locator | null {
  const { freeBox, dir, taken } = context;
  if (freeBox.right - freeBox.left < LEAST_FREE.width || freeBox.bottom - freeBox.top < LEAST_FREE.height) return null;
  const region = regionAround(section, base, context);
  const box = region === null ? undefined : cornerBoxes(freeBox, dir).find((corner) => isFree(corner, freeBox, taken));
  return region === null || box === undefined ? null : { box, marks: insetMarks(box, region, base, context) };
}
