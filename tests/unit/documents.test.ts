import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');

/** Built by other tests while this one reads; nothing in it is a source. */
const BUILT_SITES = 'tests/.sites';

async function pathsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [`/${path}`];
    return path === BUILT_SITES ? [] : [`/${path}/`, ...(await pathsBelow(path))];
  });
  return (await Promise.all(paths)).flat();
}

const top = (await readdir(ROOT)).map((name) => `/${name}`);
const FOLDERS = ['src', 'tests', 'content', 'public'];
const below = await Promise.all(FOLDERS.map(pathsBelow));
const paths = [...top, ...FOLDERS.map((folder) => `/${folder}/`), ...below.flat()];

/** Code that names a file or a folder, whole or by its last parts; `<kind>` in it stands for any name. */
const NAMES_PATH = /`([\w@[\]<>-][\w@[\]<>./-]*(?:\/|\.(?:ts|mjs|json|ya?ml|md|css|astro)))`/g;

/** Made by a build, or by the tests. */
const MADE = /^(dist|tests\/\.sites)\//;

function isThere(named: string): boolean {
  const pattern = named.replace(/[.[\]]/g, '\\$&').replace(/<[\w-]+>/g, '[^/]+');
  const ending = new RegExp(`/${pattern}$`);
  return paths.some((path) => ending.test(path));
}

for (const document of ['src/README.md', 'CONTRIBUTING.md', 'tests/README.md']) {
  test(`every file and folder that ${document} names is there`, async () => {
    const text = await readFile(join(ROOT, document), 'utf8');
    const named = [...text.matchAll(NAMES_PATH)].map(([, path = '']) => path);
    assert.ok(named.length > 5, 'paths were found');
    assert.deepEqual(
      named.filter((path) => !isThere(path) && !MADE.test(path)),
      [],
    );
  });
}
