/** How a language is written. */
export interface LocaleInfo {
  readonly dir: 'ltr' | 'rtl';
  /** Which of the typefaces its words are set in. */
  readonly script: 'latn' | 'arab';
  /** Unicode numbering system of its figures. */
  readonly numberingSystem: string;
  /** Its name in itself. */
  readonly name: string;
  /**
   * The word after a round count of thousands, by plural category of the count, where figures in full read badly; absent
   * where they do not.
   */
  readonly thousands?: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
  /** Marks around what a person said. */
  readonly quotes: readonly [string, string];
  /** Language and region whose order of day, month and year its dates follow; the language itself where absent. */
  readonly dateTag?: string;
  /** Names of the months where they differ from those of the language at large. */
  readonly months?: readonly string[];
  /** Language and region as Open Graph writes them. */
  readonly openGraph: string;
}

/** The Levantine month first, then the one used elsewhere. */
const LEVANTINE_MONTHS = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
] as const;

/** Languages a story may be told in. Each also needs `strings/<code>.json`. */
export const LOCALES: Readonly<Record<string, LocaleInfo>> = {
  en: {
    dir: 'ltr',
    script: 'latn',
    numberingSystem: 'latn',
    name: 'English',
    quotes: ['“', '”'],
    // British order: the dates of a story are those of its sources.
    dateTag: 'en-GB',
    openGraph: 'en_GB',
  },
  ar: {
    dir: 'rtl',
    script: 'arab',
    numberingSystem: 'arab',
    name: 'العربية',
    // The nought is a dot and the separator looks like a quotation mark. As Intl has them, but for ten thousand, which it
    // gives the word of eleven. The dual is inflected and has no figure: one and two thousand stay in figures.
    thousands: { few: 'آلاف', other: 'ألف' },
    quotes: ['«', '»'],
    months: LEVANTINE_MONTHS,
    openGraph: 'ar_AR',
  },
};

/** A language nobody has described yet reads as left to right with Latin figures. */
export function localeInfo(locale: string): LocaleInfo {
  const unknown = { dir: 'ltr', script: 'latn', numberingSystem: 'latn', quotes: ['“', '”'] } as const;
  return LOCALES[locale] ?? { ...unknown, name: locale, openGraph: locale };
}

/** The tag for `Intl`, which carries the figures: `ar-u-nu-arab`. */
export function intlTag(locale: string): string {
  return `${locale}-u-nu-${localeInfo(locale).numberingSystem}`;
}

/** Attributes of an element whose words are in this language. */
export function langAttributes(locale: string) {
  const { dir, script } = localeInfo(locale);
  return { lang: locale, dir, 'data-script': script } as const;
}
