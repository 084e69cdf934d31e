import { kind } from './problem-kind.ts';

interface Detail {
  readonly detail: string;
  readonly cure: string;
}

/** Mistakes in tables. */
export const TABLE_PROBLEMS = {
  MalformedTable: kind<{ readonly detail: string; readonly cure?: string }>(
    'A file that is no table',
    ({ detail }) => `This is not a table a story can show: ${detail}.`,
    ({ cure }) => cure ?? 'Save the rows that the story needs as CSV, the names of the columns in the first row.',
  ),
  OddTable: kind<Detail>(
    'A table in which something is read otherwise than it may be meant',
    ({ detail }) => `${detail}.`,
    ({ cure }) => cure,
    'warning',
  ),
};
