/**
 * Words a minute that adults read silently, by language: S. Trauzettel-Klosinski and K. Dietz, "Standardized Assessment of
 * Reading Performance: The New International Reading Speed Texts IReST", 2012, table 2. Chinese and Japanese counted in the words of
 * that study.
 */
const READ_ALONE: Readonly<Record<string, number>> = {
  ar: 138,
  zh: 158,
  nl: 202,
  en: 228,
  fi: 161,
  fr: 195,
  de: 179,
  he: 187,
  it: 188,
  ja: 193,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  es: 218,
  sv: 199,
  tr: 166,
};

const SLOWEST = Math.min(...Object.values(READ_ALONE));

/** Who reads on a film also looks at the map. */
const BESIDE_A_PICTURE = 0.75;

/** Words a minute of a film's text in a language; of one that nobody measured, as in the slowest. */
export function wordsPerMinute(locale: string): number {
  const { language } = new Intl.Locale(locale);
  return Math.round((READ_ALONE[language] ?? SLOWEST) * BESIDE_A_PICTURE);
}

/** Words of a text, in languages without spaces too. */
export function countWords(text: string, locale: string): number {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}
