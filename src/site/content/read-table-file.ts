import { readSheet } from 'read-excel-file/node';
import type { RawFile } from '../../content/files/raw.ts';
import type { RawCell } from '../../data/tables/read-column.ts';
import { tableOfRows } from '../../data/tables/read-table.ts';
import { failedFile } from './read-story-text.ts';

/** A table that readers are to see has thousands of rows at most; one of this size is an archive. */
export const MAX_TABLE_MB = 50;
const MB = 1e6;

const failed = (path: string, detail: string): RawFile =>
  failedFile(path, { problem: 'MalformedTable', detail, line: null });

async function readWorkbook(path: string, bytes: Uint8Array): Promise<RawFile> {
  try {
    const rows = (await readSheet(Buffer.from(bytes))) as readonly (readonly unknown[])[];
    const data = tableOfRows(rows as readonly (readonly RawCell[])[]);
    return { path, data, body: '', bodyLine: 1, lines: {}, fault: null };
  } catch {
    return failed(path, 'it is no workbook of Excel, is damaged, or is locked by a password');
  }
}

/**
 * Reads a table of a story: of a workbook its first sheet.
 * @param readText reads one that is text
 */
export function readTableFile(
  path: string,
  bytes: Uint8Array,
  readText: (bytes: Uint8Array) => RawFile,
): RawFile | Promise<RawFile> {
  if (bytes.length > MAX_TABLE_MB * MB) {
    const size = Math.ceil(bytes.length / MB);
    return failed(path, `it is ${size} MB large, and a table may have ${MAX_TABLE_MB}`);
  }
  return path.endsWith('.xlsx') ? readWorkbook(path, bytes) : readText(bytes);
}
