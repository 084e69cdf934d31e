import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { MAY_IMPORT, PURE } from '../support/architecture/import-rules.ts';

const readme = await readFile(join(import.meta.dirname, '..', '..', 'src', 'README.md'), 'utf8');

const namesIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** What one part of a cell stands for: names, or all pure parts but for some. */
function partsOf(clause: string): readonly string[] {
  const names = namesIn(clause);
  return clause.includes('all pure parts') ? PURE.filter((part) => !names.includes(part)) : names;
}

/** The rows of the table under a heading, as cells, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1));
}

const rows = rowsUnder('Who may import whom').flatMap(([parts = '', imports = '', touches = '']) =>
  namesIn(parts).map((part) => ({ part, imports: imports.split(';').flatMap(partsOf), touches: touches.trim() })),
);

const withoutItself = (part: string, parts: readonly string[]): readonly string[] =>
  [...new Set(parts)].filter((other) => other !== part).sort();

test("the README's import table is the one that the sources are held to", () => {
  assert.deepEqual(
    Object.fromEntries(rows.map(({ part, imports }) => [part, withoutItself(part, imports)])),
    Object.fromEntries(Object.entries(MAY_IMPORT).map(([part, parts]) => [part, withoutItself(part, parts)])),
  );
});

test("the README's pure parts are those that are held to touch nothing", () => {
  const pure = rows.filter(({ touches }) => touches === 'pure').map(({ part }) => part);
  assert.deepEqual(pure.sort(), [...PURE].sort());
});
