import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { hashSources } from '../../../../src/site/content/source-hash.ts';

/** A project of a folder and a file, and what to ask of it. */
async function project(t: TestContext) {
  const root = await mkdtemp(join(tmpdir(), 'sources-'));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'src', 'inner'), { recursive: true });
  await writeFile(join(root, 'src', 'a.ts'), 'a');
  await writeFile(join(root, 'src', 'inner', 'b.ts'), 'b');
  await writeFile(join(root, 'package-lock.json'), '{}');
  return { root, hash: () => hashSources(root, ['src', 'package-lock.json', 'missing']) };
}

test('sources that are the same have the same hash, wherever the project lies', async (t) => {
  const [one, other] = [await project(t), await project(t)];
  assert.equal(await one.hash(), await one.hash());
  assert.equal(await one.hash(), await other.hash());
});

test('a change of a content, a name or a place is another hash', async (t) => {
  const { root, hash } = await project(t);
  const seen = [await hash()];
  await writeFile(join(root, 'src', 'a.ts'), 'A');
  seen.push(await hash());
  await writeFile(join(root, 'src', 'c.ts'), '');
  seen.push(await hash());
  await rename(join(root, 'src', 'c.ts'), join(root, 'src', 'd.ts'));
  seen.push(await hash());
  await rename(join(root, 'src', 'd.ts'), join(root, 'src', 'inner', 'd.ts'));
  seen.push(await hash());
  await rm(join(root, 'package-lock.json'));
  seen.push(await hash());
  assert.equal(new Set(seen).size, seen.length);
});

test('where one content ends and the next name begins cannot be mistaken', async (t) => {
  const { root, hash } = await project(t);
  const before = await hash();
  // The same bytes in all, parted elsewhere.
  await writeFile(join(root, 'src', 'a.ts'), '');
  await writeFile(join(root, 'src', 'inner', 'b.ts'), 'ab');
  assert.notEqual(await hash(), before);
});

test('what it is not asked about may change', async (t) => {
  const { root, hash } = await project(t);
  const before = await hash();
  await writeFile(join(root, 'README.md'), 'words');
  assert.equal(await hash(), before);
});
