/** How a language writes a date that its months stand in: `{day}`, `{month}` and `{year}`. */
export type DatePatterns = Readonly<Record<'full' | 'day-month' | 'month-year', string>>;

/** What is said of a language by hand, where `Intl` says nothing or something else. */
export interface LocaleEntry {
  /** Unicode numbering system of its figures. */
  readonly numberingSystem?: string;
  /** Language and region whose order of day, month and year its dates follow; the language itself where absent. */
  readonly dateTag?: string;
  /** Names of the months where they differ from those of the language at large, or browsers have none. */
  readonly months?: readonly string[];
  /** The same as they stand in `dates`, where endings follow them; `months` where absent. */
  readonly monthStems?: readonly string[];
  /** Short names of units that `Intl` has none for. */
  readonly units?: Readonly<Record<'kilometer' | 'meter', string>>;
  /** With `months`; day, month and year one after another where absent. */
  readonly dates?: DatePatterns;
}

/** The Levantine month first, then the one used elsewhere. */
export const LEVANTINE_MONTHS = [
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

// Browsers know neither kind of Kurdish.
const KURMANJI_MONTHS = 'sibat adar nîsan gulan hezîran tîrmeh tebax îlon cotmeh mijdar kanûn'.split(' ');
const SORANI_MONTHS = [
  'کانوونی دووەم',
  ...'شوبات ئازار نیسان ئایار حوزەیران تەمووز ئاب ئەیلوول'.split(' '),
  'تشرینی یەکەم',
  'تشرینی دووەم',
  'کانوونی یەکەم',
];

/** Languages whose interface texts are in `strings/<code>.json`. A site's pages get the entries of its own languages. */
export const LOCALES: Readonly<Record<string, LocaleEntry>> = {
  ar: { numberingSystem: 'arab', months: LEVANTINE_MONTHS },
  ckb: {
    numberingSystem: 'arab',
    units: { kilometer: 'کم', meter: 'م' },
    months: SORANI_MONTHS,
    dates: { full: '{day}ی {month}ی {year}', 'day-month': '{day}ی {month}', 'month-year': '{month}ی {year}' },
  },
  de: {},
  // British order: the dates of a story are those of its sources.
  en: { dateTag: 'en-GB' },
  es: {},
  fa: {},
  fr: {},
  he: {},
  hi: {},
  id: {},
  it: {},
  ja: {},
  ko: {},
  ku: {
    months: ['çile', ...KURMANJI_MONTHS],
    monthStems: ['çiley', ...KURMANJI_MONTHS],
    dates: { full: '{day}ê {month}a {year}an', 'day-month': '{day}ê {month}ê', 'month-year': '{month}a {year}an' },
  },
  nl: {},
  pl: {},
  'pt-BR': {},
  ru: {},
  sw: {},
  tr: {},
  uk: {},
  'zh-Hans': {},
};
