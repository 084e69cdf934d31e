import type { DataFeature, DataLayer, DataSlice, Scale, SizeScale } from '../../story/data/data-layer.ts';
import type { Cell, Row } from '../../story/table.ts';
import { buildScale } from '../scales/scale.ts';
import { layerCsv } from '../words/layer-csv.ts';
import { layerFigures } from '../words/layer-figures.ts';
import { layerWords } from '../words/layer-words.ts';
import { buildLegend } from '../words/legend.ts';
import { writeTime } from '../words/write-value.ts';
import { type CountedPoint, densityOf, gridOf } from './counted-areas.ts';
import type { DataShape, LayerSpec } from './layer-spec.ts';
import { orderTimes, timeOf } from './slices.ts';

/** Shapes with the rows that belong to each: without a table, the cells of its own alone. */
export interface JoinedShape extends DataShape {
  /** Empty where a table has none for it. */
  readonly rows: readonly Row[];
}

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/**
 * A rate without digits that say more than is known: a tenth of a hundredth, of small ones two figures. Rates that are no
 * hundredths may all lie near one, as tonnes per hectare do: those have two digits after the point.
 */
function rounded(rate: number, times: number): number {
  if (Math.abs(rate) < 1) return Number(rate.toPrecision(2));
  return Number(rate.toFixed(times !== 100 && Math.abs(rate) < 10 ? 2 : 1));
}

function figureIn(row: Row | undefined, shape: DataShape, { value, per }: LayerSpec): Cell {
  if (value === null || row === undefined) return null;
  const all = { ...shape.cells, ...row };
  const found = all[value] ?? null;
  if (per === null) return found;
  const [part, whole] = [numberOf(found), numberOf(all[per.column])];
  return part === null || whole === null || whole <= 0 ? null : rounded((part / whole) * per.times, per.times);
}

function featureOf(shape: DataShape, row: Row | undefined, spec: LayerSpec): DataFeature {
  const named = spec.name === null ? null : (shape.cells[spec.name] ?? row?.[spec.name] ?? null);
  const size = spec.size === null ? null : numberOf(row?.[spec.size] ?? shape.cells[spec.size]);
  const { id, geometry } = shape;
  const cells = { ...shape.cells, ...row };
  return { id, name: named === null ? id : String(named), geometry, value: figureIn(row, shape, spec), size, cells };
}

interface Timed {
  readonly shape: JoinedShape;
  readonly row: Row | undefined;
  readonly time: string | null;
}

function timedRows(shapes: readonly JoinedShape[], { time }: LayerSpec): readonly Timed[] {
  return shapes.flatMap((shape): readonly Timed[] => {
    const rows: readonly (Row | undefined)[] = shape.rows.length === 0 ? [undefined] : shape.rows;
    return rows.map((row) => {
      const cell = time === null ? null : (row?.[time.column] ?? shape.cells[time.column]);
      return { shape, row, time: time === null ? null : timeOf(cell, time.by) };
    });
  });
}

/** Of a shape that a table knows at some times, all times show it: at the others it has no data. */
function featuresAt(
  timed: readonly Timed[],
  shapes: readonly JoinedShape[],
  time: string,
  spec: LayerSpec,
  times: readonly string[],
) {
  const isJoined = shapes.some(({ rows, cells }) => rows[0] !== cells);
  if (isJoined && spec.time !== null && !spec.time.keep) {
    const rows = new Map(timed.flatMap((one) => (one.time === time ? [[one.shape.id, one.row] as const] : [])));
    return shapes.map((shape) => featureOf(shape, rows.get(shape.id), spec));
  }
  const order = times.indexOf(time);
  const isThere = (one: Timed): boolean =>
    one.time === time || (spec.time?.keep === true && one.time !== null && times.indexOf(one.time) < order);
  return timed.filter(isThere).map(({ shape, row }) => featureOf(shape, row, spec));
}

function slicesOf(shapes: readonly JoinedShape[], spec: LayerSpec, locale: string): readonly DataSlice[] {
  const timed = timedRows(shapes, spec);
  if (spec.time === null) {
    return [{ time: '', label: '', features: timed.map(({ shape, row }) => featureOf(shape, row, spec)) }];
  }
  const times = orderTimes(timed.flatMap(({ time }) => (time === null ? [] : [time])));
  return times.map((time) => ({
    time,
    label: writeTime(time, locale),
    features: featuresAt(timed, shapes, time, spec, times),
  }));
}

function pointsOf(features: readonly DataFeature[]): readonly CountedPoint[] {
  return features.flatMap(({ geometry, value }) => {
    const positions =
      geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'MultiPoint' ? geometry.coordinates : [];
    const weight = typeof value === 'number' ? value : 1;
    return positions.map(([lng = 0, lat = 0]) => ({ at: [lng, lat] as const, weight }));
  });
}

/** Points of a slice as areas in which they are counted; other kinds as they are. */
function counted(slice: DataSlice, spec: LayerSpec): DataSlice {
  if (spec.show === 'grid') return { ...slice, features: gridOf(pointsOf(slice.features), spec.cell) };
  if (spec.show === 'density') return { ...slice, features: densityOf(pointsOf(slice.features), spec.scale.classes) };
  return slice;
}

function scaleOf(slices: readonly DataSlice[], spec: LayerSpec): Scale | null {
  const values = slices.flatMap(({ features }) => features.map(({ value }) => value));
  if (values.every((value) => value === null)) return null;
  if (spec.show !== 'density') return buildScale(spec.scale, values);
  const thresholds = [...new Set(values.filter((value) => typeof value === 'number'))].toSorted((a, b) => a - b);
  const last = thresholds.at(-1) ?? 0;
  const step = last - (thresholds.at(-2) ?? 0);
  const { colors } = buildScale({ ...spec.scale, kind: 'breaks', breaks: thresholds.slice(1) }, thresholds);
  return {
    form: 'classes',
    bounds: [...thresholds, last + step],
    values: [],
    colors: colors.slice(0, thresholds.length),
  };
}

function sizeOf(slices: readonly DataSlice[], spec: LayerSpec): SizeScale | null {
  if (spec.size === null) return null;
  const most = slices.reduce(
    (all, { features }) => features.reduce((max, { size }) => Math.max(max, size ?? 0), all),
    0,
  );
  return { kind: spec.sizeKind, shape: spec.shape, most, maxPx: spec.maxPx };
}

/** Larger symbols lie below smaller ones, so that none is hidden. */
const inDrawingOrder = (slice: DataSlice): DataSlice => ({
  ...slice,
  features: slice.features.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)),
});

/** A data layer in one language: what is painted, its legend, its sentence and its table, all from the same features. */
export function buildLayer(spec: LayerSpec, shapes: readonly JoinedShape[], locale: string): DataLayer {
  const slices = slicesOf(shapes, spec, locale).map((slice) => inDrawingOrder(counted(slice, spec)));
  const [scale, size] = [scaleOf(slices, spec), sizeOf(slices, spec)];
  const legend = buildLegend(spec, scale, size, slices, locale);
  return {
    id: spec.id,
    kind: spec.show,
    scale,
    size,
    plainPx: spec.plainPx,
    slices,
    legend,
    words: layerWords(spec, slices, locale),
    figures: layerFigures(spec, scale, legend, slices, locale),
    csv: spec.isOffered ? layerCsv(spec, slices) : '',
  };
}
