import type { Fact } from './story.ts';

/** A fact as a great numeral: the words that may not be left out, and the figure. */
export interface NumeralParts {
  readonly qualifier: string;
  readonly figure: string;
}

/** @returns an empty figure where the fact is not a number */
export function numeralParts(fact: Fact, locale: string): NumeralParts {
  const [first = '', ...rest] = fact.qualifier;
  return { qualifier: first.toLocaleUpperCase(locale) + rest.join(''), figure: fact.figure };
}
