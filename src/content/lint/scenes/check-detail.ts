import { createProjection } from '../../../geo/mercator.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from './scene-check.ts';
import { TESTED_SCREENS, viewportOf } from './tested-screens.ts';

const METRES_PER_DEGREE = 111195;
/** A bend this wide that is not there is seen to be missing. */
const MAX_PIXELS = 24;
/** Rounding to the map's grid leaves some bends smaller than the rule that kept them. */
const QUANTILE = 0.2;
/** A map of fewer bends than this does not tell how it was made. */
const ENOUGH_BENDS = 100;

type Point = readonly [number, number];

/** Side in metres of the triangle a vertex makes with its neighbours: Visvalingam's measure of a bend. */
function bendMetres([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  const degrees = Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
  return Math.sqrt(degrees * METRES_PER_DEGREE ** 2 * Math.cos((by * Math.PI) / 180));
}

/** Size in metres of the smallest bends a basemap has kept: what `--detail` was when it was made, or near it. */
export function detailOf({ regions }: MapIndex): number {
  const rings = Object.values(regions).flat(2);
  const bends = rings.flatMap((ring) =>
    ring.slice(1, -1).map((point, index) => bendMetres(ring[index] ?? point, point, ring[index + 2] ?? point)),
  );
  if (bends.length < ENOUGH_BENDS) return 0;
  bends.sort((a, b) => a - b);
  return bends[Math.floor(bends.length * QUANTILE)] ?? 0;
}

/** Frames so near that the map under them has less to show than the screen could. */
export function checkDetail(check: SceneCheck): readonly Problem[] {
  const { story, timeline, mapIndex, dir } = check;
  const detail = detailOf(mapIndex);
  return story.sections.flatMap((section, index) => {
    const pixels = TESTED_SCREENS.map((screen) => {
      const { camera } = timeline.stop(index, viewportOf(screen, dir));
      return detail / createProjection(camera, screen.width, screen.height).metresPerPixel;
    });
    const widest = Math.round(Math.max(...pixels));
    if (widest <= MAX_PIXELS || section.layers.emphasis.map === 0) return [];
    const found = { basemap: mapIndex.name, detailMetres: Number(detail.toPrecision(2)), pixels: widest };
    return [buildProblem('CoarseBasemap', frameWhere(check, section), found)];
  });
}
