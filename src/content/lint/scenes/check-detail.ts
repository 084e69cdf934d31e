import { MISSING_BEND_PX } from '../../../geo/camera/zoom-limits.ts';
import { createProjection } from '../../../geo/mercator.ts';
import { hidesMap } from '../../../story/layers.ts';
import { detailOf } from '../../../story/shapes/map-detail.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from './scene-check.ts';
import { TESTED_SCREENS, viewportOf } from './tested-screens.ts';

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
    if (widest <= MISSING_BEND_PX || section.layers.emphasis.map === 0 || hidesMap(section.layers)) return [];
    const found = { basemap: mapIndex.name, detailMetres: Number(detail.toPrecision(2)), pixels: widest };
    return [buildProblem('CoarseBasemap', frameWhere(check, section), found)];
  });
}
