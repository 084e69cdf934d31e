import { buildLayer } from '../../../data/layers/build-layer.ts';
import { hiddenStep } from '../../../data/layers/hidden-step.ts';
import { checkRamp } from '../../../data/scales/check-ramp.ts';
import { LAND } from '../../../data/scales/land.ts';
import { DEFAULT_RAMPS, DIVERGING_RAMPS, ownColors, rampColors } from '../../../data/scales/ramps.ts';
import { writeValue } from '../../../data/words/write-value.ts';
import { whereOf } from '../../files/fields.ts';
import type { LayerInput } from '../../normalize/layer-input.ts';
import { layerSpec } from '../../normalize/normalize-layers.ts';
import { MAX_CATEGORIES } from '../../schema/layers.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { faultWords } from '../diagnostics/ramp-words.ts';
import type { CheckedLayer } from './checked-layer.ts';

/** More classes than these nobody finds in the legend again. */
const MAX_CLASSES = 7;

function distinctTexts({ shapes }: LayerInput, column: string): number {
  const texts = shapes.flatMap(({ cells, rows }) => rows.map((row) => row[column] ?? cells[column]));
  return new Set(texts.filter((cell) => typeof cell === 'string')).size;
}

/** Colours for kinds, or null where colours stand for figures. */
function countKinds({ layer: { scale, categories } }: CheckedLayer, input: LayerInput, column: string): number | null {
  const isOfWords = scale.kind === 'categories' || scale.kind === undefined;
  const count = Math.max(isOfWords ? distinctTexts(input, column) : 0, Object.keys(categories).length);
  return count > 0 ? count : null;
}

function checkColors(checked: CheckedLayer, input: LayerInput, column: string): readonly Problem[] {
  const { id, layer, file, files } = checked;
  const { kind, classes, colors, breaks = [] } = layer.scale;
  const where = (field: string) => whereOf(files.raw, file, `${id}.${field}`);
  const kinds = countKinds(checked, input, column);
  if (kinds !== null) {
    const found = { count: kinds, most: MAX_CATEGORIES };
    return kinds > MAX_CATEGORIES ? [buildProblem('ManyClasses', where('scale'), found)] : [];
  }
  const name = typeof colors === 'string' ? colors : '';
  const middle =
    kind !== 'diverging' && DIVERGING_RAMPS.includes(name)
      ? [buildProblem('RampWithoutMiddle', where('scale.colors'), { ramp: name })]
      : [];
  if (kind === 'continuous') return middle;
  const count = kind === 'breaks' ? breaks.length + 1 : classes;
  if (count > MAX_CLASSES) {
    return [...middle, buildProblem('ManyClasses', where('scale.classes'), { count, most: MAX_CLASSES })];
  }
  const usual = kind === 'diverging' ? DEFAULT_RAMPS.diverging : DEFAULT_RAMPS.sequential;
  const ramp = Array.isArray(colors) ? ownColors(colors) : rampColors(name || usual, count);
  const [fault] = checkRamp(ramp, LAND);
  return fault === undefined
    ? middle
    : [...middle, buildProblem('FaintRamp', where('scale'), { detail: faultWords(fault) })];
}

function checkOutliers({ id, layer, context, file, files }: CheckedLayer, input: LayerInput): readonly Problem[] {
  if (layer.show !== undefined || layer.value === undefined) return [];
  const { defaultLocale: locale } = files;
  const spec = layerSpec(id, layer, context, input, { locale, figure: String, say: () => '', sources: {} });
  const found = hiddenStep(buildLayer(spec, input.shapes, locale));
  if (found === null) return [];
  const [next, far] = found.map(({ figure }) => writeValue(figure, spec.unit, 'en'));
  const places = placesWords([`\`${found[1].feature.id}\``]).replace(/^at /, '');
  const where = whereOf(files.raw, file, `${id}.scale`);
  return [buildProblem('HiddenOutlier', where, { places, highest: far ?? '', next: next ?? '' })];
}

/** Whether the colours of a layer can be told apart, mean what they seem to mean, and show what stands out. */
export function checkClasses(checked: CheckedLayer, input: LayerInput): readonly Problem[] {
  const { value, color } = checked.layer;
  const column = value ?? color;
  return column === undefined ? [] : [...checkColors(checked, input, column), ...checkOutliers(checked, input)];
}
