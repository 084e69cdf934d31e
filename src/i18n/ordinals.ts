import { formatPlainNumber } from './format.ts';
import type { PluralForms } from './format-number.ts';
import { formatter } from './formatter.ts';
import { intlTag } from './locales.ts';

/** How an ordinal number is written in figures (`{n}`), by the plural category `Intl` gives it as an ordinal. */
const ORDINALS: Readonly<Record<string, PluralForms>> = {
  ar: { other: 'الـ{n}' },
  ckb: { other: '{n}ەم' },
  de: { other: '{n}.' },
  en: { one: '{n}st', two: '{n}nd', few: '{n}rd', other: '{n}th' },
  es: { other: '{n}.º' },
  fa: { other: '{n}م' },
  fr: { one: '{n}er', other: '{n}e' },
  he: { other: 'ה-{n}' },
  hi: { other: '{n}वाँ', one: '{n}ला', two: '{n}रा', few: '{n}था', many: '{n}ठा' },
  id: { other: 'ke-{n}' },
  it: { other: '{n}º' },
  ja: { other: '第{n}' },
  ko: { other: '제{n}' },
  ku: { other: '{n}em' },
  nl: { other: '{n}e' },
  pt: { other: '{n}º' },
  ru: { other: '{n}-й' },
  sw: { other: 'ya {n}' },
  uk: { other: '{n}-й' },
  ur: { other: '{n}واں' },
  zh: { other: '第{n}' },
};

/** `3rd`, `3.`, `第3`: a place in an order, as the language writes it in figures; with a point where nobody has said how. */
export function formatOrdinal(value: number, locale: string): string {
  const forms: PluralForms = ORDINALS[new Intl.Locale(locale).language] ?? { other: '{n}.' };
  const category = formatter(Intl.PluralRules, intlTag(locale), { type: 'ordinal' }).select(value);
  return (forms[category] ?? forms.other).replace('{n}', formatPlainNumber(value, locale));
}
