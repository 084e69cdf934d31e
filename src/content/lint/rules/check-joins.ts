import { whereOf } from '../../files/fields.ts';
import type { LayerInput } from '../../normalize/layer-input.ts';
import { placesWords, rowsWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import type { CheckedLayer } from './checked-layer.ts';
import { unknownName } from './unknown-name.ts';

const KEYS = 'Correct the keys, so that both files write them alike.';
const CURES = {
  noughts:
    'The table has lost the noughts that keys begin with, as Excel takes them away: read the column as text there.',
  capitals: 'Some keys differ by capitals alone: write them alike.',
} as const;

/** Keys of a table and of areas that do not meet, and those that several rows have. */
export function checkJoin({ id, file, files }: CheckedLayer, { join }: LayerInput): readonly Problem[] {
  if (join === null) return [];
  const where = whereOf(files.raw, file, `${id}.join`);
  const { lostRows, lostShapes, repeated, alike } = join;
  const [key] = repeated;
  const parts = [
    ...(lostRows.length > 0
      ? [
          `no area has the keys of ${rowsWords(lostRows.map(({ row }) => row))} (${placesWords([...new Set(lostRows.map((one) => one.key))]).replace(/^at /, '')})`,
        ]
      : []),
    ...(lostShapes.length > 0 ? [`no row has the keys of areas, ${placesWords(lostShapes).replace(/^at /, '')}`] : []),
  ];
  const cure = alike[0] === undefined ? KEYS : CURES[alike[0].by];
  return [
    ...(key === undefined ? [] : [buildProblem('RepeatedAreaKey', where, { key, count: repeated.length })]),
    ...(parts.length === 0 ? [] : [buildProblem('UnmatchedRows', where, { detail: parts.join('; '), cure })]),
  ];
}

/** Rows without a position, and places that the gazetteer lacks. */
export function checkPlacing(
  { id, layer, file, files, context }: CheckedLayer,
  { placing }: LayerInput,
): readonly Problem[] {
  const { lost, unknown } = placing;
  const where = whereOf(files.raw, file, `${id}.${layer.at === undefined ? 'from' : 'at'}`);
  if (unknown.length > 0) {
    return unknown.map((name) => unknownName('UnknownPlace', where, name, Object.keys(context.places)));
  }
  if (lost.length === 0) return [];
  const detail = `${rowsWords(lost)} without a position on earth`;
  return [buildProblem('UnmatchedRows', where, { detail, cure: 'Fill in longitude and latitude, in degrees.' })];
}
