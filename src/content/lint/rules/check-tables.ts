import type { TableFault, TableReading } from '../../../story/table.ts';
import { whereOf } from '../../files/fields.ts';
import type { RawFile, RawStory } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { rowsWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

type Where = ReturnType<typeof whereOf>;

function problemOf(fault: TableFault, where: Where): Problem {
  switch (fault.cause) {
    case 'no-head':
      return buildProblem('MalformedTable', where, { detail: 'it is empty' });
    case 'no-rows':
      return buildProblem('MalformedTable', where, { detail: 'it has a first row, with names, and no other' });
    case 'repeated-column': {
      const detail = `more than one column is called ${quoted(fault.names)}`;
      return buildProblem('MalformedTable', where, { detail, cure: 'Give each column a name of its own.' });
    }
    case 'alike-columns': {
      const detail = `The names ${quoted(fault.names)} differ from others by capitals alone`;
      return buildProblem('OddTable', where, {
        detail,
        cure: 'Give the columns names that cannot be taken for each other.',
      });
    }
    case 'unnamed-column': {
      const detail = `Column ${fault.columns.join(', ')} has cells and no name, and is left out`;
      return buildProblem('OddTable', where, { detail, cure: 'Name it in the first row, or take it out.' });
    }
    case 'uneven-row': {
      const detail = `Not all rows have ${fault.width} cells (${rowsWords(fault.rows)}): what is missing is read as empty`;
      const cure = 'Put a text with a comma, or whatever parts the columns, into quotation marks.';
      return buildProblem('OddTable', where, { detail, cure });
    }
  }
}

function notFinite({ table }: TableReading, where: Where): readonly Problem[] {
  return table.columns.flatMap(({ name, notFinite: found }) => {
    const [first] = found;
    if (first === undefined) return [];
    const rows = rowsWords(found.map(({ row }) => row));
    const detail = `\`${first.text}\` in the column \`${name}\` is no number that can be shown (${rows}), and is read as empty`;
    return [buildProblem('OddTable', where, { detail, cure: 'Leave the cell empty, or write the figure.' })];
  });
}

function checkSource(raw: RawStory, file: RawFile): readonly Problem[] {
  const sources = fileNamed(raw, 'data/sources.yaml');
  const own = membersOf(membersOf(sources?.data)[file.path.slice('data/'.length)]);
  return (['source', 'licence'] as const)
    .filter((member) => own[member] === undefined || own[member] === '')
    .map((member) => buildProblem('MissingDataSource', whereOf(raw, file, member), { member, isTable: true }));
}

/** Tables in `data/` that cannot be read, that are read otherwise than they may be meant, or that say not where they come from. */
export function checkTables({ raw, known }: StoryFiles): readonly Problem[] {
  return known.flatMap(({ file, role }) => {
    if (role.role !== 'table' || file.fault !== null) return [];
    const reading = file.data as TableReading;
    const where = whereOf(raw, file);
    return [
      ...reading.faults.map((fault) => problemOf(fault, where)),
      ...notFinite(reading, where),
      ...checkSource(raw, file),
    ];
  });
}
