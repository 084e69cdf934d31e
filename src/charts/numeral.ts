import { formatNumber, formatPercent } from '../i18n/format.ts';
import type { Fact } from '../story/story.ts';

/** A fact as a great numeral: the words that may not be left out, and the figure. */
export interface NumeralParts {
  readonly qualifier: string;
  readonly figure: string;
}

/** @returns an empty figure where the fact is not a number */
export function numeralParts(fact: Fact, locale: string): NumeralParts {
  const { value, unit, qualifier } = fact;
  const [first = '', ...rest] = qualifier;
  const opening = first.toLocaleUpperCase(locale) + rest.join('');
  if (value === null) return { qualifier: opening, figure: '' };
  return { qualifier: opening, figure: unit === 'percent' ? formatPercent(value, locale) : formatNumber(value, locale) };
}
