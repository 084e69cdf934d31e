import { checkRamp, type RampFault } from '../../../data/scales/check-ramp.ts';
import { rampColors } from '../../../data/scales/ramps.ts';
import { whereOf } from '../../files/fields.ts';
import type { LayerInput } from '../../normalize/layer-input.ts';
import { MAX_CATEGORIES } from '../../schema/layers.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import type { CheckedLayer } from './checked-layer.ts';

/** More classes than these nobody finds in the legend again. */
const MAX_CLASSES = 7;
/** Units that say by themselves that a figure is no count. */
const RATES = /^(percent|%|per |.+ per |.*\/.+|°|index)/;
const NOT_COUNTS = ['diverging', 'categories'];
/** What data lie on. */
const LAND = { light: '#F7F2E7', dark: '#262420' } as const;

type Where = (field: string) => ReturnType<typeof whereOf>;

const figuresIn = ({ shapes }: LayerInput, column: string) =>
  shapes.flatMap(({ id, cells, rows }) =>
    rows.flatMap((row) => {
      const cell = row[column] ?? cells[column];
      return typeof cell === 'number' ? [{ id, figure: cell }] : [];
    }),
  );

function checkCounts({ layer }: CheckedLayer, input: LayerInput, where: Where): readonly Problem[] {
  const { areas, value, per, unit, scale } = layer;
  if (areas === undefined || value === undefined || per !== undefined || RATES.test(unit)) return [];
  if (NOT_COUNTS.includes(scale.kind ?? '')) return [];
  const figures = figuresIn(input, value);
  const isCount = figures.length > 0 && figures.every(({ figure }) => Number.isInteger(figure) && figure >= 0);
  return isCount ? [buildProblem('CountsAsAreas', where('value'), { value })] : [];
}

function faultWords({ cause, theme, sight, colors }: RampFault): string {
  const on = `on ${theme} ground`;
  if (cause === 'faint') return `${colors.join(', ')} and the land, ${on}`;
  return `${colors.join(' and ')} ${on}${sight === '' ? '' : `, for readers with ${sight}`}`;
}

function checkColors({ layer }: CheckedLayer, input: LayerInput, where: Where): readonly Problem[] {
  const { scale, value, color, categories } = layer;
  const { kind, classes, colors } = scale;
  const column = value ?? color;
  const kinds = kind === 'categories' || kind === undefined ? distinctTexts(input, column) : 0;
  const count = Math.max(kinds, Object.keys(categories).length);
  if (count > MAX_CATEGORIES) return [buildProblem('ManyClasses', where('scale'), { count, most: MAX_CATEGORIES })];
  if (count > 0 || column === undefined || kind === 'continuous') return [];
  const isOwn = colors !== null && typeof colors !== 'string';
  const made = kind === 'breaks' ? (scale.breaks?.length ?? 0) + 1 : classes;
  if (made > MAX_CLASSES)
    return [buildProblem('ManyClasses', where('scale.classes'), { count: made, most: MAX_CLASSES })];
  const ramp = isOwn
    ? colors.map((one) => ({ light: one, dark: one }))
    : rampColors(colors ?? (kind === 'diverging' ? 'blue-orange' : 'oranges'), made);
  const [fault] = checkRamp(ramp, LAND);
  return fault === undefined ? [] : [buildProblem('FaintRamp', where('scale'), { detail: faultWords(fault) })];
}

function distinctTexts({ shapes }: LayerInput, column: string | undefined): number {
  if (column === undefined) return 0;
  const texts = shapes.flatMap(({ cells, rows }) => rows.map((row) => row[column] ?? cells[column]));
  return new Set(texts.filter((cell) => typeof cell === 'string')).size;
}

function checkSmall({ layer }: CheckedLayer, input: LayerInput, where: Where): readonly Problem[] {
  const { smallNumbers: least, value, size } = layer;
  const column = value ?? size;
  if (least === undefined || column === undefined) return [];
  const small = figuresIn(input, column).filter(({ figure }) => figure > 0 && figure < least);
  const places = placesWords(small.map(({ id }) => `\`${id}\``));
  return small.length === 0 ? [] : [buildProblem('SmallNumbers', where('smallNumbers'), { places, least })];
}

/** Whether a map misleads: what is counted, how it is coloured and sized, and whether it tells of single people. */
export function checkHonesty(checked: CheckedLayer, input: LayerInput): readonly Problem[] {
  const { id, layer, file, files } = checked;
  const where: Where = (field) => whereOf(files.raw, file, `${id}.${field}`);
  const hasFigures =
    layer.size !== undefined ||
    layer.width !== undefined ||
    layer.show !== undefined ||
    (layer.value !== undefined && figuresIn(input, layer.value).length > 0);
  const hasUnit = layer.unit !== '' || layer.per?.times === 100 || layer.scale.kind === 'categories';
  return [
    ...checkCounts(checked, input, where),
    ...checkColors(checked, input, where),
    ...checkSmall(checked, input, where),
    ...(layer.points !== undefined && layer.scale.kind === 'radius'
      ? [buildProblem('CircleNotByArea', where('scale.kind'), {})]
      : []),
    ...(hasFigures && !hasUnit ? [buildProblem('LegendWithoutUnit', where('unit'), {})] : []),
  ];
}
