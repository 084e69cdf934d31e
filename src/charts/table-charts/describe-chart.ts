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

/** Times that have a column for each figure; of more, the first and the last. */
const MAX_TIMES = 6;

/** Figures of several times as columns of one table, a row a name. */
function overTimes(data: ChartData): ChartData {
  const { frames = [] } = data;
  if (frames.length < 2) return data;
  const told = frames.length <= MAX_TIMES ? frames : [...frames.slice(0, 1), ...frames.slice(-1)];
  const labels = new Map(
    told.flatMap(({ keys, keyLabels }) => keys.map((key, at) => [key, keyLabels[at] ?? ''] as const)),
  );
  const keys = [...labels.keys()];
  const series = told.flatMap((one) =>
    one.series.map((own) => ({
      name: own.name,
      label: `${own.label}, ${one.time}`,
      values: keys.map((key) => own.values[one.keys.indexOf(key)] ?? null),
    })),
  );
  return { ...data, keys, keyLabels: [...labels.values()], series };
}

/** Every figure a chart shows, in full. */
export function describeChart(
  { title, unit, data: bound = NO_DATA }: Described,
  { locale }: DescribeContext,
): DataTable {
  const data = overTimes(bound);
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
