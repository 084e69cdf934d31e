/**
 * Words of a language that tell what a figure beside them is, where `Intl` has none. Alternatives are parted by `|`; they
 * stand as they are written in the middle of a sentence.
 */
export interface DateWords {
  /** How a year, a page, a line and a version are written so that they are known for what they are; `#` is the figure. */
  readonly write?: readonly string[];
  /** Between two days, two years or two centuries: to, until, and, or. */
  readonly to?: string;
  /** Before a year, of whatever length: the year, anno. */
  readonly year?: string;
  /** After a year, of whatever length. */
  readonly yearAfter?: string;
  /** Before a date, so that four figures after it are a year: in, since, the. */
  readonly when?: string;
  readonly seasons?: string;
  /** Beside the number of a century, before or after it. */
  readonly century?: string;
  /** Straight after the last nought of a decade, and before a decade. */
  readonly decadeEnd?: string;
  readonly decade?: string;
  /** What follows an ordinal number: `th`, `º`. */
  readonly ordinal?: string;
  /** Before the number of a route, a line, a flight, a page. */
  readonly label?: string;
  /** After an hour, and after nothing else. */
  readonly clock?: string;
  /** Before an hour, and after an hour that a word of `at` stands before. */
  readonly at?: string;
  readonly hours?: string;
  /** After a number that is no year. */
  readonly counted?: string;
  /** Other names of eras than those of `Intl`. */
  readonly eras?: string;
}
