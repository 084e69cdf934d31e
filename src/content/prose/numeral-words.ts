/** How a language writes months in dates, and the words that stand for noughts. */
export interface NumeralWords {
  readonly months: readonly string[];
  /** Words after a figure and what they multiply it by: `million` 1,000,000. */
  readonly multiples: ReadonlyMap<string, number>;
}

const ENGLISH_SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'];
const LEVANTINE = [
  ...['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول'],
  ...['تشرين الأول', 'تشرين الثاني', 'كانون الأول'],
];

function partsOf(parts: readonly { readonly type: string; readonly value: string }[], type: string): readonly string[] {
  return parts.filter((part) => part.type === type).map(({ value }) => value);
}

/** Months as they stand beside a day: many languages inflect them there. */
function monthsIn(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2019, month, 1))).flatMap((parts) =>
    partsOf(parts, 'month'),
  );
}

/** A language may have one word for two, another for five and a third for a hundred thousand. */
function multiplesIn(locale: string): ReadonlyMap<string, number> {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  const found = [1e3, 1e6, 1e9].flatMap((multiple) =>
    [1, 2, 5, 11, 100].flatMap((count) =>
      partsOf(format.formatToParts(count * multiple), 'compact').map((word) => [word, multiple] as const),
    ),
  );
  return new Map(found);
}

const wordsCache = new Map<string, NumeralWords>();

export function numeralWords(locale: string): NumeralWords {
  const found = wordsCache.get(locale) ?? {
    months: [...monthsIn(locale), ...monthsIn('en'), ...ENGLISH_SHORT, ...LEVANTINE],
    multiples: new Map([...multiplesIn('en'), ...multiplesIn('ar'), ...multiplesIn(locale)]),
  };
  wordsCache.set(locale, found);
  return found;
}
