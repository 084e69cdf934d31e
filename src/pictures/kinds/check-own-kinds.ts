import { brokenLaw, type LawSetting } from '../../annotations/own/kind-laws.ts';
import type { AnyDefinition } from '../../annotations/registry.ts';
import { buildProblem, type Problem } from '../../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS, type TestedScreen } from '../../content/lint/scenes/tested-screens.ts';
import { isWithin } from '../../geo/boxes.ts';
import type { Box, Camera } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import { Collisions } from '../../labels/collisions.ts';
import type { View } from '../../labels/rest-context.ts';
import { screenContext } from '../../labels/section/screen-context.ts';
import { sectionContext } from '../../labels/section/section-context.ts';
import type { PlainMark } from '../../marks/mark.ts';
import { plainMarks } from '../../marks/plain-marks.ts';
import type { AnnotationBase } from '../../story/annotation.ts';
import { restProjectionOf } from '../../story/camera/rest-projection.ts';
import type { TestedPlacements } from '../tested-placements.ts';
import { textBox } from '../text-box.ts';

/** Round ends, halos and the widths of strokes. */
const MARGIN_PX = 12;

const nearby = ({ center: [lng, lat], zoom, ...angles }: Camera): Camera => ({
  ...angles,
  center: [lng + 0.02, lat - 0.02],
  zoom: zoom + 0.7,
});

function settingOf(
  check: SceneCheck,
  annotation: AnnotationBase,
  index: number,
  screen: TestedScreen,
  placements: TestedPlacements,
): LawSetting {
  const { viewport, stop } = placements.on(index, screen);
  const { width, height } = viewport;
  const context = screenContext(check.story, stop, viewport);
  const restProjection = restProjectionOf(stop, viewport);
  const view: View = { ...context, projection: restProjection, restProjection };
  const moved = { ...view, projection: createProjection(nearby(stop.camera), width, height) };
  return { annotation, rest: sectionContext(check.story, placements.base, stop, viewport), views: [view, moved] };
}

/** What a mark other than a path covers. */
function boxOf(mark: PlainMark, view: View): Box | null {
  if (mark.type === 'text') return textBox(mark, view);
  if (mark.type === 'circle')
    return { left: mark.cx - mark.r, right: mark.cx + mark.r, top: mark.cy - mark.r, bottom: mark.cy + mark.r };
  if (mark.type === 'path') return null;
  return { left: mark.x, top: mark.y, right: mark.x + mark.width, bottom: mark.y + mark.height };
}

/** What of an annotation lies outside the screen at rest, in words, or null. */
function outsideScreen(definition: AnyDefinition, { annotation, rest, views: [view] }: LawSetting): string | null {
  const { width, height } = view.projection;
  const screen = { left: -MARGIN_PX, top: -MARGIN_PX, right: width + MARGIN_PX, bottom: height + MARGIN_PX };
  const placed = definition.place(annotation as never, rest, Collisions.NONE);
  const marks = placed === null ? [] : definition.draw(annotation as never, placed.placement, 1, view);
  const outside = plainMarks(marks).find((mark) => {
    const box = boxOf(mark, view);
    return box !== null && !isWithin(box, screen);
  });
  return outside === undefined ? null : `its mark \`${outside.key}\` lies outside the screen`;
}

/** The first law that each screen finds broken. */
function lawsBroken(
  check: SceneCheck,
  definition: AnyDefinition,
  annotation: AnnotationBase,
  index: number,
  placements: TestedPlacements,
) {
  return TESTED_SCREENS.flatMap((screen) => {
    const setting = settingOf(check, annotation, index, screen, placements);
    const law = brokenLaw(definition, setting) ?? outsideScreen(definition, setting);
    return law === null ? [] : [{ law, screen }];
  });
}

/** Laws of kinds that a story's own annotations and charts break, on the screens a story is tried on. */
export function checkOwnKinds(check: SceneCheck, placements: TestedPlacements): readonly Problem[] {
  const { files, story } = check;
  const own = new Map(
    files.raw.files.flatMap(({ definition }) => (definition ? [[`${story.slug}/${definition.kind}`, definition]] : [])),
  );
  return story.sections.flatMap((section, index) =>
    section.annotations.flatMap((annotation, at) => {
      const definition = own.get(annotation.kind);
      if (definition === undefined) return [];
      const found = lawsBroken(check, definition, annotation, index, placements);
      const laws = [...new Set(found.map(({ law }) => law))];
      return laws.slice(0, 1).map((law) => {
        const screens = screenWords(found.filter((one) => one.law === law).map(({ screen }) => screen));
        const where = frameWhere(check, section, `annotations.${at}`);
        return buildProblem('KindBreaksLaw', where, { kind: definition.kind, law, screens });
      });
    }),
  );
}
