import { formatNumber } from './format.ts';
import { intlTag } from './locales.ts';
import en from './strings/en.json' with { type: 'json' };

/** A text, or its forms by plural category of `count`. */
type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<string, Text>>;
export type Params = Readonly<Record<string, string | number>>;

/** Interface texts by language. English is the whole set: the others are held to its keys. */
export const STRINGS: Readonly<Record<string, Strings>> = { en };

function formOf(text: Text, params: Params, locale: string): string {
  if (typeof text === 'string') return text;
  const category = new Intl.PluralRules(intlTag(locale)).select(Number(params['count'] ?? 0));
  return text[category] ?? text.other;
}

/** A text with its parameters filled in, in the language's own figures; one with plural forms is chosen by `count`. */
export function fillIn(text: Text, locale: string, params: Params): string {
  return formOf(text, params, locale).replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = params[name];
    if (value === undefined) return braces;
    return typeof value === 'number' ? formatNumber(value, locale) : value;
  });
}

/**
 * An interface text in the reader's language. Where a language lacks a text the English one stands in, and
 * `npm run check` says so.
 */
export function translate(key: StringKey, locale: string, params: Params = {}): string {
  const own = STRINGS[locale]?.[key];
  return own === undefined ? fillIn(en[key], 'en', params) : fillIn(own, locale, params);
}
