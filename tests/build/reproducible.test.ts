import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { textOf } from '../../src/site/links/site-files.ts';
import { compareWithManifest, MANIFEST, parseManifest } from '../../src/site/manifest/build-manifest.ts';
import { builtAgain, builtSite } from '../support/build-site.ts';

const NOTHING = { missing: [], changed: [], extra: [] };

test('the same sources give the same site, byte for byte, in another folder too', async () => {
  const first = await readBuiltFiles((await builtSite('volcano')).dist);
  const second = await readBuiltFiles((await builtAgain()).dist);
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [path, content] of first) assert.ok(Buffer.from(content).equals(second.get(path) ?? Buffer.of()), path);
  assert.deepEqual(await compareWithManifest(parseManifest(textOf(first, MANIFEST)), second), NOTHING);
});

test('the list of files names all of them, each with a licence', async () => {
  const files = await readBuiltFiles((await builtSite('main')).dist);
  const manifest = parseManifest(textOf(files, MANIFEST));
  assert.equal(manifest.files.length, files.size - 1);
  for (const { path, licence } of manifest.files) assert.match(licence, /^\(?[A-Z][\w.+-]+/i, path);
  const licenceOf = (pattern: RegExp) => manifest.files.find(({ path }) => pattern.test(path))?.licence ?? '';
  assert.match(licenceOf(/\.topo\.json$/), /ODbL-1\.0/);
  assert.match(licenceOf(/\.woff2$/), /^OFL-1\.1$/);
  assert.match(licenceOf(/maplibre-gl-worker/), /BSD-3-Clause/);
});
