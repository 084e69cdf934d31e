import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBytes } from '../../../../src/site/links/site-files.ts';
import {
  buildManifest,
  compareWithManifest,
  MANIFEST,
  parseManifest,
  renderManifest,
} from '../../../../src/site/manifest/build-manifest.ts';
import { licenceOf } from '../../../../src/site/manifest/licences.ts';

const NOTHING = { missing: [], changed: [], extra: [] };
const files = new Map(
  ['index.html', '_astro/a.js', 'basemap/b.topo.json'].map((path) => [path, toBytes(`content of ${path}`)] as const),
);
const manifest = await buildManifest(files, () => 'MIT');

test('a copy as it was made differs in nothing, and the list survives being written', async () => {
  assert.deepEqual(await compareWithManifest(manifest, files), NOTHING);
  assert.deepEqual(parseManifest(renderManifest(manifest)), manifest);
});

test('any one byte that differs is found, in the file it stands in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files.keys()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (path, at, flip) => {
        const content = Uint8Array.from(files.get(path) ?? []);
        content[at % content.length] = (content[at % content.length] ?? 0) ^ flip;
        const found = await compareWithManifest(manifest, new Map([...files, [path, content]]));
        assert.deepEqual(found, { ...NOTHING, changed: [path] });
      },
    ),
  );
});

test('a file too few and a file too many are found; the list itself counts as neither', async () => {
  const copy = new Map([...files, ['note.txt', toBytes('')] as const, [MANIFEST, toBytes('')] as const]);
  copy.delete('index.html');
  assert.deepEqual(await compareWithManifest(manifest, copy), {
    missing: ['index.html'],
    changed: [],
    extra: ['note.txt'],
  });
});

test('digests are those other programs print', async () => {
  const { files: listed } = await buildManifest(new Map([['a', toBytes('abc')]]), () => 'MIT');
  assert.equal(listed[0]?.sha256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('what is no list of files is refused', () => {
  for (const text of ['{}', '[]', '{"files":[{"path":"a","sha256":"abc"}]}']) assert.throws(() => parseManifest(text));
});

test('a file has the licences of all that went into it', () => {
  const lock = {
    packages: {
      '': { license: 'MIT' },
      'node_modules/d3': { license: 'ISC' },
      'node_modules/@a/b': { license: 'MIT OR Apache-2.0' },
      'node_modules/@fontsource/c': { license: 'OFL-1.1' },
    },
  };
  const map = { meta: { attribution: [{ licence: 'ODbL-1.0' }, { licence: 'public domain' }] } };
  const site = new Map([['b.topo.json', toBytes(JSON.stringify(map))]]);
  const made = new Map([['m.js', ['/src/a.ts', '/x/node_modules/d3/i.js', '/x/node_modules/@a/b/i.js']]]);
  const of = (path: string): string => licenceOf(path, site, lock, made);
  assert.equal(of('m.js'), 'ISC AND MIT AND (MIT OR Apache-2.0)');
  assert.equal(of('b.topo.json'), 'LicenseRef-public-domain AND ODbL-1.0');
  assert.equal(of('f.woff2'), 'OFL-1.1');
  assert.equal(of('icon.svg'), 'MIT');
});
