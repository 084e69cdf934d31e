import type { Camera } from '../../../geo/lng-lat.ts';
import { createProjection } from '../../../geo/mercator.ts';
import { frameFor, nearestZoomIn, resolveFrame, solveFrame } from '../../../story/camera/framing.ts';
import type { Section } from '../../../story/story.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from './scene-check.ts';
import { screenWords, TESTED_SCREENS, type TestedScreen, viewportOf } from './tested-screens.ts';

/** Nearer than any limit. */
const NO_LIMIT = 24;
/** Less than this nobody sees. */
const ZOOM_STEP = 0.1;

interface Nearness {
  readonly screen: TestedScreen;
  readonly askedZoom: number;
  readonly zoom: number;
  /** Width of the ground beside the text, in kilometres. */
  readonly askedKm: number;
  readonly shownKm: number;
}

function nearnessOn({ story, timeline, dir }: SceneCheck, section: Section, screen: TestedScreen): Nearness {
  const viewport = viewportOf(screen, dir);
  const { camera, layout } = timeline.stop(section.index, viewport);
  const frame = frameFor(section, viewport);
  const limit = frame.zoom === null ? NO_LIMIT : frame.zoom;
  const resolved = resolveFrame(story, frame, Math.max(limit, nearestZoomIn(story, section, frame)));
  const asked = solveFrame(resolved, viewport, layout.freeBox);
  const widthKm = (one: Camera): number => {
    const { metresPerPixel } = createProjection(one, viewport.width, viewport.height);
    return (metresPerPixel * (layout.freeBox.right - layout.freeBox.left)) / 1000;
  };
  return { screen, askedZoom: asked.zoom, zoom: camera.zoom, askedKm: widthKm(asked), shownKm: widthKm(camera) };
}

const rounded = (value: number): number => Number(value.toPrecision(2));

/** Frames that ask for ground nearer than the camera comes. */
export function checkNearness(check: SceneCheck): readonly Problem[] {
  const { story, mapIndex } = check;
  return story.sections.flatMap((section) => {
    const far = TESTED_SCREENS.map((screen) => nearnessOn(check, section, screen)).filter(
      ({ askedZoom, zoom }) => askedZoom > zoom + ZOOM_STEP,
    );
    const [worst] = far.toSorted((a, b) => b.askedZoom - b.zoom - (a.askedZoom - a.zoom));
    if (worst === undefined) return [];
    const found = {
      askedKm: rounded(worst.askedKm),
      shownKm: rounded(worst.shownKm),
      zoom: Math.round(worst.zoom * 10) / 10,
      basemap: mapIndex.name,
      screens: screenWords(far.map(({ screen }) => screen)),
    };
    return [buildProblem('FrameTooNear', frameWhere(check, section), found)];
  });
}
