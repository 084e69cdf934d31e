import type { Ground } from '../../story/map-index.ts';
import { whereOf } from '../files/fields.ts';
import { suggestName } from '../files/nearest.ts';
import type { RawStory } from '../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles, storyFiles } from '../files/story-files.ts';
import { buildProblem, type Problem, sortProblems } from './diagnostics/problems.ts';
import { checkFiles } from './rules/check-files.ts';
import { checkNames, namesIn } from './rules/check-names.ts';
import { checkPoints } from './rules/check-points.ts';
import { checkShapes } from './rules/check-shapes.ts';
import { checkStale } from './rules/check-stale.ts';
import { checkTranslations, type InterfaceStrings } from './rules/check-translations.ts';
import { checkUse } from './rules/check-use.ts';
import { checkWords } from './rules/check-words.ts';
import { checkFrames } from './scenes/check-frames.ts';
import { applySilences, checkSilences } from './suppress.ts';

/** What stands around a story: what it may refer to outside its own folder. */
export interface Surroundings {
  /** The basemaps there are, by name. */
  readonly grounds: Readonly<Record<string, Ground>>;
  /** Names of drawings for inventories; left out, they are not checked. */
  readonly drawings?: readonly string[];
  readonly strings: InterfaceStrings;
}

function basemapName({ raw }: StoryFiles): string | null {
  const name = membersOf(fileNamed(raw, 'story.yaml')?.data)['basemap'];
  return typeof name === 'string' ? name : null;
}

function checkBasemap(files: StoryFiles, grounds: Surroundings['grounds']): readonly Problem[] {
  const name = basemapName(files);
  const file = fileNamed(files.raw, 'story.yaml');
  if (name === null || file === undefined || Object.hasOwn(grounds, name)) return [];
  const suggestion = suggestName(name, Object.keys(grounds));
  return [buildProblem('UnknownBasemap', whereOf(files.raw, file, 'basemap'), { name, suggestion })];
}

/** All that the files of a story alone tell, silenced or not. Never throws, whatever they hold. */
export function findProblems(files: StoryFiles, { grounds, drawings, strings }: Surroundings): readonly Problem[] {
  const ground = grounds[basemapName(files) ?? ''] ?? null;
  return [
    ...checkFiles(files),
    ...checkShapes(files),
    ...checkBasemap(files, grounds),
    ...checkNames(files, namesIn(files, ground, drawings ?? null)),
    ...checkPoints(files),
    ...checkFrames(files, ground),
    ...checkWords(files),
    ...checkTranslations(files, strings),
    ...checkUse(files, ground),
    ...checkStale(files),
    ...checkSilences(files),
  ];
}

/** Every mistake in a story, all at once, sorted by file and line. Never throws, whatever the files hold. */
export function checkStory(raw: RawStory, around: Surroundings): readonly Problem[] {
  const files = storyFiles(raw);
  return sortProblems(applySilences(findProblems(files, around), files).problems);
}
