import { dayNumber } from '../../i18n/format.ts';
import type { Column, Table } from '../../story/table.ts';
import type { KeyType } from './chart-data.ts';

/** Days since 1970 of an ISO date; of a month or year its first. */
export const dayOf = (iso: string): number => dayNumber(`${iso}-01-01`.slice(0, 10));

/** The same of what an author writes: not a number where it is no date. */
export const readDateOf = (text: string): number => (/^\d{4}(-\d{2}){0,2}$/.test(text) ? dayOf(text) : Number.NaN);

const FIRST_YEAR = 1500;
const LAST_YEAR = 2100;

export const columnOf = ({ columns }: Table, name: string): Column | undefined =>
  columns.find((column) => column.name === name);

const NO_COLUMN: Column = { name: '', type: 'empty', strays: [], notFinite: [], slashDates: [] };

/** The column that says the same in a language, as `name_ar` beside `name`; else the column itself. */
export const inLanguage = (table: Table, column: string, locale: string): string =>
  columnOf(table, `${column}_${locale}`) === undefined ? column : `${column}_${locale}`;

/** A column, in a language where the table has it in several. */
export const columnIn = (table: Table, column: string, locale: string): Column =>
  columnOf(table, inLanguage(table, column, locale)) ?? NO_COLUMN;

/** What a column counts along. Whole numbers such as 1987 are years: nobody writes 1,987 for them. */
export function keyTypeOf({ name, type }: Column, { rows }: Table): KeyType {
  if (type === 'date') return 'date';
  if (type !== 'number') return 'name';
  const isYear = rows.every(({ [name]: cell }) => {
    if (cell === null || cell === undefined) return true;
    return Number.isInteger(cell) && Number(cell) >= FIRST_YEAR && Number(cell) <= LAST_YEAR;
  });
  return isYear ? 'year' : 'number';
}
