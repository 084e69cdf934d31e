export type Severity = 'error' | 'warning';

/** A kind of mistake: what happened and why (`message`), then what to do (`hint`). Words in the present tense, no blame. */
export interface ProblemKind<A> {
  readonly title: string;
  readonly severity: Severity;
  /** Continues after the field's name where the problem has a field, else a sentence of its own. */
  readonly message: (found: A) => string;
  readonly hint: (found: A) => string;
}

export function kind<A>(
  title: string,
  message: (found: A) => string,
  hint: (found: A) => string,
  severity: Severity = 'error',
): ProblemKind<A> {
  return { title, severity, message, hint };
}

/** A name that should exist, and a sentence about the names that do. */
export interface NameFound {
  readonly name: string;
  readonly suggestion: string;
}
