import { whereOf } from '../files/fields.ts';
import { suggestName } from '../files/nearest.ts';
import type { RawFile } from '../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../files/story-files.ts';
import { buildProblem, type Problem, SUPPRESSIBLE_NAMES } from './diagnostics/problems.ts';

/** A rule an author has suppressed, and why: in one file, or in story.yaml for the whole story. */
interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly file: RawFile;
  /** Where in the file it stands. */
  readonly field: string;
  readonly isForAll: boolean;
}

/** A problem its author knows of and has answered for. */
export interface SuppressedProblem {
  readonly problem: Problem;
  readonly reason: string;
}

export interface LintResult {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedProblem[];
}

function suppressionsIn({ raw, mdx }: StoryFiles): readonly Suppression[] {
  const story = fileNamed(raw, 'story.yaml');
  const files = [...(story === undefined ? [] : [story]), ...mdx.map(({ file }) => file)];
  return files.flatMap((file) =>
    (['suppress', 'silence'] as const).flatMap((key) =>
      Object.entries(membersOf(membersOf(file.data)[key])).flatMap(([rule, reason]) =>
        typeof reason === 'string' && reason !== ''
          ? [{ rule, reason, file, field: `${key}.${rule}`, isForAll: file === story }]
          : [],
      ),
    ),
  );
}

/** Suppressions of what is no rule, or of a mistake that must be mended. */
export function checkSuppressions(files: StoryFiles): readonly Problem[] {
  return suppressionsIn(files)
    .filter(({ rule }) => !SUPPRESSIBLE_NAMES.includes(rule))
    .map(({ rule, file, field }) =>
      buildProblem('UnknownRule', whereOf(files.raw, file, field), {
        rule,
        suggestion: suggestName(rule, SUPPRESSIBLE_NAMES),
      }),
    );
}

/** Tells the problems that stand from those the author has suppressed. */
export function applySuppressions(found: readonly Problem[], files: StoryFiles): LintResult {
  const suppressions = suppressionsIn(files);
  const reasonFor = (problem: Problem): string | undefined =>
    !SUPPRESSIBLE_NAMES.includes(problem.name)
      ? undefined
      : suppressions.find(
          ({ rule, file, isForAll }) =>
            rule === problem.name && (isForAll || `${files.raw.folder}/${file.path}` === problem.file),
        )?.reason;
  return {
    problems: found.filter((problem) => reasonFor(problem) === undefined),
    suppressed: found.flatMap((problem) => {
      const reason = reasonFor(problem);
      return reason === undefined ? [] : [{ problem, reason }];
    }),
  };
}

/** Suppressions of nothing. Can be told only when every rule has spoken. */
export function checkUnusedSuppressions(
  files: StoryFiles,
  suppressed: readonly SuppressedProblem[],
): readonly Problem[] {
  const { raw } = files;
  return suppressionsIn(files)
    .filter(({ rule }) => SUPPRESSIBLE_NAMES.includes(rule))
    .filter(
      ({ rule, file, isForAll }) =>
        !suppressed.some(
          ({ problem }) => problem.name === rule && (isForAll || problem.file === `${raw.folder}/${file.path}`),
        ),
    )
    .map(({ rule, file, field }) => buildProblem('UnusedSuppression', whereOf(raw, file, field), { rule }));
}
