import type { LngLat, ScreenPoint } from '../../../geo/lng-lat.ts';
import { restProjectionOf } from '../../../story/camera/rest-projection.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Stop } from '../../../story/timeline.ts';
import { whereOf } from '../../files/fields.ts';
import { fileNamed } from '../../files/story-files.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { frameWhere, placesNamed, type SceneCheck } from './scene-check.ts';
import { screenWords, TESTED_SCREENS, viewportOf } from './tested-screens.ts';

const screenPoint = (stop: Stop, viewport: Viewport, lngLat: LngLat): ScreenPoint =>
  restProjectionOf(stop, viewport).project(lngLat);

/** Text stands on a map it does not fill only beside it or over it; in rows the map ends where the text begins. */
function isCovered(stop: Stop, viewport: Viewport, lngLat: LngLat): boolean {
  const { cardBox, kind } = stop.layout;
  if (kind === 'rows') return false;
  const [x, y] = screenPoint(stop, viewport, lngLat);
  return x > cardBox.left && x < cardBox.right && y > cardBox.top && y < cardBox.bottom;
}

/** Places a section names that its own text hides on some screen. */
export function checkCards(check: SceneCheck): readonly Problem[] {
  const { story, timeline, dir } = check;
  return story.sections.flatMap((section, index) =>
    placesNamed(check, section).flatMap(({ lngLat, names, id }) => {
      const covered = TESTED_SCREENS.filter((screen) => {
        const viewport = viewportOf(screen, dir);
        return isCovered(timeline.stop(index, viewport), viewport, lngLat);
      });
      if (covered.length === 0) return [];
      const found = { name: names[story.locale] ?? id, screens: screenWords(covered) };
      return [buildProblem('CardCoversPlace', frameWhere(check, section), found)];
    }),
  );
}

function isEverInView({ timeline, dir }: SceneCheck, lngLat: LngLat): boolean {
  return TESTED_SCREENS.some((screen) => {
    const viewport = viewportOf(screen, dir);
    return Array.from({ length: timeline.count }, (_, index) => timeline.stop(index, viewport)).some((stop) => {
      const [x, y] = screenPoint(stop, viewport, lngLat);
      return x >= 0 && x <= viewport.width && y >= 0 && y <= stop.layout.stageHeightPx;
    });
  });
}

/** Places of the gazetteer that nobody ever sees or reads of. */
export function checkPlaces(check: SceneCheck): readonly Problem[] {
  const { files, story } = check;
  const gazetteer = fileNamed(files.raw, 'places.yaml');
  if (gazetteer === undefined) return [];
  const named = new Set(story.sections.flatMap((section) => placesNamed(check, section).map(({ id }) => id)));
  return Object.values(story.places)
    .filter(({ id, lngLat }) => !named.has(id) && id !== story.focus && !isEverInView(check, lngLat))
    .map(({ id }) => buildProblem('UnusedPlace', whereOf(files.raw, gazetteer, id), { id }));
}
