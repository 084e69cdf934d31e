import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(PROJECT_ROOT, name), 'utf8'));
const lock = (await read('package-lock.json')) as { readonly packages: Readonly<Record<string, LockEntry>> };
const manifest = (await read('package.json')) as LockEntry;

/** Where Node would look for a dependency of the package at `path`. */
function places(path: string, name: string): readonly string[] {
  const found = [`${path}${path ? '/' : ''}node_modules/${name}`];
  const parent = path.lastIndexOf('node_modules/');
  return parent < 0 ? found : [...found, ...places(path.slice(0, Math.max(0, parent - 1)), name)];
}

test('`npm ci` finds every package of every platform in the lock file', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places(path, name).some((place) => lock.packages[place]?.version))
      .map((name) => `${name}, wanted by ${path}`),
  );
  assert.deepEqual(missing, []);
});

test('the lock file is that of the manifest', () => {
  const root = lock.packages[''];
  assert.deepEqual(root?.dependencies, manifest.dependencies);
  assert.deepEqual(root?.devDependencies, manifest.devDependencies);
});

test('versions are exact, and no registry is written down', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(wanted)) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  assert.deepEqual(
    Object.entries(lock.packages).flatMap(([path, { resolved }]) => (resolved ? [path] : [])),
    [],
  );
});
