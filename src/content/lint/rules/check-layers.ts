import { timeOf } from '../../../data/layers/slices.ts';
import { columnOf } from '../../../data/tables/column-of.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import { whereOf } from '../../files/fields.ts';
import { listNames, suggestName } from '../../files/nearest.ts';
import { roleOf } from '../../files/raw.ts';
import { mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { fileOf, layerInput, objectsAt, pathIn, shapesAt, tableAt } from '../../normalize/layer-input.ts';
import { sectionDataSchema, sizeColumn } from '../../schema/layers.ts';
import { rowsWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { checkClasses } from './check-classes.ts';
import { checkHonesty } from './check-honesty.ts';
import { checkJoin, checkPlacing } from './check-joins.ts';
import { checkPositions } from './check-positions.ts';
import { type CheckedLayer, checkedLayers } from './checked-layer.ts';
import { strayProblem } from './stray-cells.ts';
import { unknownName } from './unknown-name.ts';

/** Scales that say nothing of what their column holds. */
const COLOURS_WORDS: readonly string[] = ['categories', 'area', 'radius'];

const whereIn = ({ id, file, files }: CheckedLayer, field: string) => whereOf(files.raw, file, `${id}.${field}`);

const dataFiles = ({ raw }: StoryFiles): readonly string[] =>
  raw.files.flatMap(({ path }) => (['data', 'table'].includes(roleOf(path).role) ? [path] : []));

function checkDataFiles(checked: CheckedLayer): readonly Problem[] {
  const { layer, files } = checked;
  const named = [
    ...(['areas', 'points', 'lines'] as const).map((field) => [field, layer[field]] as const),
    ['join.table', layer.join?.table] as const,
  ];
  const all = dataFiles(files);
  return named.flatMap(([field, name]) => {
    if (name === undefined || name === 'regions') return [];
    const path = pathIn(name);
    const where = whereIn(checked, field);
    if (!all.includes(path)) {
      return [unknownName('UnknownDataFile', where, path, all)];
    }
    const objects = objectsAt(files.raw, path).map((object) => `${path}#${object}`);
    if (objects.includes(name) || (objects.length < 2 && name === path)) return [];
    if (name === path)
      return [buildProblem('SeveralObjects', where, { name, objects: listNames(objects, objects.length) })];
    return [unknownName('UnknownDataFile', where, name, [...objects, path])];
  });
}

const propertiesAt = ({ context: { raw } }: CheckedLayer, path: string): readonly string[] => [
  ...new Set((shapesAt(raw, path) ?? []).flatMap(({ cells }) => Object.keys(cells))),
];

const columnsAt = ({ context: { raw } }: CheckedLayer, path: string | undefined): readonly string[] =>
  (path === undefined ? undefined : tableAt(raw, path))?.columns.map(({ name }) => name) ?? [];

/** Columns a layer names, each with those there are. */
function columnsNamed(
  checked: CheckedLayer,
): readonly (readonly [field: string, name: string, all: readonly string[]])[] {
  const { layer } = checked;
  const { value, size, width, color, per, time, join, at, from, to, name } = layer;
  const own =
    fileOf(layer) === 'regions'
      ? ['id']
      : [...propertiesAt(checked, fileOf(layer)), ...columnsAt(checked, fileOf(layer))];
  const joined = columnsAt(checked, join?.table);
  const any = [...new Set([...own, ...joined])];
  const [property, column] = join === undefined ? [] : typeof join.on === 'string' ? [join.on, join.on] : join.on;
  const names = typeof name === 'string' ? [name] : Object.values(name ?? {});
  const told: readonly (readonly [string, string | undefined, readonly string[]])[] = [
    ['value', value, any],
    ['size', sizeColumn(size), any],
    ['width', sizeColumn(width), any],
    ['color', color, any],
    ['per', per?.column, any],
    ['time', time?.column, any],
    ...names.map((one) => ['name', one, any] as const),
    ['join.on', property, own],
    ['join.on', column, joined],
    ...(at ?? []).map((one) => ['at', one, own] as const),
    ['from', from, own],
    ['to', to, own],
  ];
  return told.flatMap(([field, one, all]) => (one === undefined ? [] : [[field, one, all] as const]));
}

function checkColumns(checked: CheckedLayer): readonly Problem[] {
  return columnsNamed(checked)
    .filter(([, name, all]) => !all.includes(name))
    .map(([field, name, all]) => unknownName('UnknownColumn', whereIn(checked, field), name, all));
}

/** Columns that must hold figures, with the field that names each. */
function figureColumns({ layer }: CheckedLayer): readonly (readonly [field: string, name: string])[] {
  const { value, per, size, width, scale, at = [] } = layer;
  const isOfFigures = per !== undefined || (scale.kind !== undefined && !COLOURS_WORDS.includes(scale.kind));
  const named = [
    ['size', sizeColumn(size)],
    ['width', sizeColumn(width)],
    ['per', per?.column],
    ...(isOfFigures ? [['value', value] as const] : []),
    ...at.map((one) => ['at', one] as const),
  ] as const;
  return named.flatMap(([field, name]) => (name === undefined ? [] : [[field, name] as const]));
}

/** Text among figures, and dates that are read one way here and another there. */
function checkCells(checked: CheckedLayer): readonly Problem[] {
  const { layer, context } = checked;
  const tables = [fileOf(layer), layer.join?.table].flatMap((path) =>
    path === undefined ? [] : (tableAt(context.raw, path) ?? []),
  );
  const { value, time } = layer;
  const asked = figureColumns(checked);
  return tables.flatMap((table) => {
    const wrong = asked.flatMap(([field, name]) => {
      const { type, strays = [] } = columnOf(table, name) ?? {};
      const isWrong = type !== undefined && type !== 'number' && type !== 'empty';
      return isWrong ? [strayProblem(whereIn(checked, field), name, strays)] : [];
    });
    // Words colour areas, too: of a column that nobody calls one of figures only strays among figures are told.
    const strays = columnOf(table, value ?? '')?.strays ?? [];
    const isTold =
      value === undefined || asked.some(([field]) => field === 'value') || layer.scale.kind === 'categories';
    const dates = columnOf(table, time?.column ?? '')?.slashDates ?? [];
    const rows = rowsWords(dates.map(({ row }) => row));
    const [date] = dates;
    return [
      ...wrong,
      ...(isTold || strays.length === 0 ? [] : [strayProblem(whereIn(checked, 'value'), value, strays)]),
      ...(date === undefined || time === undefined
        ? []
        : [buildProblem('MixedColumn', whereIn(checked, 'time'), { column: time.column, found: date.text, rows })]),
    ];
  });
}

function checkLayer(checked: CheckedLayer): readonly Problem[] {
  const missing = checkDataFiles(checked);
  const named = missing.length > 0 ? missing : checkColumns(checked);
  if (named.length > 0) return named;
  const cells = checkCells(checked);
  if (cells.length > 0) return cells;
  const positions = checkPositions(checked);
  if (positions.length > 0) return positions;
  const input = layerInput(checked.layer, checked.context);
  return [
    ...checkJoin(checked, input),
    ...checkPlacing(checked, input),
    ...checkHonesty(checked, input),
    ...checkClasses(checked, input),
  ];
}

/** Times that a layer's data have. */
function timesIn({ layer, context }: CheckedLayer): readonly string[] {
  const { time } = layer;
  if (time === undefined) return [];
  const { shapes } = layerInput(layer, context);
  const cells = shapes.flatMap(({ cells: own, rows }) => rows.map((row) => row[time.column] ?? own[time.column]));
  return [...new Set(cells.flatMap((cell) => timeOf(cell, time.by) ?? []))];
}

/** Layers that sections name, and times of them. */
function checkSections(files: StoryFiles, checked: readonly CheckedLayer[]): readonly Problem[] {
  const ids = checked.map(({ id }) => id);
  return mapFiles(files).flatMap(({ file }) => {
    const data = sectionDataSchema.safeParse(membersOf(membersOf(file.data)['layers'])['data']);
    return (data.success ? data.data : []).flatMap(({ layer: name, at, from, to }, index) => {
      const found = checked.find(({ id }) => id === name);
      const where = whereOf(files.raw, file, `layers.data.${index}`);
      if (found === undefined) {
        return [buildProblem('UnknownLayer', where, { name, what: 'data layer', suggestion: suggestName(name, ids) })];
      }
      const asked = [at, from, to].filter((time) => time !== undefined);
      const times = asked.length === 0 ? [] : timesIn(found);
      return asked
        .filter((time) => !times.includes(time))
        .map((time) =>
          buildProblem('UnknownLayer', where, {
            name: time,
            what: `time in \`${name}\``,
            suggestion: suggestName(time, times),
          }),
        );
    });
  });
}

/** Data layers: the files and columns they name, what of them meets, and whether their maps are honest. */
export function checkLayers(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const checked = checkedLayers(files, mapIndex);
  return checked === null ? [] : [...checkSections(files, checked), ...checked.flatMap(checkLayer)];
}
