import { join, sep } from 'node:path';
import { type Edit, editSchema } from '../../content/files/edit.ts';
import type { EditAnswer } from '../../content/files/edit-address.ts';
import type { RawStory } from '../../content/files/raw.ts';
import { fileNamed, membersOf, storyFiles } from '../../content/files/story-files.ts';
import { checkStory, type LintContext } from '../../content/lint/check-story.ts';
import { errorsOf, type Problem } from '../../content/lint/diagnostics/problems.ts';
import { type ContentFolders, readAuthoredContent } from '../content/content-problems.ts';
import { type ReadEffects, readStoryFile } from '../content/read-content.ts';
import { editedText, fileToEdit, WHOLE_FILES } from './edit-files.ts';
import { UneditableYaml } from './yaml-edits.ts';

export interface EditEffects extends ReadEffects {
  readonly write: (path: string, text: string) => Promise<void>;
  /** Where a path leads once links are followed. */
  readonly realPath: (path: string) => Promise<string>;
}

/** Takes edits of the content one after the other, and takes them back. */
export interface EditService {
  /** @param asked anything; what is not an edit is refused */
  take(asked: unknown): Promise<EditAnswer>;
}

interface Made {
  readonly path: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
}

const refused = (reason: string): EditAnswer => ({ done: false, reason });
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const sameProblem = (a: Problem, b: Problem): boolean => a.name === b.name && a.message === b.message;

/** Mistakes the edit would bring into the story; those that were there before are no fault of it. */
function newErrors(story: RawStory, path: string, text: string, context: LintContext): readonly Problem[] {
  const file = readStoryFile(path, new TextEncoder().encode(text));
  const edited = { ...story, files: story.files.map((one) => (one.path === path ? file : one)) };
  const before = errorsOf(checkStory(story, context));
  return errorsOf(checkStory(edited, context)).filter((error) => !before.some((one) => sameProblem(one, error)));
}

type Change = Exclude<Edit, { kind: 'undo' }>;

/** The edit as a change of one file, or why it cannot be made. */
async function prepare(edit: Change, folders: ContentFolders, effects: ReadEffects): Promise<Made | string> {
  const { stories, context } = await readAuthoredContent(folders, effects);
  const story = stories.find(({ slug }) => slug === edit.story);
  if (!story) return `There is no story "${edit.story}".`;
  const { defaultLocale } = storyFiles(story);
  const paths = story.files.map(({ path }) => path);
  const path = fileToEdit(edit, paths, defaultLocale);
  if (path === null)
    return 'section' in edit ? `There is no section "${edit.section}".` : `There is no ${WHOLE_FILES[edit.kind]}.`;
  const entries = membersOf(fileNamed(story, path)?.data);
  if (edit.kind === 'place' && Object.hasOwn(entries, edit.id)) return `"${edit.id}" is there already.`;
  if (edit.kind === 'scale' && !Object.hasOwn(entries, edit.layer)) return `There is no layer "${edit.layer}".`;
  const absolute = join(folders.root, story.folder, path);
  const before = textOf(await effects.read(absolute));
  const after = editedText(edit, before, defaultLocale);
  const [error] = newErrors(story, path, after, context);
  if (error) return `${error.message} ${error.hint}`;
  return { path: absolute, shown: `${story.folder}/${path}`, before, after };
}

/** Edits one after the other: each is made of the files as the one before left them. */
function inTurn<In, Out>(work: (input: In) => Promise<Out>): (input: In) => Promise<Out> {
  let queue: Promise<unknown> = Promise.resolve();
  return (input) => {
    const next = queue.then(() => work(input));
    queue = next.catch(() => {});
    return next;
  };
}

/** What was written, the last on top, and how it is taken back. */
function createUndo(effects: EditEffects) {
  const made: Made[] = [];
  return {
    push: (change: Made): void => void made.push(change),
    async back(): Promise<EditAnswer> {
      const last = made.at(-1);
      if (!last) return refused('There is nothing to undo.');
      if (textOf(await effects.read(last.path)) !== last.after) return refused(`${last.shown} has changed since.`);
      await effects.write(last.path, last.before);
      made.pop();
      return { done: true, file: last.shown };
    },
  };
}

/** @param folders where the content lies; the service writes nowhere else, whatever links lead out of it */
export function createEditService(folders: ContentFolders, effects: EditEffects): EditService {
  const undo = createUndo(effects);
  const change = async (edit: Change): Promise<EditAnswer> => {
    const prepared = await prepare(edit, folders, effects);
    if (typeof prepared === 'string') return refused(prepared);
    const content = await effects.realPath(join(folders.root, 'content'));
    const isInside = (await effects.realPath(prepared.path)).startsWith(content + sep);
    if (!isInside) return refused('The file lies outside content/.');
    if (prepared.after === prepared.before) return refused('Nothing would change.');
    await effects.write(prepared.path, prepared.after);
    undo.push(prepared);
    return { done: true, file: prepared.shown };
  };
  const answer = async (asked: unknown): Promise<EditAnswer> => {
    const edit = editSchema.safeParse(asked);
    if (!edit.success) {
      const [issue] = edit.error.issues;
      return refused(`This is no edit: ${issue?.path.join('.')} ${issue?.message ?? ''}`);
    }
    try {
      return await (edit.data.kind === 'undo' ? undo.back() : change(edit.data));
    } catch (error) {
      if (error instanceof UneditableYaml) return refused(`${error.message} Change it by hand.`);
      throw error;
    }
  };
  return { take: inTurn(answer) };
}
