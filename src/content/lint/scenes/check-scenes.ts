import { readingTime } from '../../prose/reading-time.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { checkCards, checkPlaces } from './check-cards.ts';
import { checkDetail } from './check-detail.ts';
import { checkNearness } from './check-nearness.ts';
import { checkTravel } from './check-travel.ts';
import { checkVertices } from './check-vertices.ts';
import type { SceneCheck } from './scene-check.ts';

const LONG_MINUTES = 15;

function checkLength({ files, story }: SceneCheck): readonly Problem[] {
  const time = readingTime(files, story.locale);
  if (time.minutes <= LONG_MINUTES) return [];
  return [buildProblem('LongRead', { file: `${files.raw.folder}/${story.locale}/index.mdx` }, time)];
}

/** What can be seen only with the cameras solved, on every screen a story is tried on. */
export function checkScenes(check: SceneCheck): readonly Problem[] {
  return [checkCards, checkPlaces, checkTravel, checkDetail, checkNearness, checkVertices, checkLength].flatMap(
    (judge) => judge(check),
  );
}
