import { join } from 'node:path';
import { DRAWING_NAMES } from '../../charts/inventory/drawings/drawings.ts';
import { storyFiles } from '../../content/files/story-files.ts';
import { checkStory } from '../../content/lint/check-story.ts';
import { type Problem, sortProblems } from '../../content/lint/diagnostics/problems.ts';
import type { SuppressedProblem } from '../../content/lint/suppress.ts';
import { type ReadingTime, readingTime } from '../../content/prose/reading-time.ts';
import { STRINGS } from '../../i18n/translate.ts';
import { buildMapIndex } from '../../story/map-index.ts';
import { lintStory } from './lint-story.ts';
import { DISK, type ReadEffects, readBasemaps, readStories } from './read-content.ts';

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
}

export interface ContentFolders {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder that is copied verbatim and holds `basemap/`. */
  readonly publicFolder: string;
}

export async function readAuthoredContent({ root, publicFolder }: ContentFolders, effects: ReadEffects) {
  const [stories, basemaps] = await Promise.all([
    readStories(join(root, 'content', 'stories'), effects),
    readBasemaps(join(publicFolder, 'basemap'), effects),
  ]);
  const mapIndexes = Object.fromEntries(Object.entries(basemaps).map(([name, map]) => [name, buildMapIndex(map)]));
  return { stories, basemaps, context: { mapIndexes, drawings: DRAWING_NAMES, strings: STRINGS } };
}

/** Reads every story of a site and checks what its files tell: enough to know whether it can be built. */
export async function findContentProblems(
  folders: ContentFolders,
  effects: ReadEffects = DISK,
): Promise<ContentReport> {
  const { stories, context } = await readAuthoredContent(folders, effects);
  const problems = stories.flatMap((story) => checkStory(story, context));
  return { stories: stories.map(({ slug }) => slug), problems: withoutRepeats(sortProblems(problems)) };
}

/** The same, and what can be seen only with every camera solved and every callout placed. */
export async function lintContent(folders: ContentFolders, effects: ReadEffects = DISK): Promise<LintReport> {
  const { stories, context, basemaps } = await readAuthoredContent(folders, effects);
  const results = stories.map((story) => lintStory(story, context, basemaps));
  const times = stories.map((story) => {
    const files = storyFiles(story);
    return [story.slug, readingTime(files, files.defaultLocale)] as const;
  });
  return {
    stories: stories.map(({ slug }) => slug),
    problems: withoutRepeats(sortProblems(results.flatMap(({ problems }) => problems))),
    suppressed: results.flatMap(({ suppressed }) => suppressed),
    reading: Object.fromEntries(times),
  };
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
