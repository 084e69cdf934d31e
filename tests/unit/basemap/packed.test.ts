import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { packBasemap, unpackBasemap } from '../../../src/basemap/packed.ts';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';
import { readBasemaps } from '../../../src/site/content/read-content.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';

test('a basemap comes out of its packing as it went in', () => {
  const step = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
  const arcs = fc.array(
    fc.array(
      fc.tuple(step, step).map(([x, y]) => [x, y]),
      { minLength: 2 },
    ),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(arcs, (own) => {
      const basemap = { ...tinyBasemap, arcs: own };
      assert.deepEqual(unpackBasemap(JSON.parse(JSON.stringify(packBasemap(basemap)))), basemap);
    }),
  );
});

test('one that was never packed is taken as it is', () => {
  assert.deepEqual(unpackBasemap(tinyBasemap), tinyBasemap);
});

test('packing pays for every basemap of the project', async () => {
  const basemaps = await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap'));
  const size = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
  assert.ok(Object.keys(basemaps).length > 1);
  for (const [name, basemap] of Object.entries(basemaps)) {
    assert.ok(size(packBasemap(basemap)) < 0.9 * size(basemap), name);
  }
});
