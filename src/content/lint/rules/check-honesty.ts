import { whereOf } from '../../files/fields.ts';
import type { LayerInput } from '../../normalize/layer-input.ts';
import { sizeColumn } from '../../schema/layers.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import type { CheckedLayer } from './checked-layer.ts';

/** Units that say by themselves that a figure is no count. */
const RATES = /^(percent|%|per |.+ per |.*\/.+|°|index)/;
const NOT_COUNTS = ['diverging', 'categories'];

/** Of one that is told in several languages, the first. */
const unitText = ({ unit }: CheckedLayer['layer']): string =>
  typeof unit === 'string' ? unit : (Object.values(unit)[0] ?? '');

type WhereOf = (field: string) => ReturnType<typeof whereOf>;

const figuresIn = ({ shapes }: LayerInput, column: string) =>
  shapes.flatMap(({ id, cells, rows }) =>
    rows.flatMap((row) => {
      const cell = row[column] ?? cells[column];
      return typeof cell === 'number' ? [{ id, figure: cell }] : [];
    }),
  );

function checkCounts({ layer }: CheckedLayer, input: LayerInput, where: WhereOf): readonly Problem[] {
  const { areas, value, per, scale } = layer;
  if (areas === undefined || value === undefined || per !== undefined || RATES.test(unitText(layer))) return [];
  if (NOT_COUNTS.includes(scale.kind ?? '')) return [];
  const figures = figuresIn(input, value);
  const isCount = figures.length > 0 && figures.every(({ figure }) => Number.isInteger(figure) && figure >= 0);
  return isCount ? [buildProblem('CountsAsAreas', where('value'), { value })] : [];
}

function checkSmall({ layer }: CheckedLayer, input: LayerInput, where: WhereOf): readonly Problem[] {
  const { smallNumbers: least, value, size } = layer;
  const column = value ?? sizeColumn(size);
  if (least === undefined || column === undefined) return [];
  const small = figuresIn(input, column).filter(({ figure }) => figure > 0 && figure < least);
  const places = placesWords(small.map(({ id }) => `\`${id}\``));
  return small.length === 0 ? [] : [buildProblem('SmallNumbers', where('smallNumbers'), { places, least })];
}

/** Spreadsheets show 0.42 as 42 %, and save it as 0.42. */
function checkShares({ layer }: CheckedLayer, input: LayerInput, where: WhereOf): readonly Problem[] {
  const { value, size, width, color, per } = layer;
  const column = value ?? sizeColumn(size ?? width) ?? color;
  if (unitText(layer) !== 'percent' || per !== undefined || column === undefined) return [];
  const figures = figuresIn(input, column).map(({ figure }) => figure);
  const isShare = figures.every((figure) => figure >= 0 && figure <= 1) && figures.some((one) => one > 0 && one < 1);
  const largest = String(figures.reduce((most, figure) => Math.max(most, figure), 0));
  return isShare ? [buildProblem('SharesAsPercent', where('unit'), { column, largest })] : [];
}

/** Whether a map misleads: what is counted, how it is sized, and whether it tells of single people. */
export function checkHonesty(checked: CheckedLayer, input: LayerInput): readonly Problem[] {
  const { id, layer, file, files } = checked;
  const where: WhereOf = (field) => whereOf(files.raw, file, `${id}.${field}`);
  const hasFigures =
    sizeColumn(layer.size ?? layer.width) !== undefined ||
    layer.show !== undefined ||
    (layer.value !== undefined && figuresIn(input, layer.value).length > 0);
  const hasUnit = unitText(layer) !== '' || layer.per?.times === 100 || layer.scale.kind === 'categories';
  return [
    ...checkCounts(checked, input, where),
    ...checkSmall(checked, input, where),
    ...checkShares(checked, input, where),
    ...(layer.points !== undefined && layer.scale.kind === 'radius'
      ? [buildProblem('CircleNotByArea', where('scale.kind'), {})]
      : []),
    ...(hasFigures && !hasUnit ? [buildProblem('LegendWithoutUnit', where('unit'), {})] : []),
  ];
}
