import { drawAnnotation } from '../annotations/drawing.ts';
import { definitionOf } from '../annotations/registry.ts';
import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS } from '../content/lint/scenes/tested-screens.ts';
import { grow, intersects } from '../geo/boxes.ts';
import type { Box } from '../geo/lng-lat.ts';
import type { View } from '../labels/rest-context.ts';
import type { SectionPlacement } from '../labels/section/place-section.ts';
import { screenContext } from '../labels/section/screen-context.ts';
import { plainMarks } from '../marks/plain-marks.ts';
import { restProjectionOf } from '../story/camera/rest-projection.ts';
import type { Viewport } from '../story/scene.ts';
import type { Section } from '../story/story.ts';
import type { Stop } from '../story/timeline.ts';
import type { TestedPlacement, TestedPlacements } from './tested-placements.ts';
import { textBox } from './text-box.ts';

/** What becomes of a section's words on one screen. */
interface Findings {
  readonly lost: SectionPlacement['lost'];
  /** Pairs of annotations whose words cover each other, joined by a blank. */
  readonly overlaps: readonly string[];
}

interface Lettered {
  readonly id: string;
  readonly boxes: readonly Box[];
}

/** Letters may touch: a pixel is a rounding. */
const ROUNDING_PX = 1;

const cover = (a: Box, b: Box): boolean => intersects(grow(a, -ROUNDING_PX), grow(b, -ROUNDING_PX));

/** What each annotation's letters cover on a screen with all of it drawn. */
function letteredOn({ story }: SceneCheck, stop: Stop, viewport: Viewport, placement: SectionPlacement) {
  const projection = restProjectionOf(stop, viewport);
  const screen = screenContext(story, stop, viewport);
  const view: View = { ...screen, projection, restProjection: projection };
  return stop.section.annotations.map((annotation): Lettered => {
    const placed = placement.annotations[annotation.id];
    const marks = placed === undefined ? [] : drawAnnotation(annotation, placed, 1, view);
    const boxes = plainMarks(marks).flatMap((mark) => (mark.type === 'text' ? [textBox(mark, screen)] : []));
    return { id: annotation.id, boxes };
  });
}

function findingsOn(check: SceneCheck, { stop, viewport, placement }: TestedPlacement): Findings {
  const lettered = letteredOn(check, stop, viewport, placement);
  const overlaps = lettered.flatMap((one, at) =>
    lettered
      .slice(at + 1)
      .filter((other) => one.boxes.some((a) => other.boxes.some((b) => cover(a, b))))
      .map((other) => `${one.id} ${other.id}`),
  );
  return { lost: placement.lost, overlaps };
}

function problemsOf(check: SceneCheck, section: Section, findings: readonly Findings[]): readonly Problem[] {
  const where = frameWhere(check, section, 'annotations');
  const screensOf = (holds: (one: Findings) => boolean) =>
    screenWords(TESTED_SCREENS.filter((_, at) => holds(findings[at] ?? { lost: {}, overlaps: [] })));
  const ids = [...new Set(findings.flatMap(({ lost }) => Object.keys(lost)))];
  const pairs = [...new Set(findings.flatMap(({ overlaps }) => overlaps))];
  return [
    ...ids.map((id) => {
      const lost = findings.some((one) => one.lost[id] === 'all') ? 'all' : 'part';
      const screens = screensOf((one) => one.lost[id] === lost);
      return buildProblem('CalloutWithoutRoom', where, { id, lost, screens });
    }),
    ...pairs.map((pair) => {
      const [id = '', other = ''] = pair.split(' ');
      const screens = screensOf(({ overlaps }) => overlaps.includes(pair));
      return buildProblem('CalloutsOverlap', where, { id, other, screens });
    }),
  ];
}

/** One annotation alone covers no other. */
const hasMuchToSay = ({ annotations }: Section): boolean =>
  annotations.length > 1 || annotations.some((one) => definitionOf(one).mustFit);

/** Words on the map that find no room, or that stand on one another, on the screens a story is tried on. */
export function checkCallouts(check: SceneCheck, placements: TestedPlacements): readonly Problem[] {
  return check.story.sections.flatMap((section, index) => {
    if (!hasMuchToSay(section)) return [];
    return problemsOf(
      check,
      section,
      TESTED_SCREENS.map((screen) => findingsOn(check, placements.on(index, screen))),
    );
  });
}
