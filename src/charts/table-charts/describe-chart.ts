import type { DataTable, DescribeContext } from '../../annotations/define.ts';
import { formatPercent } from '../../i18n/format.ts';
import { formatter } from '../../i18n/formatter.ts';
import { intlTag } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.ts';
import { type ChartData, isNumber, NO_DATA } from './chart-data.ts';
import { isShareUnit } from './frame/chart-frame.ts';

interface Described {
  readonly title: string;
  readonly unit: string;
  readonly data?: ChartData | undefined;
}

/** More rows than this are for the file they come from: of an ordered chart only some are written out. */
const MAX_ROWS = 60;

/** Every figure a chart shows, in full. */
export function describeChart({ title, unit, data = NO_DATA }: Described, { locale }: DescribeContext): DataTable {
  const figures = formatter(Intl.NumberFormat, intlTag(locale), { maximumSignificantDigits: 12 });
  const write = (value: number | null | undefined): string => {
    if (!isNumber(value)) return translate('noFigure', locale);
    return isShareUnit(unit) ? formatPercent(value, locale) : figures.format(value);
  };
  const every = Math.max(1, Math.ceil(data.keys.length / MAX_ROWS));
  const isShown = (index: number): boolean => index % every === 0 || index === data.keys.length - 1;
  const rows = data.keyLabels.map((label, index) => [
    label,
    ...data.series.map(({ values, words }) => words?.[index] ?? write(values[index])),
  ]);
  const caption = unit === '' || isShareUnit(unit) ? title : `${title} (${unit})`;
  return {
    caption,
    head: [data.keyLabel, ...data.series.map(({ label }) => label)],
    rows: rows.filter((_, index) => isShown(index)),
  };
}
