type Marks = readonly [open: string, close: string];

const ENGLISH: Marks = ['“', '”'];
const GUILLEMETS: Marks = ['«', '»'];
const LOW: Marks = ['„', '“'];
const LOW_AND_HIGH: Marks = ['„', '”'];
const CORNERS: Marks = ['「', '」'];

/** By language, or by its whole tag where one country has other marks; English ones where nothing is said. */
const MARKS: Readonly<Record<string, Marks>> = {
  ...{
    ar: GUILLEMETS,
    be: GUILLEMETS,
    ca: GUILLEMETS,
    ckb: GUILLEMETS,
    el: GUILLEMETS,
    es: GUILLEMETS,
    fa: GUILLEMETS,
  },
  ...{ hy: GUILLEMETS, it: GUILLEMETS, kk: GUILLEMETS, no: GUILLEMETS, nb: GUILLEMETS, nn: GUILLEMETS, ps: GUILLEMETS },
  ...{ 'pt-PT': GUILLEMETS, ru: GUILLEMETS, sq: GUILLEMETS, uk: GUILLEMETS, ug: GUILLEMETS, 'es-419': ENGLISH },
  ...{ 'de-CH': GUILLEMETS, 'de-LI': GUILLEMETS, 'fr-CH': GUILLEMETS, 'it-CH': GUILLEMETS, 'es-MX': ENGLISH },
  ...{ bg: LOW, cs: LOW, de: LOW, et: LOW, is: LOW, ka: LOW, lt: LOW, sk: LOW, sl: LOW },
  ...{ bs: LOW_AND_HIGH, hr: LOW_AND_HIGH, hu: LOW_AND_HIGH, pl: LOW_AND_HIGH, ro: LOW_AND_HIGH, sr: LOW_AND_HIGH },
  ...{ da: ['”', '”'], fi: ['”', '”'], he: ['”', '”'], nl: ['‘', '’'], sv: ['”', '”'] },
  // Narrow spaces that do not break.
  fr: ['«\u202f', '\u202f»'],
  ...{ ja: CORNERS, 'zh-Hant': CORNERS, 'zh-TW': CORNERS, 'zh-HK': CORNERS },
};

/** Marks around what a person said, as the Unicode CLDR has them for the language or newsrooms of it agree. */
export function quotationMarks(locale: string): Marks {
  return MARKS[locale] ?? MARKS[new Intl.Locale(locale).language] ?? ENGLISH;
}
