import { join } from 'node:path';
import { DRAWING_NAMES } from '../../charts/inventory/drawings/drawings.ts';
import type { RawStory } from '../../content/files/raw.ts';
import { storyFiles } from '../../content/files/story-files.ts';
import { checkStory } from '../../content/lint/check-story.ts';
import { buildProblem, type Problem, sortProblems } from '../../content/lint/diagnostics/problems.ts';
import type { SuppressedProblem } from '../../content/lint/suppress.ts';
import { buildSiteIndex } from '../../content/lint/text/site-index.ts';
import { type ReadingTime, readingTime } from '../../content/prose/reading-time.ts';
import { siteSchema } from '../../content/schema/site.ts';
import { loadStrings, STRINGS } from '../../i18n/translate.ts';
import { buildMapIndex } from '../../story/map-index.ts';
import { checkBasemapLicences, checkPublicLicences } from './check-licences.ts';
import { checkGlyphs } from './checks/check-glyphs.ts';
import { lintStory } from './lint-story.ts';
import { missingPictures, readSite } from './publisher/read-site.ts';
import { type BasemapFile, DISK, type ReadEffects, readBasemapFiles, readStories } from './read-content.ts';
import { checkCompiled } from './text-compiler.ts';

/** What a check of a site's content found. */
export interface ContentReport {
  /** Slugs of the stories there are. */
  readonly stories: readonly string[];
  readonly problems: readonly Problem[];
}

/** The same with all that a linter tells besides. */
export interface LintReport extends ContentReport {
  readonly suppressed: readonly SuppressedProblem[];
  /** How long each story takes to read in its default language, by slug. */
  readonly reading: Readonly<Record<string, ReadingTime>>;
  /** Slugs of the stories that were not asked for. */
  readonly others: readonly string[];
}

export interface ContentFolders {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder that is copied verbatim and holds `basemap/`. */
  readonly publicFolder: string;
}

export async function readAuthoredContent({ root, publicFolder }: ContentFolders, effects: ReadEffects) {
  const [stories, basemapFiles, publicFiles, { site: publisher, theme, problems: ofPublisher }] = await Promise.all([
    readStories(join(root, 'content', 'stories'), effects),
    readBasemapFiles(join(publicFolder, 'basemap'), effects),
    effects.list(publicFolder),
    readSite(root, effects),
  ]);
  const read = basemapFiles.flatMap(({ name, basemap }) => (basemap === null ? [] : [[name, basemap] as const]));
  const mapIndexes = Object.fromEntries(read.map(([name, map]) => [name, buildMapIndex(map)]));
  await loadStrings([...stories.flatMap((story) => storyFiles(story).locales), ...(publisher?.languages ?? [])]);
  const site = buildSiteIndex(stories, publicFiles);
  return {
    stories,
    basemaps: Object.fromEntries(read),
    context: { mapIndexes, drawings: DRAWING_NAMES, strings: STRINGS, site },
    publisher: publisher ?? siteSchema.parse({}),
    theme,
    siteProblems: [
      ...ofPublisher,
      ...missingPictures(publisher, publicFiles),
      ...basemapFiles.flatMap(checkBasemapFile),
      ...(await checkPublicLicences(publicFolder, publicFiles, effects)),
    ],
  };
}

function checkBasemapFile({ name, basemap, fault }: BasemapFile): readonly Problem[] {
  if (basemap !== null) return checkBasemapLicences(name, basemap);
  const where = { file: `public/basemap/${name}.topo.json` };
  return [buildProblem('MalformedBasemap', where, { detail: fault ?? '' })];
}

/** Reads every story of a site and checks what its files tell: enough to know whether it can be built. */
export async function findContentProblems(
  folders: ContentFolders,
  effects: ReadEffects = DISK,
): Promise<ContentReport> {
  const { stories, context, siteProblems } = await readAuthoredContent(folders, effects);
  const found = stories.map(async (story) => {
    const problems = checkStory(story, context);
    return [...problems, ...(await checkCompiled(story, problems))];
  });
  const problems = [...siteProblems, ...(await Promise.all(found)).flat()];
  return { stories: stories.map(({ slug }) => slug), problems: withoutRepeats(sortProblems(problems)) };
}

/**
 * The same, and what can be seen only with every camera solved and every callout placed.
 * @param only slug of the one story to check; null for all of them and the site's own files
 */
export async function lintContent(
  folders: ContentFolders,
  effects: ReadEffects = DISK,
  only: string | null = null,
): Promise<LintReport> {
  const { stories: all, context, basemaps, siteProblems, theme } = await readAuthoredContent(folders, effects);
  const stories = all.filter(({ slug }) => only === null || slug === only);
  const results = await Promise.all(
    stories.map(async (story) => {
      const glyphs = theme === null ? [] : await checkGlyphs(story, theme);
      const { problems, suppressed } = lintStory(story, context, basemaps, glyphs);
      return { problems: [...problems, ...(await checkCompiled(story, problems))], suppressed };
    }),
  );
  const problems = [...(only === null ? siteProblems : []), ...results.flatMap((result) => result.problems)];
  return {
    stories: stories.map(({ slug }) => slug),
    problems: withoutRepeats(sortProblems(problems)),
    suppressed: results.flatMap(({ suppressed }) => suppressed),
    reading: Object.fromEntries(stories.map(readingOf)),
    others: all.filter((story) => !stories.includes(story)).map(({ slug }) => slug),
  };
}

function readingOf(story: RawStory): readonly [string, ReadingTime] {
  const files = storyFiles(story);
  return [story.slug, readingTime(files, files.defaultLocale)];
}

/** A gap in the interface's own texts is one mistake, however many stories meet it. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ name, file, field, line, message }) => {
    const key = JSON.stringify([name, file, field, line, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The count of mistakes in words: "2 errors, 1 warning in 3 stories". */
export function summarize({ stories, problems }: ContentReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  return `${found} in ${stories.length === 1 ? '1 story' : `${stories.length} stories`}`;
}
