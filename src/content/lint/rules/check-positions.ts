import type { LngLat } from '../../../geo/lng-lat.ts';
import { whereOf } from '../../files/fields.ts';
import { guessProjection } from '../../geometry/guess-projection.ts';
import { fileOf, tableAt } from '../../normalize/layer-input.ts';
import { rowsWords } from '../diagnostics/places-words.ts';
import { isSwapped } from '../diagnostics/point-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { storyBounds } from './check-points.ts';
import type { CheckedLayer } from './checked-layer.ts';

interface Position {
  readonly row: number;
  readonly point: LngLat;
}

/** A turn round the earth: what is more are metres or feet. */
const TURN = 360;

function positionsIn({ layer, context }: CheckedLayer): readonly Position[] {
  const table = tableAt(context.raw, fileOf(layer));
  const [x = '', y = ''] = layer.at ?? [];
  return (table?.rows ?? []).flatMap((cells, index) => {
    const [lng, lat] = [cells[x], cells[y]];
    const row = table?.rowNumbers[index] ?? index + 2;
    return typeof lng === 'number' && typeof lat === 'number' ? [{ row, point: [lng, lat] as const }] : [];
  });
}

/** Columns of a table that hold the latitude first, or metres: each told once. */
export function checkPositions(checked: CheckedLayer): readonly Problem[] {
  const { id, layer, file, files } = checked;
  if (layer.at === undefined) return [];
  const bounds = storyBounds(files);
  const where = whereOf(files.raw, file, `${id}.at`);
  const positions = positionsIn(checked);
  const metres = positions.filter(({ point }) => point.some((number) => Math.abs(number) > TURN));
  if (metres.length > 0) {
    const points = metres.map(({ point }) => [...point]);
    const looksLike = bounds === null ? null : guessProjection(points, bounds);
    const places = rowsWords(metres.map(({ row }) => row));
    return [buildProblem('ProjectedCoordinates', where, { places, crs: '', looksLike })];
  }
  const swapped = positions.filter(({ point }) => isSwapped(point, bounds));
  const [first] = swapped;
  // Columns are swapped as a whole: a few points far off are where they are.
  const isImpossible = swapped.some(({ point: [, lat] }) => Math.abs(lat) > 90);
  if (first === undefined || (!isImpossible && swapped.length < positions.length / 2)) return [];
  return [
    buildProblem('SwappedLngLat', where, {
      found: `[${first.point.join(', ')}] in ${rowsWords(swapped.map(({ row }) => row))}`,
      swapped: `\`at: [${layer.at.toReversed().join(', ')}]\``,
    }),
  ];
}
