import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS, type TestedScreen, viewportOf } from '../content/lint/scenes/tested-screens.ts';
import { seenBox } from '../geo/camera/seen-box.ts';
import type { LngLatBounds } from '../geo/lng-lat.ts';
import { toWorld } from '../geo/mercator.ts';
import { type Ground, type GroundPicture, RELIEF } from '../story/ground/ground.ts';
import { picturesFor } from '../story/ground/pictures-for.ts';
import type { Section } from '../story/story.ts';

/** Less than this nobody misses: of the width of the screen. */
const SLACK = 0.02;

function holds({ seen: [west, south, east, north] }: GroundPicture, box: LngLatBounds): boolean {
  const [left, top] = toWorld([west, north]);
  const [right, bottom] = toWorld([east, south]);
  const slack = SLACK * (box[2] - box[0]);
  return box[0] >= left - slack && box[2] <= right + slack && box[1] >= top - slack && box[3] <= bottom + slack;
}

function isBeside({ timeline, dir }: SceneCheck, section: Section, screen: TestedScreen, ground: Ground): boolean {
  const viewport = viewportOf(screen, dir);
  const { camera } = timeline.stop(section.index, viewport);
  const own = picturesFor(ground, section.id, viewport).find(({ screens }) => screens !== 'any');
  return own === undefined || !holds(own, seenBox(camera, viewport));
}

/** Sections that look beside the picture that was cut for them. */
export function checkGroundPictures(check: SceneCheck): readonly Problem[] {
  const { grounds = {}, sections } = check.story;
  return sections.flatMap((section) => {
    const { show = null, after = null, relief = 0 } = section.layers.ground ?? {};
    return [show, after, relief > 0 ? RELIEF : null].flatMap((name) => {
      const ground = grounds[name ?? ''];
      if (name === null || ground === undefined) return [];
      const screens = TESTED_SCREENS.filter((screen) => isBeside(check, section, screen, ground));
      if (screens.length === 0) return [];
      const isCut = ground.pictures.some((picture) => picture.sections.includes(section.id));
      const found = { name, screens: screenWords(screens), isCut, command: ground.command };
      return [buildProblem('PictureOutsideCut', frameWhere(check, section), found)];
    });
  });
}
