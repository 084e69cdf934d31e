import { namesOf } from '../annotations/placing.ts';
import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, placesNamed, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS } from '../content/lint/scenes/tested-screens.ts';
import { containsPoint } from '../geo/boxes.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { sectionContext } from '../labels/section/section-context.ts';
import { frameFor } from '../story/camera/framing.ts';
import { restProjectionOf } from '../story/camera/rest-projection.ts';
import { emphasisOf } from '../story/layers.ts';
import type { Viewport } from '../story/scene.ts';
import type { Place, Section } from '../story/story.ts';
import type { Stop } from '../story/timeline.ts';
import type { TestedPlacement, TestedPlacements } from './tested-placements.ts';

/** A chart's wash takes the names away from here on. */
const WASHED = 0.5;

/** Names a section hides altogether are its own choice. */
const showsNames = ({ layers }: Section): boolean =>
  emphasisOf(layers, 'labels') * emphasisOf(layers, 'map') > 0 && layers.wash < WASHED;

/** A text may speak of a place that its map does not show; what the map shows without a name is what readers look for. */
function isInView(lngLat: LngLat, stop: Stop, viewport: Viewport): boolean {
  return containsPoint(stop.layout.freeBox, restProjectionOf(stop, viewport).project(lngLat));
}

/** Ids of the places the section asks for on a screen and that neither a name nor an annotation's words tell there. */
function missingOn(
  check: SceneCheck,
  { base }: TestedPlacements,
  { stop, viewport, placement }: TestedPlacement,
  named: readonly Place[],
): readonly string[] {
  const { places, keepVisible } = frameFor(stop.section, viewport);
  const drawn = new Set(placement.labels.map(({ id }) => id));
  const spokenOf = named.filter(({ lngLat }) => isInView(lngLat, stop, viewport)).map(({ id }) => id);
  const asked = [...new Set([...(places ?? []), ...keepVisible, ...spokenOf])].filter((id) => !drawn.has(id));
  if (asked.length === 0) return [];
  const context = sectionContext(check.story, base, stop, viewport);
  const told = stop.section.annotations
    .filter(({ id }) => placement.annotations[id] !== undefined)
    .flatMap((one) => namesOf(one, context));
  return asked.filter((id) => !told.includes(id));
}

/** Places a section names, keeps visible or frames, and whose names are not on its map. */
export function checkPlaceNames(check: SceneCheck, placements: TestedPlacements): readonly Problem[] {
  const { story } = check;
  return story.sections.filter(showsNames).flatMap((section) => {
    const named = placesNamed(check, section);
    const missing = TESTED_SCREENS.map((screen) =>
      missingOn(check, placements, placements.on(section.index, screen), named),
    );
    return [...new Set(missing.flat())].map((id) => {
      const screens = screenWords(TESTED_SCREENS.filter((_, at) => missing[at]?.includes(id)));
      const name = story.places[id]?.names[story.locale] ?? id;
      return buildProblem('PlaceNotNamed', frameWhere(check, section), { name, screens });
    });
  });
}
