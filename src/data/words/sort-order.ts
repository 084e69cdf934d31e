import { formatter } from '../../i18n/formatter.ts';
import { intlTag } from '../../i18n/locales.ts';
import type { Cell } from '../../story/table.ts';

/** Indexes of cells in rising order: figures by size, texts as a dictionary of the language has them; empty ones stay last, falling too. */
export function sortOrder(cells: readonly Cell[], isFalling: boolean, locale: string): readonly number[] {
  const { compare } = formatter(Intl.Collator, intlTag(locale), { numeric: true });
  const rising = (a: Cell, b: Cell): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  const [known, empty] = [true, false].map((isKnown) =>
    cells.flatMap((cell, index) => ((cell !== null) === isKnown ? [index] : [])),
  );
  const sorted = (known ?? []).toSorted((a, b) => {
    const order = rising(cells[a] ?? null, cells[b] ?? null);
    return isFalling ? -order : order;
  });
  return [...sorted, ...(empty ?? [])];
}
