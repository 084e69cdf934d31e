/** How a language is written. */
export interface LocaleInfo {
  readonly dir: 'ltr' | 'rtl';
  /** Unicode numbering system of its figures. */
  readonly numberingSystem: string;
  /** Its name in itself. */
  readonly name: string;
}

/** Languages a story may be told in. Each also needs `strings/<code>.json` and `strings/map/<code>.json`. */
export const LOCALES: Readonly<Record<string, LocaleInfo>> = {
  en: { dir: 'ltr', numberingSystem: 'latn', name: 'English' },
  ar: { dir: 'rtl', numberingSystem: 'arab', name: 'العربية' },
};

/** A language nobody has described yet reads as left to right with Latin figures. */
export function localeInfo(locale: string): LocaleInfo {
  return LOCALES[locale] ?? { dir: 'ltr', numberingSystem: 'latn', name: locale };
}

/** The tag for `Intl`, which carries the figures: `ar-u-nu-arab`. */
export function intlTag(locale: string): string {
  return `${locale}-u-nu-${localeInfo(locale).numberingSystem}`;
}
