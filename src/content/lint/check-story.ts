import type { MapIndex } from '../../story/map-index.ts';
import { whereOf } from '../files/fields.ts';
import type { RawStory } from '../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles, storyFiles } from '../files/story-files.ts';
import { type Problem, sortProblems } from './diagnostics/problems.ts';
import { checkBound } from './rules/check-bound.ts';
import { checkData } from './rules/check-data.ts';
import { checkFiles } from './rules/check-files.ts';
import { checkFrames } from './rules/check-frames.ts';
import { checkGrounds } from './rules/check-grounds.ts';
import { checkLayers } from './rules/check-layers.ts';
import { checkMedia } from './rules/check-media.ts';
import { checkMediaText } from './rules/check-media-text.ts';
import { checkNames, namesIn } from './rules/check-names.ts';
import { checkPoints } from './rules/check-points.ts';
import { checkShapes } from './rules/check-shapes.ts';
import { checkStale } from './rules/check-stale.ts';
import { checkTables } from './rules/check-tables.ts';
import { checkTranslations, type InterfaceStrings } from './rules/check-translations.ts';
import { checkUnits } from './rules/check-units.ts';
import { checkUse } from './rules/check-use.ts';
import { checkWords } from './rules/check-words.ts';
import { unknownName } from './rules/unknown-name.ts';
import { applySuppressions, checkSuppressions } from './suppress.ts';
import { checkCuts } from './text/check-cuts.ts';
import { checkIds } from './text/check-ids.ts';
import { checkLinks } from './text/check-links.ts';
import { checkText } from './text/check-text.ts';
import type { SiteIndex } from './text/site-index.ts';

/** What a story may refer to outside its own folder. */
export interface LintContext {
  /** The basemaps there are, by name. */
  readonly mapIndexes: Readonly<Record<string, MapIndex>>;
  /** Names of drawings for inventories; left out, they are not checked. */
  readonly drawings?: readonly string[];
  readonly strings: InterfaceStrings;
  /** What links and pictures may lead to; left out, those within the site are not checked. */
  readonly site?: SiteIndex;
}

function basemapName({ raw }: StoryFiles): string | null {
  const name = membersOf(fileNamed(raw, 'story.yaml')?.data)['basemap'];
  return typeof name === 'string' ? name : null;
}

function checkBasemap(files: StoryFiles, mapIndexes: LintContext['mapIndexes']): readonly Problem[] {
  const name = basemapName(files);
  const file = fileNamed(files.raw, 'story.yaml');
  if (name === null || file === undefined || Object.hasOwn(mapIndexes, name)) return [];
  return [unknownName('UnknownBasemap', whereOf(files.raw, file, 'basemap'), name, Object.keys(mapIndexes))];
}

/** All that the files of a story alone tell, suppressed or not. Never throws, whatever they hold. */
export function findProblems(
  files: StoryFiles,
  { mapIndexes, drawings, strings, site }: LintContext,
): readonly Problem[] {
  const mapIndex = mapIndexes[basemapName(files) ?? ''] ?? null;
  return [
    ...checkFiles(files),
    ...checkShapes(files),
    ...checkData(files),
    ...checkTables(files),
    ...checkLayers(files, mapIndex),
    ...checkBound(files),
    ...checkBasemap(files, mapIndexes),
    ...checkNames(files, namesIn(files, mapIndex, drawings ?? null)),
    ...checkPoints(files),
    ...checkFrames(files, mapIndex),
    ...checkCuts(files),
    ...checkText(files),
    ...checkLinks(files, site ?? null),
    ...checkIds(files),
    ...checkMedia(files),
    ...checkGrounds(files),
    ...checkMediaText(files),
    ...checkWords(files, mapIndex),
    ...checkUnits(files),
    ...checkTranslations(files, strings),
    ...checkUse(files, mapIndex),
    ...checkStale(files),
    ...checkSuppressions(files),
  ];
}

/** Every mistake in a story, all at once, sorted by file and line. Never throws, whatever the files hold. */
export function checkStory(raw: RawStory, context: LintContext): readonly Problem[] {
  const files = storyFiles(raw);
  return sortProblems(applySuppressions(findProblems(files, context), files).problems);
}
