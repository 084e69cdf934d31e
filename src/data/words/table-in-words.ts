import { formatNumber } from '../../i18n/format-number.ts';
import { translate } from '../../i18n/translate.ts';
import type { LayerWords } from '../../story/data/data-layer.ts';

/** Rows that a reader takes in; of more, those with the highest figures and those with the lowest. */
const MAX_ROWS = 30;

/** The rows of a layer's table for its section, and what is left out of it in words; empty where nothing is. */
export function tableInWords({ rows, sortKeys }: LayerWords, locale: string) {
  if (rows.length <= MAX_ROWS) return { rows, sortKeys, note: '' };
  const figureAt = (index: number): number => {
    const figure = sortKeys[index]?.at(-1);
    return typeof figure === 'number' ? figure : Number.NaN;
  };
  const known = rows.map((_, index) => index).filter((index) => !Number.isNaN(figureAt(index)));
  const ordered = known.toSorted((a, b) => figureAt(b) - figureAt(a));
  const half = MAX_ROWS / 2;
  const told = ordered.length <= MAX_ROWS ? ordered : [...ordered.slice(0, half), ...ordered.slice(-half)];
  const shown = told.length > 0 ? told : rows.slice(0, MAX_ROWS).map((_, index) => index);
  const [count, total] = [shown.length, rows.length].map((number) => formatNumber(number, locale));
  return {
    rows: shown.map((index) => rows[index] ?? []),
    sortKeys: shown.map((index) => sortKeys[index] ?? []),
    note: translate('dataRows', locale, { count: count ?? '', total: total ?? '' }),
  };
}
