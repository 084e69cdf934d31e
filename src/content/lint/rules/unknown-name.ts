import { suggestName } from '../../files/nearest.ts';
import type { NameFound, ProblemKind } from '../diagnostics/problem-kind.ts';
import { buildProblem, type PROBLEMS, type Problem, type ProblemName, type Where } from '../diagnostics/problems.ts';

/** Problems that tell a name and what is near to it, and no more. */
export type NameProblem = {
  [N in ProblemName]: ProblemKind<NameFound> extends (typeof PROBLEMS)[N] ? N : never;
}[ProblemName];

/** A name that is none of those there are, with the nearest of them. */
export const unknownName = (problem: NameProblem, where: Where, name: string, candidates: readonly string[]): Problem =>
  buildProblem(problem, where, { name, suggestion: suggestName(name, candidates) } as never);
