import type { CutView, DetailMeta } from '../basemap/detail/detail.ts';
import { membersOf } from '../content/files/story-files.ts';
import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS, type TestedScreen, viewportOf } from '../content/lint/scenes/tested-screens.ts';
import { seenBox } from '../geo/camera/seen-box.ts';
import type { LngLatBounds } from '../geo/lng-lat.ts';
import { toWorld } from '../geo/mercator.ts';
import { DETAIL_ZOOM } from '../story/sources/map-source.ts';
import type { Section } from '../story/story.ts';

/** Less than this nobody misses: of the width of the screen, and of the zoom. */
const SLACK = { share: 0.02, zoom: 0.25 };

type Cut = Pick<DetailMeta, 'views' | 'command'>;

const isView = (value: unknown): value is CutView =>
  Array.isArray(value) && value.length === 5 && value.every((number) => typeof number === 'number');

/** What was cut, by section. Files that are damaged count as absent. */
function cutsIn({ files }: SceneCheck): ReadonlyMap<string, Cut> {
  const cuts = files.known.flatMap(({ file, role }) => {
    if (role.role !== 'ground') return [];
    const { views, command } = membersOf(membersOf(file.data)['meta']);
    const cut = { views: Array.isArray(views) ? views.filter(isView) : [], command: String(command ?? '') };
    return [[role.name, cut] as const];
  });
  return new Map(cuts);
}

function holds([west, south, east, north, zoom]: CutView, seen: LngLatBounds, seenZoom: number): boolean {
  const [left, top] = toWorld([west, north]);
  const [right, bottom] = toWorld([east, south]);
  const slack = SLACK.share * (seen[2] - seen[0]);
  const isInside =
    seen[0] >= left - slack && seen[2] <= right + slack && seen[1] >= top - slack && seen[3] <= bottom + slack;
  return isInside && zoom >= seenZoom - SLACK.zoom;
}

function isMissing({ timeline, dir }: SceneCheck, section: Section, screen: TestedScreen, cut: Cut | undefined) {
  const viewport = viewportOf(screen, dir);
  const { camera } = timeline.stop(section.index, viewport);
  if (camera.zoom < DETAIL_ZOOM) return false;
  const seen = seenBox(camera, viewport);
  return !(cut?.views ?? []).some((view) => holds(view, seen, camera.zoom));
}

/** Close sections of a story with detail that look where none was cut for them. */
export function checkGround(check: SceneCheck): readonly Problem[] {
  const cuts = cutsIn(check);
  const [first] = cuts.values();
  if (first === undefined) return [];
  const command = first.command || `npm run ground -- ${check.story.slug} --from <file>`;
  return check.story.sections.flatMap((section) => {
    if (section.backdrop !== null || section.layers.emphasis['map'] === 0) return [];
    const cut = cuts.get(section.id);
    const screens = TESTED_SCREENS.filter((screen) => isMissing(check, section, screen, cut));
    if (screens.length === 0) return [];
    const found = { screens: screenWords(screens), isCut: cut !== undefined, command };
    return [buildProblem('GroundOutsideCut', frameWhere(check, section), found)];
  });
}
