import { formatNumber, type PluralForms } from './format-number.ts';
import { formatter } from './formatter.ts';
import { intlTag } from './locales.ts';

/** A text, or its forms by plural category of `count`. */
export type Text = string | PluralForms;

export type Params = Readonly<Record<string, string | number>>;

function formOf(text: Text, params: Params, locale: string): string {
  if (typeof text === 'string') return text;
  const category = formatter(Intl.PluralRules, intlTag(locale), {}).select(Number(params['count'] ?? 0));
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
