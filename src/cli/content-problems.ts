import { join } from 'node:path';
import { DRAWING_NAMES } from '../charts/drawings/drawings.ts';
import { STRINGS } from '../i18n/translate.ts';
import { checkStory } from '../story/check.ts';
import { type Problem, sortProblems } from '../story/problems.ts';
import { DISK, type ReadEffects, readGrounds, readStories } from './read-content.ts';

/** What a check of a site's content found. */
export interface ContentReport {
  /** Slugs of the stories there are. */
  readonly stories: readonly string[];
  readonly problems: readonly Problem[];
}

export interface ContentFolders {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder that is copied verbatim and holds `basemap/`. */
  readonly publicFolder: string;
}

/** Reads and checks every story of a site. */
export async function findContentProblems(
  folders: ContentFolders,
  effects: ReadEffects = DISK,
): Promise<ContentReport> {
  const [stories, grounds] = await Promise.all([
    readStories(join(folders.root, 'content', 'stories'), effects),
    readGrounds(join(folders.publicFolder, 'basemap'), effects),
  ]);
  const surroundings = { grounds, drawings: DRAWING_NAMES, strings: STRINGS };
  const problems = stories.flatMap((story) => checkStory(story, surroundings));
  return { stories: stories.map(({ slug }) => slug), problems: withoutRepeats(sortProblems(problems)) };
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
