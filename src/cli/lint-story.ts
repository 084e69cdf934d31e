import type { Basemap } from '../basemap/basemap.ts';
import { DRAWINGS } from '../charts/drawings/drawings.ts';
import { formatQuantity } from '../i18n/format.ts';
import { localeInfo } from '../i18n/locales.ts';
import { checkCallouts } from '../static-map/check-callouts.ts';
import { checkContrast } from '../static-map/check-contrast.ts';
import { findProblems, type Surroundings } from '../story/check.ts';
import { checkScenes } from '../story/check-scenes.ts';
import { buildGround } from '../story/ground.ts';
import { normalizeStory } from '../story/normalize.ts';
import { errorsOf, type Problem } from '../story/problems.ts';
import type { RawStory } from '../story/raw.ts';
import { applySilences, checkUnusedSilences, type Judgement } from '../story/silence.ts';
import { fileNamed, membersOf, type StoryFiles, storyFiles } from '../story/story-files.ts';
import { buildTimeline } from '../story/timeline.ts';

export type Basemaps = Readonly<Record<string, Basemap>>;

function sceneProblems(files: StoryFiles, basemap: Basemap): readonly Problem[] {
  const ground = buildGround(basemap);
  return files.locales.flatMap((locale) => {
    const story = normalizeStory(files.raw, { locale, ground, figure: formatQuantity, drawings: DRAWINGS });
    const check = { files, story, timeline: buildTimeline(story), ground, dir: localeInfo(locale).dir };
    return [...checkScenes(check), ...checkCallouts(check, basemap), ...checkContrast(check)];
  });
}

/**
 * All that can be said of a story: what its files tell, and, where they hold no error, what its scenes show on the
 * screens it is tried on.
 */
export function lintStory(raw: RawStory, around: Surroundings, basemaps: Basemaps): Judgement {
  const files = storyFiles(raw);
  const ofFiles = findProblems(files, around);
  const basemap = basemaps[String(membersOf(fileNamed(raw, 'story.yaml')?.data)['basemap'])];
  const isWhole = errorsOf(ofFiles).length === 0 && basemap !== undefined;
  const found = isWhole ? [...ofFiles, ...sceneProblems(files, basemap)] : ofFiles;
  const { problems, silenced } = applySilences(found, files);
  return { problems: [...problems, ...(isWhole ? checkUnusedSilences(files, silenced) : [])], silenced };
}
