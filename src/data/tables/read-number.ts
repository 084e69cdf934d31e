/** How a file writes fractions. */
export type DecimalSign = '.' | ',';

const PLAIN = {
  '.': /^[-+]?(?:\d+|\d{1,3}(?:[, '’]\d{3})+)?(?:\.\d+)?(?:e[-+]?\d+)?%?$/i,
  ',': /^[-+]?(?:\d+|\d{1,3}(?:[. '’]\d{3})+)?(?:,\d+)?(?:e[-+]?\d+)?%?$/i,
} as const;

const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?|∞)$/i;
/** A code such as a commune's, which loses its meaning with its noughts. */
const CODE = /^0\d/;

const ARABIC_ZEROS = [0x660, 0x6f0];

/** Signs and figures of other scripts and typesetters as programs write them. */
export function plainFigures(text: string): string {
  return text
    .trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ARABIC_ZEROS.findLast((first) => code >= first) ?? code;
      return String(code - zero);
    })
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('−', '-')
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
}

/** `not-finite` for what says of itself that it is no number a computer can hold; null for a text. */
export function readNumber(text: string, decimal: DecimalSign): number | 'not-finite' | null {
  const figures = plainFigures(text);
  if (NOT_FINITE.test(figures)) return 'not-finite';
  if (!/\d/.test(figures) || CODE.test(figures) || !PLAIN[decimal].test(figures)) return null;
  const bare = figures.replace(/ |'|’|%/g, '');
  const value = Number(decimal === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.'));
  if (!Number.isFinite(value)) return 'not-finite';
  // More digits than a number keeps: this is a code.
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !/e/i.test(bare) ? null : value;
}

const ONLY_COMMA = /^[-+]?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})$|^[-+]?\d{4,},\d+$|^[-+]?0,\d+$|\.\d{3},\d/;
const ONLY_POINT = /^[-+]?[\d, ]*\.(?:\d{1,2}|\d{4,})$|^[-+]?0\.\d+$|^[-+]?\d{4,}\.\d+$/;
const MAYBE_COMMA = /^[-+]?\d+,\d+$/;

/**
 * How a file writes fractions: by the cells that leave no choice; where `1,234` alone is found, by what parts its columns,
 * since who writes a decimal comma parts columns by something else.
 */
export function decimalSignOf(cells: readonly string[], delimiter: string): DecimalSign {
  let maybe = false;
  for (const cell of cells) {
    if (ONLY_POINT.test(cell)) return '.';
    if (ONLY_COMMA.test(cell)) return ',';
    maybe ||= MAYBE_COMMA.test(cell);
  }
  return maybe && delimiter !== ',' ? ',' : '.';
}
