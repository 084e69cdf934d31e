import { whereOf } from '../files/fields.ts';
import { suggestName } from '../files/nearest.ts';
import type { RawFile } from '../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../files/story-files.ts';
import { buildProblem, type Problem, SILENCEABLE_NAMES } from './diagnostics/problems.ts';

/** A rule an author has silenced, and why: in one file, or in story.yaml for the whole story. */
interface Silence {
  readonly rule: string;
  readonly reason: string;
  readonly file: RawFile;
  readonly isForAll: boolean;
}

/** A problem its author knows of and has answered for. */
export interface SilencedProblem {
  readonly problem: Problem;
  readonly reason: string;
}

export interface Judgement {
  readonly problems: readonly Problem[];
  readonly silenced: readonly SilencedProblem[];
}

function silencesIn({ raw, mdx }: StoryFiles): readonly Silence[] {
  const story = fileNamed(raw, 'story.yaml');
  const files = [...(story === undefined ? [] : [story]), ...mdx.map(({ file }) => file)];
  return files.flatMap((file) =>
    Object.entries(membersOf(membersOf(file.data)['silence'])).flatMap(([rule, reason]) =>
      typeof reason === 'string' && reason !== '' ? [{ rule, reason, file, isForAll: file === story }] : [],
    ),
  );
}

/** Silences for what is no rule, or for a mistake that must be mended. */
export function checkSilences(files: StoryFiles): readonly Problem[] {
  return silencesIn(files)
    .filter(({ rule }) => !SILENCEABLE_NAMES.includes(rule))
    .map(({ rule, file }) =>
      buildProblem('UnknownRule', whereOf(files.raw, file, `silence.${rule}`), {
        rule,
        suggestion: suggestName(rule, SILENCEABLE_NAMES),
      }),
    );
}

/** Tells the problems that stand from those the author has silenced. */
export function applySilences(found: readonly Problem[], files: StoryFiles): Judgement {
  const silences = silencesIn(files);
  const reasonFor = (problem: Problem): string | undefined =>
    !SILENCEABLE_NAMES.includes(problem.name)
      ? undefined
      : silences.find(
          ({ rule, file, isForAll }) =>
            rule === problem.name && (isForAll || `${files.raw.folder}/${file.path}` === problem.file),
        )?.reason;
  return {
    problems: found.filter((problem) => reasonFor(problem) === undefined),
    silenced: found.flatMap((problem) => {
      const reason = reasonFor(problem);
      return reason === undefined ? [] : [{ problem, reason }];
    }),
  };
}

/** Silences with nothing to silence. Can be told only when every rule has spoken. */
export function checkUnusedSilences(files: StoryFiles, silenced: readonly SilencedProblem[]): readonly Problem[] {
  const { raw } = files;
  return silencesIn(files)
    .filter(({ rule }) => SILENCEABLE_NAMES.includes(rule))
    .filter(
      ({ rule, file, isForAll }) =>
        !silenced.some(
          ({ problem }) => problem.name === rule && (isForAll || problem.file === `${raw.folder}/${file.path}`),
        ),
    )
    .map(({ rule, file }) => buildProblem('UnusedSilence', whereOf(raw, file, `silence.${rule}`), { rule }));
}
