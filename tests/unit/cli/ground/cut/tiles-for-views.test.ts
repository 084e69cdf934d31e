import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TileArchive } from '../../../../../src/cli/ground/archive/archive.ts';
import { readTile } from '../../../../../src/cli/ground/archive/read-tile.ts';
import type { View } from '../../../../../src/cli/ground/cut/story-views.ts';
import { tileBox, tilesForViews } from '../../../../../src/cli/ground/cut/tiles-for-views.ts';
import { boundsOverlap } from '../../../../../src/geo/bounds.ts';

const view = fc
  .record({
    x: fc.double({ min: 0.4, max: 0.4005, noNaN: true }),
    y: fc.double({ min: 0.4, max: 0.4005, noNaN: true }),
    zoom: fc.double({ min: 12, max: 18, noNaN: true }),
  })
  .map(({ x, y, zoom }): View => {
    const width = 1440 / (512 * 2 ** zoom);
    return { box: [x, y, x + width, y + width * 0.6], zoom };
  });
const views = fc.array(view, { minLength: 1, maxLength: 6 });
const archive = fc.constantFrom(
  { minZoom: 0, maxZoom: 14 },
  { minZoom: 10, maxZoom: 15 },
  { minZoom: 13, maxZoom: 16 },
);

test('each spot that a view sees lies in one tile, which is as fine as that view asks or the archive has', () => {
  fc.assert(
    fc.property(
      views,
      archive,
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (seen, { minZoom, maxZoom }, at) => {
        const tiles = tilesForViews(seen, { minZoom, maxZoom });
        for (const { box, zoom } of seen) {
          const [x, y] = [box[0] + at * (box[2] - box[0]), box[1] + at * (box[3] - box[1])];
          const under = tiles.filter(({ id }) => {
            const [left, top, right, bottom] = tileBox(id);
            return x >= left && x < right && y >= top && y < bottom;
          });
          assert.equal(under.length, 1);
          assert.ok((under[0]?.id[0] ?? 0) >= Math.min(Math.floor(zoom), maxZoom));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a view across the antimeridian reads tiles of both sides', async () => {
  const tiles = tilesForViews([{ box: [0.9999, 0.5001, 1.0001, 0.5002], zoom: 13 }], { minZoom: 0, maxZoom: 14 });
  const asked: number[] = [];
  const tile = (_: number, x: number) => {
    asked.push(x);
    return Promise.resolve(null);
  };
  for (const { id } of tiles) await readTile({ tile } as unknown as TileArchive, id, 'area.pmtiles');
  assert.deepEqual(
    [...new Set(asked)].sort((a, b) => a - b),
    [0, 8191],
  );
});

test('no tile is read that no view sees, and each knows its views', () => {
  fc.assert(
    fc.property(views, archive, (seen, zooms) => {
      for (const { id, views: own } of tilesForViews(seen, zooms)) {
        assert.ok(own.length > 0 && own.every(({ box }) => boundsOverlap(box, tileBox(id))));
        assert.ok(id[0] >= zooms.minZoom && id[0] <= zooms.maxZoom);
      }
    }),
    { numRuns: 60 },
  );
});
