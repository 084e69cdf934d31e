import { clipLine, clipRing } from '../../../geo/clip-to-box.ts';
import { simplifyLine } from '../../../geo/lines/simplify-line.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../../../geo/lng-lat.ts';
import type { Polygons } from '../../../geo/point-in-polygons.ts';
import type { Mark, Tone } from '../../../marks/mark.ts';
import { pathOf, projectLine } from '../../../marks/screen-path.ts';
import type { MapBase } from '../map-base.ts';

export interface SmallRegion {
  readonly shape: Polygons;
  readonly tone: Tone;
  readonly opacity: number;
}

/** Finer than this no outline is seen on a map of a hand's width. */
const TOLERANCE_PX = 0.4;

/** Ground, regions and borders as marks that need no shared drawing; nothing else has room to be read. */
export function smallMap(
  box: Box,
  regions: readonly SmallRegion[],
  base: MapBase,
  projection: Projection,
): readonly Mark[] {
  const onScreen = (line: readonly LngLat[]): readonly ScreenPoint[] => projectLine(line, projection);
  const fine = (line: readonly ScreenPoint[]): readonly ScreenPoint[] => simplifyLine(line, TOLERANCE_PX);
  const fill = (name: string, shape: Polygons, tone: Tone, fillOpacity = 1): Mark => {
    const rings = shape
      .flat()
      .map((ring) => clipRing(onScreen(ring), box))
      .filter((ring) => ring.length > 2);
    return { type: 'path', key: `locator:${name}`, d: pathOf(rings.map(fine), true), fill: tone, fillOpacity };
  };
  const borders = base.borders.flatMap((line) => clipLine(onScreen(line), box)).map(fine);
  const size = { width: box.right - box.left, height: box.bottom - box.top };
  return [
    { type: 'rect', key: 'locator:sea', x: box.left, y: box.top, ...size, fill: 'sea' },
    fill('home', base.land.home, 'land'),
    ...regions.map(({ shape, tone, opacity }, index) => fill(`region:${index}`, shape, tone, opacity)),
    fill('abroad', base.land.abroad, 'abroad'),
    { type: 'path', key: 'locator:borders', d: pathOf(borders), stroke: 'ink-3', strokeWidth: 0.8 },
  ];
}
