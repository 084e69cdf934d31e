import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { checkImports, type Violation } from '../support/architecture/import-rules.ts';
import { checkLoops } from '../support/architecture/loop-rule.ts';
import { checkPurity } from '../support/architecture/purity-rule.ts';
import { checkFiles, checkFolders, checkFunctions } from '../support/architecture/shape-rules.ts';
import { readUnits } from '../support/architecture/source-unit.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const units = await readUnits(SRC);

function assertNone(violations: readonly Violation[]): void {
  assert.equal(violations.map(({ path, message }) => `src/${path}: ${message}`).join('\n'), '');
}

test('every import is allowed by the import table, and each library has one owner', () => {
  assert.ok(units.length > 20, 'the sources were found');
  assertNone(checkImports(units));
});

test('no file imports itself by a detour', () => assertNone(checkLoops(units)));

test('pure parts touch no document, network, clock or chance', () => assertNone(checkPurity(units)));

test('files are short and named after what is in them', async () => {
  const sheets = (await readdir(join(SRC, 'styles'), { recursive: true }))
    .filter((name) => name.endsWith('.css'))
    .map((name) => `styles/${name.replaceAll('\\', '/')}`);
  const paths = [...new Set([...units.map(({ path }) => path), ...sheets])];
  const files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(SRC, path), 'utf8') })));
  assertNone(checkFiles(files));
});

test('functions are short and shallow', () => assertNone(checkFunctions(units)));

test('no folder holds more files than can be taken in at a glance, but for folders of one kind of thing', async () => {
  const entries = await readdir(SRC, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  assertNone(checkFolders(files.map((file) => relative(SRC, file).replaceAll('\\', '/'))));
});
