import { LOCALES, type LocaleEntry } from './locale-entries.ts';

/** How a language is written. */
export interface LocaleInfo extends LocaleEntry {
  readonly dir: 'ltr' | 'rtl';
  /** ISO 15924 code of its script in small letters, such as `latn`, `arab` or `hans`. */
  readonly script: string;
  readonly numberingSystem: string;
}

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /^(adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa|yezi)$/;

/** Figures of languages that browsers may not know. */
const FIGURES: Readonly<Record<string, string>> = { ckb: 'arab', ks: 'arabext', ps: 'arabext' };

const isKnown = (locale: string): boolean => Intl.NumberFormat.supportedLocalesOf(locale).length > 0;

function figuresOf(locale: string, { language, script }: Intl.Locale): string {
  if (isKnown(locale)) return new Intl.NumberFormat(locale).resolvedOptions().numberingSystem;
  return FIGURES[language] ?? (script === 'Arab' ? 'arab' : 'latn');
}

function readInfo(locale: string): LocaleInfo {
  const full = new Intl.Locale(locale).maximize();
  const script = (full.script ?? 'Latn').toLowerCase();
  return {
    dir: RIGHT_TO_LEFT.test(script) ? 'rtl' : 'ltr',
    script,
    numberingSystem: figuresOf(locale, full),
    ...LOCALES[locale],
  };
}

const infos = new Map<string, LocaleInfo>();

/**
 * How any language is written, described here or not: what its tag leaves out is what Unicode takes to be likely.
 * @param locale a BCP 47 tag such as `ckb`, `pt-BR` or `zh-Hans`
 * @throws RangeError where it is none
 */
export function localeInfo(locale: string): LocaleInfo {
  const info = infos.get(locale) ?? readInfo(locale);
  infos.set(locale, info);
  return info;
}

/** The tag for `Intl`, which carries the figures and the calendar dates are given in: `ar-u-ca-gregory-nu-arab`. */
export function intlTag(locale: string): string {
  const { numberingSystem, script } = localeInfo(locale);
  const known = isKnown(locale) ? locale : script === 'arab' ? 'ar' : 'en';
  return `${known}-u-ca-gregory-nu-${numberingSystem}`;
}

/** Attributes of an element whose words are in this language. */
export function langAttributes(locale: string) {
  const { dir, script } = localeInfo(locale);
  return { lang: locale, dir, 'data-script': script } as const;
}
