import { CHART_PROBLEMS } from './charts.ts';
import { CRAFT_PROBLEMS } from './craft.ts';
import { FILE_PROBLEMS } from './files.ts';
import { GROUND_PROBLEMS } from './grounds.ts';
import { LAYER_PROBLEMS } from './layers.ts';
import { MAP_PROBLEMS } from './map.ts';
import { MEDIA_PROBLEMS } from './media.ts';
import { NAME_PROBLEMS } from './names.ts';
import type { ProblemKind, Severity } from './problem-kind.ts';
import { SHAPE_PROBLEMS } from './shapes.ts';
import { TABLE_PROBLEMS } from './tables.ts';
import { TEXT_PROBLEMS } from './text.ts';
import { WORD_PROBLEMS } from './words.ts';

/** Every mistake an author can make. Each has an anchor in `content/README.md` and a fixture that makes it. */
export const PROBLEMS = {
  ...FILE_PROBLEMS,
  ...NAME_PROBLEMS,
  ...MAP_PROBLEMS,
  ...SHAPE_PROBLEMS,
  ...TABLE_PROBLEMS,
  ...LAYER_PROBLEMS,
  ...CHART_PROBLEMS,
  ...WORD_PROBLEMS,
  ...TEXT_PROBLEMS,
  ...CRAFT_PROBLEMS,
  ...MEDIA_PROBLEMS,
  ...GROUND_PROBLEMS,
};

export type ProblemName = keyof typeof PROBLEMS;
type Found<N extends ProblemName> = (typeof PROBLEMS)[N] extends ProblemKind<infer A> ? A : never;

export interface Problem {
  readonly name: ProblemName;
  /** Path from the top of the project. */
  readonly file: string;
  /** Path of the field such as `frame.center`; empty where the whole file is meant. */
  readonly field: string;
  readonly line: number | null;
  readonly message: string;
  readonly hint: string;
  readonly severity: Severity;
}

export interface Where {
  readonly file: string;
  readonly field?: string;
  readonly line?: number | null;
}

export function buildProblem<N extends ProblemName>(name: N, where: Where, found: Found<N>): Problem {
  const { message, hint, severity } = PROBLEMS[name] as unknown as ProblemKind<Found<N>>;
  const { file, field = '', line = null } = where;
  return { name, file, field, line, message: message(found), hint: hint(found), severity };
}

/** Errors with which a story is still whole: their author may answer for them. */
const ANSWERABLE: readonly string[] = ['UnexplainedNumeral', 'DeadLink'];

/** Rules that can be suppressed with a reason: the warnings, and the errors that harm nothing but trust. */
export const SUPPRESSIBLE_NAMES: readonly string[] = Object.entries(PROBLEMS)
  .filter(([name, { severity }]) => severity === 'warning' || ANSWERABLE.includes(name))
  .map(([name]) => name);

export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** By file, then by line; what has no line comes first. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0);
  });
}

/** Where the guide explains a problem. */
export function guideAddress(name: ProblemName): string {
  return `content/README.md#${name}`;
}

export function renderProblem({ name, file, field, line, message, hint }: Problem): string {
  const where = `\`${file}${line === null ? '' : `:${line}`}\``;
  const what = field === '' ? message : `\`${field}\` ${message}`;
  return `**${name}** — ${where}: ${what} ${hint} See ${guideAddress(name)}`;
}

export function renderProblems(problems: readonly Problem[]): string {
  return sortProblems(problems).map(renderProblem).join('\n');
}
