const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?)?)?)?$/;
const SLASHED = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})$/;

/** A day, month or year in ISO form, without its hour; null for anything else, a day that no calendar has too. */
export function readDate(text: string): string | null {
  const [, year, month, day] = ISO.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return year;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (day === undefined) return isMonth ? `${year}-${month}` : null;
  const date = `${year}-${month}-${day}`;
  return isMonth && Number(day) >= 1 && new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day) ? date : null;
}

/** Whether a text is a date in an order that differs from country to country. */
export function isSlashDate(text: string): boolean {
  const [, first, , second] = SLASHED.exec(text.trim()) ?? [];
  return first !== undefined && second !== undefined && Math.min(Number(first), Number(second)) <= 12;
}
