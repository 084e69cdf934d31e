import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runVerify } from '../../../src/cli/verify.ts';
import { type SiteFiles, toBytes } from '../../../src/site/links/site-files.ts';
import { buildManifest, MANIFEST, renderManifest } from '../../../src/site/manifest/build-manifest.ts';

const files = new Map([
  ['index.html', toBytes('<h1>Story</h1>')],
  ['b.json', toBytes('{}')],
]);
const listed = new Map([
  ...files,
  [MANIFEST, toBytes(renderManifest(await buildManifest(files, () => 'MIT')))] as const,
]);

async function verify(args: readonly string[], site: SiteFiles | null) {
  const said: string[] = [];
  const asked: string[] = [];
  const keep = (line: string): number => said.push(line);
  const code = await runVerify(args, {
    print: keep,
    printError: keep,
    readBuiltFiles: (folder) => {
      asked.push(folder);
      return Promise.resolve(site);
    },
  });
  return { code, said: said.join('\n'), asked };
}

test('a good copy is said to be good', async () => {
  const { code, said, asked } = await verify([], listed);
  assert.equal(code, 0);
  assert.match(said, /^All 2 files .* as they were made/);
  assert.deepEqual(asked, ['dist']);
});

test('one changed, one missing and one file too many are named, and the exit code tells', async () => {
  const copy = new Map([...listed, ['index.html', toBytes('<h1>Glory</h1>')] as const, ['x', toBytes('')] as const]);
  copy.delete('b.json');
  const { code, said } = await verify(['copy/'], copy);
  assert.equal(code, 1);
  for (const line of ['missing: b.json', 'changed: index.html', 'not in the list: x'])
    assert.ok(said.includes(line), said);
});

test('no folder, no list, a broken list, unknown options and two folders are told apart', async () => {
  assert.match((await verify(['nowhere'], null)).said, /no folder nowhere/);
  assert.match((await verify([], files)).said, /has no build-manifest\.json/);
  assert.match((await verify([], new Map([[MANIFEST, toBytes('{}')]]))).said, /no list of files/);
  for (const args of [['--frobnicate'], ['a', 'b']]) assert.equal((await verify(args, listed)).code, 1);
  assert.equal((await verify(['--help'], null)).code, 0);
});
