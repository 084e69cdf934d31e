import type { Basemap } from '../../basemap/basemap.ts';
import { DRAWINGS } from '../../charts/inventory/drawings/drawings.ts';
import type { RawStory } from '../../content/files/raw.ts';
import { fileNamed, membersOf, type StoryFiles, storyFiles } from '../../content/files/story-files.ts';
import { findProblems, type LintContext } from '../../content/lint/check-story.ts';
import { errorsOf, type Problem } from '../../content/lint/diagnostics/problems.ts';
import { checkScenes } from '../../content/lint/scenes/check-scenes.ts';
import { applySuppressions, checkUnusedSuppressions, type LintResult } from '../../content/lint/suppress.ts';
import { normalizeStory } from '../../content/normalize/normalize-story.ts';
import { formatQuantity } from '../../i18n/format-quantity.ts';
import { localeInfo } from '../../i18n/locales.ts';
import { checkCallouts } from '../../pictures/check-callouts.ts';
import { checkContrast } from '../../pictures/check-contrast.ts';
import { checkGround } from '../../pictures/check-ground.ts';
import { checkGroundPictures } from '../../pictures/check-ground-pictures.ts';
import { checkPlaceNames } from '../../pictures/check-place-names.ts';
import { checkThinning } from '../../pictures/data/check-thinning.ts';
import { checkOwnKinds } from '../../pictures/kinds/check-own-kinds.ts';
import { testedPlacements } from '../../pictures/tested-placements.ts';
import { buildMapIndex } from '../../story/map-index.ts';
import { nearestZoomOf } from '../../story/shapes/map-detail.ts';
import { buildTimeline } from '../../story/timeline.ts';

export type Basemaps = Readonly<Record<string, Basemap>>;

function sceneProblems(files: StoryFiles, basemap: Basemap): readonly Problem[] {
  const mapIndex = buildMapIndex(basemap);
  const nearestZoom = nearestZoomOf(mapIndex);
  return files.locales.flatMap((locale) => {
    const story = normalizeStory(files.raw, {
      locale,
      figure: formatQuantity,
      nearestZoom,
      drawings: DRAWINGS,
      regions: mapIndex.regions,
    });
    const check = { files, story, timeline: buildTimeline(story), mapIndex, dir: localeInfo(locale).dir };
    const placements = testedPlacements(check, basemap);
    return [
      ...checkScenes(check),
      ...checkCallouts(check, placements),
      ...checkOwnKinds(check, placements),
      ...checkPlaceNames(check, placements),
      ...checkContrast(check),
      ...checkGround(check),
      ...checkGroundPictures(check),
      ...checkThinning(check),
    ];
  });
}

/**
 * All that can be said of a story: what its files tell, and, where they hold no error, what its scenes show on the
 * screens it is tried on.
 * @param glyphs characters that the site's typefaces lack
 */
export function lintStory(
  raw: RawStory,
  context: LintContext,
  basemaps: Basemaps,
  glyphs: readonly Problem[] = [],
): LintResult {
  const files = storyFiles(raw);
  const ofFiles = findProblems(files, context);
  const basemap = basemaps[String(membersOf(fileNamed(raw, 'story.yaml')?.data)['basemap'])];
  const isWhole = errorsOf(ofFiles).length === 0 && basemap !== undefined;
  const found = isWhole ? [...ofFiles, ...glyphs, ...sceneProblems(files, basemap)] : [...ofFiles, ...glyphs];
  const { problems, suppressed } = applySuppressions(found, files);
  return { problems: [...problems, ...(isWhole ? checkUnusedSuppressions(files, suppressed) : [])], suppressed };
}
