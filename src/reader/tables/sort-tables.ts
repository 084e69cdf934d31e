import { sortOrder } from '../../data/words/sort-order.ts';
import type { Cell } from '../../story/table.ts';

const FIGURE = 'key';

/** What a cell says: its figure as computers write it, or its words; null where it says that nothing is known. */
function cellOf(cell: HTMLElement | undefined): Cell {
  const figure = cell?.dataset[FIGURE];
  if (figure === undefined) return cell?.textContent ?? null;
  return figure === '' ? null : Number(figure);
}

function sortBy(table: HTMLTableElement, column: number): void {
  const [body] = table.tBodies;
  const head = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (body === undefined) return;
  const rows = [...body.rows];
  const cells = rows.map((row) => cellOf(row.cells[column]));
  const before = head[column]?.ariaSort;
  const isOfFigures = cells.some((cell) => typeof cell === 'number');
  // What is asked for first: the highest figure, or the first name.
  const isFalling = before === null || before === undefined ? isOfFigures : before === 'ascending';
  const order = sortOrder(cells, isFalling, document.documentElement.lang);
  body.append(...order.flatMap((index) => rows[index] ?? []));
  for (const [index, cell] of head.entries()) {
    cell.ariaSort = index === column ? (isFalling ? 'descending' : 'ascending') : null;
  }
}

/** Makes the heads of tables buttons that sort them. */
export function sortTables(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    for (const [column, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.addEventListener('click', () => sortBy(table, column));
      head.append(button);
    }
  }
}
