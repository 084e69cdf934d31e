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

const worldBox = ([west, south, east, north]: LngLatBounds): LngLatBounds => [
  ...toWorld([west, north]),
  ...toWorld([east, south]),
];

/** A side where the raster ended before what was asked for: however far a frame looks beyond it, there is nothing to cut. */
function endsBefore(bounds: LngLatBounds, seen: LngLatBounds, side: number): boolean {
  const [had = 0, asked = 0] = [bounds[side], seen[side]];
  const inward = side < 2 ? had - asked : asked - had;
  return inward > SLACK * (bounds[2] - bounds[0]);
}

function holds(picture: GroundPicture, box: LngLatBounds): boolean {
  const [bounds, seen] = [worldBox(picture.bounds), worldBox(picture.seen)];
  const slack = SLACK * (box[2] - box[0]);
  return box.every((value, side) => {
    const beyond = side < 2 ? (seen[side] ?? 0) - value : value - (seen[side] ?? 0);
    return beyond <= slack || endsBefore(bounds, seen, side);
  });
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
