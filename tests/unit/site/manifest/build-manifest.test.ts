import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { licenceExpression } from '../../../../src/content/files/stated-licence.ts';
import { toBytes } from '../../../../src/site/links/site-files.ts';
import {
  buildManifest,
  compareWithManifest,
  MANIFEST,
  parseManifest,
  renderManifest,
} from '../../../../src/site/manifest/build-manifest.ts';
import { creditOf, licenceOf } from '../../../../src/site/manifest/licences.ts';

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

const lock = { packages: { '': { license: 'MIT' }, 'node_modules/@fontsource/c': { license: 'OFL-1.1' } } };
const published = new Map(
  Object.entries({
    'quay.jpg': 'jpg',
    'quay.jpg.license': 'SPDX-FileCopyrightText: 2026 A. Photographer\nSPDX-License-Identifier: CC-BY-4.0\n',
    'boat.png': 'png',
    'own.woff2': 'font',
    'icon.svg': '<svg><!-- SPDX-License-Identifier: MIT --></svg>',
    'basemap/a.topo.json': JSON.stringify({ meta: { attribution: [{ licence: 'CC BY 4.0' }, { licence: '' }] } }),
    'basemap/LICENCES.md': 'written by a command',
    'en/told/index.html': '',
    'en/silent/card.png': '',
    'en/index.html': '',
  }).map(([path, text]) => [path, toBytes(text)] as const),
);
const publicFiles = new Set([...published.keys()].filter((path) => !path.startsWith('en/')));
const authored = { publicFiles, stories: { told: 'CC-BY-4.0', silent: 'unstated' } };

test('what authors publish has the terms they state, and none where they state none', () => {
  const of = (path: string): string => licenceOf(path, published, lock, new Map(), authored);
  assert.deepEqual(
    ['quay.jpg', 'quay.jpg.license', 'boat.png', 'own.woff2', 'icon.svg', 'basemap/LICENCES.md'].map(of),
    ['CC-BY-4.0', 'CC-BY-4.0', 'unstated', 'unstated', 'MIT', 'MIT'],
  );
  assert.equal(of('basemap/a.topo.json'), 'CC-BY-4.0 AND unstated');
  assert.equal(of('en/told/index.html'), 'CC-BY-4.0 AND MIT');
  assert.equal(of('en/silent/card.png'), 'MIT AND unstated');
  assert.equal(of('en/index.html'), 'LicenseRef-story AND MIT');
});

test('whoever an author names is listed with the file', async () => {
  const listed = await buildManifest(
    published,
    () => 'MIT',
    (path) => creditOf(path, published, authored),
  );
  assert.deepEqual(
    listed.files.filter(({ credit }) => credit !== undefined).map(({ path, credit }) => [path, credit]),
    [
      ['quay.jpg', '2026 A. Photographer'],
      ['quay.jpg.license', '2026 A. Photographer'],
    ],
  );
});

test('terms in words are an SPDX expression or a name of their own', () => {
  const pairs = [
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['cc by-sa 4.0', 'CC-BY-SA-4.0'],
    ['CC0', 'CC0-1.0'],
    ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
    ['all rights reserved', 'LicenseRef-all-rights-reserved'],
    [' ', 'unstated'],
  ];
  for (const [words = '', expression] of pairs) assert.equal(licenceExpression(words), expression);
});
