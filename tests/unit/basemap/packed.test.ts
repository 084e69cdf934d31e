import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { packBasemap, unpackBasemap } from '../../../src/basemap/packed.ts';
import { blankBasemap, NO_COUNTRY } from '../../../src/cli/lib/blank-basemap.ts';
import { backgroundToneAt } from '../../../src/labels/section/background-tone.ts';
import { buildMapBase } from '../../../src/labels/section/map-base.ts';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';
import { readBasemaps } from '../../../src/site/content/read-content.ts';
import { story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';

test('a basemap comes out of its packing as it went in', () => {
  const whole = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
  // JSON has no minus zero.
  const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const step = fc.oneof({ weight: 9, arbitrary: whole }, fraction);
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

for (const bounds of [
  [9.94, 49.94, 10.061, 50.061],
  [-71.187, 42.269, -70.985, 42.414],
] as const) {
  test(`bare ground of ${bounds} is land from corner to corner on the reader’s map`, () => {
    const packed = JSON.parse(JSON.stringify(packBasemap(blankBasemap('bare', bounds))));
    const base = buildMapBase(unpackBasemap(packed), { ...story([]), homeCountry: NO_COUNTRY });
    const [west, south, east, north] = bounds;
    const shares = [0.001, 0.25, 0.5, 0.75, 0.999];
    for (const [across, up] of shares.flatMap((x) => shares.map((y) => [x, y] as const))) {
      const place = [west + (east - west) * across, south + (north - south) * up] as const;
      assert.equal(
        backgroundToneAt(place, { emphasis: {}, tints: [], wash: 0 }, base.land, base.atlas),
        'land',
        String(place),
      );
    }
  });
}

test('packing pays for every basemap of the project', async () => {
  const basemaps = await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap'));
  const size = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
  assert.ok(Object.keys(basemaps).length > 1);
  for (const [name, basemap] of Object.entries(basemaps)) {
    assert.ok(size(packBasemap(basemap)) < 0.9 * size(basemap), name);
  }
});
