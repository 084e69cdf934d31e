import { type BindProblem, definitionOf } from '../../../annotations/registry.ts';
import type { StoryTable, TableReading } from '../../../story/table.ts';
import { whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { annotationSchema } from '../../schema/annotation.ts';
import { rowsWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';
import { strayProblem } from './stray-cells.ts';
import { unknownName } from './unknown-name.ts';

/** Tables that can be read; those that cannot have a problem of their own. */
function tablesIn({ known }: StoryFiles): Readonly<Record<string, StoryTable>> {
  const entries = known.flatMap(({ file, role }) =>
    role.role === 'table' && file.fault === null
      ? [[role.name, { ...(file.data as TableReading).table, source: '', licence: '' }] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

function problemOf(found: BindProblem, where: Where): Problem {
  switch (found.problem) {
    case 'UnknownTable':
    case 'UnknownColumn':
    case 'UnknownEntry':
      return unknownName(found.problem, where, found.name, found.among);
    case 'TextAmongNumbers':
      return strayProblem(where, found.column, found.cells);
    case 'RepeatedKey':
      return buildProblem('RepeatedKey', where, { key: found.key, rows: rowsWords(found.rows) });
    case 'ChartTooFull':
    case 'StackBelowZero':
    case 'ChartWithoutData':
      return buildProblem(found.problem, where, found as never);
  }
}

/** Tables that nobody can read: what is asked of them is not known. */
const unreadable = ({ known }: StoryFiles): readonly string[] =>
  known.flatMap(({ file, role }) => (role.role === 'table' && file.fault !== null ? [`data/${role.name}`] : []));

function checkFile(files: StoryFiles, file: RawFile, locale: string): readonly Problem[] {
  const { annotations } = membersOf(file.data);
  if (!Array.isArray(annotations)) return [];
  const context = { tables: tablesIn(files), locale };
  const lost = unreadable(files);
  return annotations.flatMap((raw: unknown, index) => {
    const schema = annotationSchema(String(membersOf(raw)['kind']));
    const read = schema?.safeParse(raw);
    if (!read?.success) return [];
    const annotation = read.data as { readonly kind: string; readonly table?: unknown };
    if (lost.includes(String(annotation.table).replace(/\.[a-z]+$/, ''))) return [];
    const { problems = [] } = definitionOf(annotation).bind?.(annotation as never, context) ?? {};
    return problems.map((found) => problemOf(found, whereOf(files.raw, file, `annotations.${index}.${found.field}`)));
  });
}

/** What charts ask of their tables and do not find there. */
export function checkBound(files: StoryFiles): readonly Problem[] {
  return mapFiles(files).flatMap(({ file, locale }) => checkFile(files, file, locale));
}
