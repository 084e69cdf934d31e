import { toWorld, worldSize } from '../../../geo/mercator.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Travel } from '../../../story/timeline.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from './scene-check.ts';
import { screenWords, TESTED_SCREENS, viewportOf } from './tested-screens.ts';

const STEPS = 48;
/** Length of a journey the eye can still follow, as van Wijk and Nuij measure it: root mean of pans and zooms. */
const MAX_LENGTH = 4;
/** Their ρ, which weighs zooming against panning. */
const RHO = Math.SQRT2;

/** How far the picture moves: half diagonals of the screen passed, with zooming counted as moving. */
export function travelLength({ cameraAt }: Travel, { width, height }: Viewport): number {
  const half = Math.hypot(width, height) / 2;
  let length = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    const [from, to] = [cameraAt((step - 1) / STEPS), cameraAt(step / STEPS)];
    const [[x1, y1], [x2, y2]] = [toWorld(from.center), toWorld(to.center)];
    const pan = (Math.hypot(x2 - x1, y2 - y1) * worldSize((from.zoom + to.zoom) / 2)) / half;
    length += Math.hypot(pan, ((to.zoom - from.zoom) * Math.LN2) / RHO);
  }
  return length;
}

const rounded = (value: number): number => Number(value.toPrecision(2));

/** Degrees of the globe between the two ends, and zoom levels on the way out and in again. */
function sizeOf({ from, to, cameraAt }: Travel) {
  const zooms = Array.from({ length: STEPS + 1 }, (_, step) => cameraAt(step / STEPS).zoom);
  const out = Math.max(0, from.camera.zoom - Math.min(...zooms));
  const inwards = to.camera.zoom - Math.min(...zooms);
  const [[west, south], [east, north]] = [from.camera.center, to.camera.center];
  return { degrees: rounded(Math.hypot(east - west, north - south)), levels: rounded(out + inwards) };
}

/** Journeys scrubbed by the scroll that pass too much of the map in too little of it. */
export function checkTravel(check: SceneCheck): readonly Problem[] {
  const { story, timeline, dir } = check;
  return story.sections.slice(0, -1).flatMap((_, index) => {
    const next = story.sections[index + 1];
    if (next === undefined || next.travel === 'cut') return [];
    const racing = TESTED_SCREENS.filter((screen) => {
      const viewport = viewportOf(screen, dir);
      return travelLength(timeline.travel(index, viewport), viewport) > MAX_LENGTH * (next.travelShare ?? 1);
    });
    const [worst] = racing;
    if (worst === undefined) return [];
    const found = { ...sizeOf(timeline.travel(index, viewportOf(worst, dir))), screens: screenWords(racing) };
    return [buildProblem('RacingTravel', frameWhere(check, next), found)];
  });
}
