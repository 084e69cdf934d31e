const DIGIT = /\p{Nd}/u;

/** The digits of a script follow one another: how many of them come before one is what it stands for. */
function digitValue(code: number, before = 0): number {
  if (before === 9 || !DIGIT.test(String.fromCharCode(code - before - 1))) return before;
  return digitValue(code, before + 1);
}

/** A text with the figures of whichever script as 0–9, each where it stood; signs that steer direction are spaces. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f]/g, ' ')
    .replace(/[^\0-\x7f]/g, (sign) => (DIGIT.test(sign) ? String(digitValue(sign.charCodeAt(0))) : sign));
}
