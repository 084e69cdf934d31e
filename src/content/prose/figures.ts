import type { Fact } from '../../story/story.ts';

export interface FigureStyle {
  /** Without the qualifier: for an age, a date, or where the sentence says "more than" itself. */
  readonly bare?: boolean;
  /** Begins a sentence. */
  readonly sentence?: boolean;
}

/** The numbers a fact of the ledger stands for, as they were written: none, one, or both ends of a range. */
export function figuresOf(fact: unknown): readonly number[] {
  const value: unknown =
    fact !== null && typeof fact === 'object' ? (fact as { readonly value?: unknown }).value : null;
  return [value].flat().filter((figure) => typeof figure === 'number');
}

function capitalised(text: string, locale: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** A fact as a sentence uses it: `more than 235,000`. A fact without a figure is given in the ledger's own words. */
export function figureText(fact: Fact, locale: string, { bare = false, sentence = false }: FigureStyle = {}): string {
  const figure = bare || fact.qualifier === '' ? fact.figure : `${fact.qualifier} ${fact.figure}`;
  const text = fact.figure === '' ? fact.text : figure;
  return sentence ? capitalised(text, locale) : text;
}
