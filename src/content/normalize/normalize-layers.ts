import { buildLayer, type JoinedShape } from '../../data/layers/build-layer.ts';
import type { LayerSpec } from '../../data/layers/layer-spec.ts';
import type { ScaleSpec } from '../../data/scales/scale.ts';
import { DEFAULT_MAX_PX } from '../../data/scales/symbol-size.ts';
import { layerWords } from '../../data/words/layer-words.ts';
import { withUnitWords } from '../../data/words/unit-words.ts';
import { middleLngOf } from '../../geo/antimeridian.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { DataLayer, DataSlice, LayerWords } from '../../story/data/data-layer.ts';
import { fileNamed, membersOf } from '../files/story-files.ts';
import { layersFileSchema, type RawLayer } from '../schema/layers.ts';
import { fileOf, type LayerContext, type LayerInput, layerInput, pathIn } from './layer-input.ts';
import { mapValues, type Reading } from './normalize-documents.ts';
import { unwrapGeometry } from './normalize-longitudes.ts';

const NAMES = ['name', 'NAME', 'Name'];
/** Shorter ones are signs, such as `t/ha`, that every language knows. */
const WORD = /\p{L}{4,}/u;

/** The column that sizes say, or the one measure of all. */
function sizesOf({ size, width }: RawLayer): Pick<LayerSpec, 'size' | 'plainPx'> {
  const said = size ?? width ?? null;
  return typeof said === 'number' ? { size: null, plainPx: said } : { size: said, plainPx: null };
}

function showOf({ areas, lines, from, show, size }: RawLayer): LayerSpec['show'] {
  if (show !== undefined) return show;
  if (areas !== undefined) return 'areas';
  if (lines !== undefined) return from === undefined ? 'lines' : 'flows';
  return typeof size === 'string' ? 'symbols' : 'points';
}

/** The column that names things: as the author says for the language, or the usual one. */
function nameColumn({ name }: RawLayer, locale: string, columns: readonly string[]): string | null {
  const said = typeof name === 'string' ? name : (name?.[locale] ?? Object.values(name ?? {})[0]);
  return said ?? NAMES.find((usual) => columns.includes(usual)) ?? null;
}

/** Colours of figures are classes, of words categories. */
function scaleSpec({ scale, categories, show }: RawLayer, isFigures: boolean): ScaleSpec {
  const { kind, classes, colors, breaks = [], middle = 0 } = scale;
  const own = kind === undefined || kind === 'area' || kind === 'radius' ? null : kind;
  const usual = !isFigures ? 'categories' : show === 'grid' ? 'quantile' : 'jenks';
  return { kind: own ?? usual, classes, colors, breaks, middle, categories: Object.keys(categories) };
}

/** Lines are compared by their widths, spikes by their heights. */
const isByArea = ({ width, scale, shape }: RawLayer): boolean =>
  width === undefined && scale.kind !== 'radius' && shape !== 'spike';

interface LayerReading extends Reading {
  /** Names of the story's sources by id. */
  readonly sources: Readonly<Record<string, string>>;
}

function sourceOf(layer: RawLayer, { raw }: LayerContext, { sources, say }: LayerReading): string {
  const named = sources[layer.source ?? ''];
  if (named !== undefined) return named;
  const listed = fileNamed(raw, 'data/sources.yaml')?.data as
    | Readonly<Record<string, { source?: Parameters<typeof say>[0] }>>
    | undefined;
  const path = layer.join?.table ?? pathIn(fileOf(layer));
  const own = fileNamed(raw, path)?.data as { readonly source?: Parameters<typeof say>[0] } | undefined;
  return say(listed?.[path.replace(/^data\//, '')]?.source ?? own?.source ?? '');
}

/** What a layer's figures are in; a word that is written for all languages is told in the first of them alone. */
function unitOf({ unit, per }: RawLayer, { raw }: LayerContext, { say, locale }: LayerReading) {
  const { defaultLocale } = membersOf(fileNamed(raw, 'story.yaml')?.data);
  const own = say(unit) || (per?.times === 100 ? 'percent' : '');
  const isForeign = typeof unit === 'string' && locale !== defaultLocale && WORD.test(unit);
  return { unit: own, words: isForeign ? '' : own };
}

/** The titles of a layer's colours and of its sizes, of which one says what figures are in that stand alone. */
function labelsOf(layer: RawLayer, unitWords: string, { say }: LayerReading, isFigures: boolean) {
  const [label, sizeLabel] = [say(layer.label), say(layer.sizeLabel)];
  const isSized = sizesOf(layer).size !== null && layer.show === undefined;
  const isColored = (layer.value ?? layer.color) !== undefined || layer.show !== undefined;
  if (!isSized && !isFigures) return { label, sizeLabel };
  const sized = withUnitWords(sizeLabel, unitWords);
  if (isSized && isColored && !isFigures && sizeLabel !== '') return { label, sizeLabel: sized };
  const isSaid = isSized && sized === sizeLabel;
  return { label: isSaid ? label : withUnitWords(label, unitWords), sizeLabel };
}

/** A layer as its author defines it, in one language. */
export function layerSpec(
  id: string,
  layer: RawLayer,
  context: LayerContext,
  input: LayerInput,
  reading: LayerReading,
): LayerSpec {
  const { say, locale } = reading;
  const [first] = input.shapes;
  const columns = Object.keys({ ...first?.cells, ...first?.rows[0] });
  const value = layer.value ?? layer.color ?? null;
  const found = input.shapes.flatMap(({ cells, rows }) =>
    (rows.length === 0 ? [] : rows).map((row) => ({ ...cells, ...row })[value ?? '']),
  );
  const isFigures = layer.show !== undefined || found.some((cell) => typeof cell === 'number');
  const { unit, words } = unitOf(layer, context, reading);
  return {
    id,
    show: showOf(layer),
    name: nameColumn(layer, locale, columns),
    value,
    per: layer.per ?? null,
    ...sizesOf(layer),
    sizeKind: isByArea(layer) ? 'area' : 'length',
    shape: layer.shape,
    maxPx: layer.scale.max ?? DEFAULT_MAX_PX[layer.shape],
    scale: scaleSpec(layer, isFigures),
    time: layer.time ?? null,
    categoryNames: mapValues(layer.categories, (text) => say(text)),
    cell: layer.cell,
    ...labelsOf(layer, words, reading, isFigures),
    unit,
    source: sourceOf(layer, context, reading),
    isOffered: layer.download,
  };
}

/** What a layer is built of, in one language, all longitudes counted from the story's middle. */
export interface LayerParts {
  readonly spec: LayerSpec;
  readonly shapes: readonly JoinedShape[];
}

export function layerParts(
  [id, layer]: readonly [string, RawLayer],
  context: LayerContext,
  bounds: LngLatBounds,
  reading: LayerReading,
): LayerParts {
  const near = middleLngOf(bounds);
  const input = layerInput(layer, context);
  const shapes = input.shapes.map((shape) => ({ ...shape, geometry: unwrapGeometry(shape.geometry, near) }));
  return { spec: layerSpec(id, layer, context, input, reading), shapes };
}

/** A data layer, and how any slices of it are told in words. */
export interface ToldLayer {
  readonly layer: DataLayer;
  readonly wordsOf: (slices: readonly DataSlice[]) => LayerWords;
  /** How many of its highest are named on the map. */
  readonly mostNames: number;
}

/** The story's data layers in one language. */
export function normalizeLayers(
  context: LayerContext,
  bounds: LngLatBounds,
  reading: LayerReading,
): Readonly<Record<string, ToldLayer>> {
  const file = fileNamed(context.raw, 'layers.yaml');
  if (file === undefined) return {};
  return mapValues(layersFileSchema.parse(file.data), (layer, id) => {
    const { spec, shapes } = layerParts([id, layer], context, bounds, reading);
    const made = buildLayer(spec, shapes, reading.locale);
    const own = layer.words === undefined ? '' : reading.say(layer.words);
    const told = own === '' ? made : { ...made, words: { ...made.words, sentence: own } };
    return { layer: told, wordsOf: (slices) => layerWords(spec, slices, reading.locale), mostNames: layer.names };
  });
}
