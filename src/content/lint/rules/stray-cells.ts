import type { Stray } from '../../../story/table.ts';
import { rowsWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';

/** A column of which figures are asked: the cells that are none, or none at all where it has no figures. */
export const strayProblem = (where: Where, column: string, strays: readonly Stray[]): Problem =>
  buildProblem('TextAmongNumbers', where, {
    column,
    text: strays[0]?.text ?? null,
    rows: rowsWords(strays.map(({ row }) => row)),
  });
