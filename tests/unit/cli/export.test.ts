import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { type ExportEffects, runExport } from '../../../src/cli/export.ts';
import { type SiteFiles, textOf, toBytes } from '../../../src/site/links/site-files.ts';
import { compareWithManifest, MANIFEST, parseManifest } from '../../../src/site/manifest/build-manifest.ts';
import { tinySite } from '../site/tiny-site.ts';

interface World {
  readonly kind?: 'nothing' | 'file' | 'edition' | 'folder';
  readonly site?: SiteFiles | null;
}

async function run(args: readonly string[], { kind = 'nothing', site = tinySite }: World = {}) {
  const said: string[] = [];
  const files = new Map<string, Uint8Array>();
  const folders = new Map<string, SiteFiles>();
  const keep = (line: string): number => said.push(line);
  const effects: ExportEffects = {
    print: keep,
    printError: keep,
    site: () => Promise.resolve(site),
    deck: ({ story }, told) => Promise.resolve(void told(`  1 of 1: ${story}`)).then(() => toBytes('slides')),
    kindOf: () => Promise.resolve(kind),
    writeFile: (path, content) => Promise.resolve(void files.set(path, content)),
    writeFolder: (path, content) => Promise.resolve(void folders.set(path, content)),
  };
  const code = await runExport(args, effects);
  return { code, said: said.join('\n'), files, folders };
}

test('a page, by default, named after story and language', async () => {
  const { code, said, files } = await run(['nile', '--locale', 'en']);
  assert.equal(code, 0, said);
  assert.deepEqual([...files.keys()], [resolve('nile-en.html')]);
  assert.match(said, /Putting everything into one page…\nWrote .* \(\d+\.\d\d MB\)/);
});

test('a folder with a list that fits it, and a READ-ME', async () => {
  const { folders } = await run(['nile', '--locale', 'en', '--format', 'folder', '--out', 'copy']);
  const folder = folders.get(resolve('copy')) ?? new Map<string, Uint8Array>();
  const manifest = parseManifest(textOf(folder, MANIFEST));
  assert.deepEqual(await compareWithManifest(manifest, folder), { missing: [], changed: [], extra: [] });
  assert.match(textOf(folder, 'READ-ME.txt'), /^Up the Nile\n\n.*index\.html/s);
});

test('a zip holds the folder in a folder of its own, and equal contents are equal archives', async () => {
  const args = ['nile', '--locale', 'en', '--format', 'zip'];
  const archives = await Promise.all([run(args), run(args)]);
  const [first, second] = archives.map(({ files }) => files.get(resolve('nile-en.zip')));
  assert.ok(first && second);
  assert.deepEqual(first, second);
  const names = Object.keys(unzipSync(first));
  assert.ok(names.includes('nile-en/READ-ME.txt') && names.includes('nile-en/index.html'));
  assert.ok(names.every((name) => name.startsWith('nile-en/')));
});

test('slides are a file named after story and language, and each is told of', async () => {
  const { code, said, files } = await run(['nile', '--locale', 'en', '--format', 'pptx']);
  assert.equal(code, 0, said);
  assert.deepEqual([...files.keys()], [resolve('nile-en.pptx')]);
  assert.match(said, /a slide for each section…\n {2}1 of 1: nile\nWrote /);
});

test('unknown names are answered with the nearest ones', async () => {
  const cases = [
    [['nlie', '--locale', 'en'], /no story "nlie"\. Did you mean `nile`/],
    [['nile', '--locale', 'eng'], /not there in "eng"\. Did you mean `en`\? There are: en, ar\./],
    [['nile', '--format', 'htm'], /no format "htm"\. Did you mean `html`/],
    [['nile'], /is there in en, ar; say which with --locale/],
    [[], /Which story/],
    [['nile', '--frce'], /--frce/],
  ] as const;
  for (const [args, expected] of cases) {
    const { code, said, files } = await run(args);
    assert.notEqual(code, 0);
    assert.match(said, expected);
    assert.equal(files.size, 0);
  }
});

test('nothing is overwritten unless told to, and never what no export has written', async () => {
  const args = ['nile', '--locale', 'en', '--out', 'x'];
  const refused = await run(args, { kind: 'file' });
  assert.match(refused.said, /--force/);
  assert.equal(refused.code + refused.files.size, 1);
  assert.equal((await run([...args, '--force'], { kind: 'file' })).files.size, 1);
  for (const kind of ['folder', 'edition'] as const) {
    assert.equal((await run([...args, '--force'], { kind })).files.size, 0, kind);
  }
  const folder = [...args, '--force', '--format', 'folder'];
  assert.equal((await run(folder, { kind: 'edition' })).folders.size, 1);
  for (const kind of ['folder', 'file'] as const) assert.equal((await run(folder, { kind })).folders.size, 0, kind);
});

test('help and a site that does not build', async () => {
  assert.equal((await run(['--help'])).code, 0);
  assert.equal((await run(['nile'], { site: null })).code, 1);
  const broken = new Map([...tinySite, ['en/nile/index.html', toBytes('<story-map></story-map>')] as const]);
  assert.equal((await run(['nile', '--locale', 'en'], { site: broken })).code, 1);
});
