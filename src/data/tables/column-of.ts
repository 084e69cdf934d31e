import type { Column, Table } from '../../story/table.ts';

export const columnOf = ({ columns }: Pick<Table, 'columns'>, name: string): Column | undefined =>
  columns.find((column) => column.name === name);
