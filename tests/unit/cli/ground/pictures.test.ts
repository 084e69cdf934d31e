import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { test } from 'node:test';
import sharp from 'sharp';
import { unionOf } from '../../../../src/geo/bounds.ts';
import type { GroundFile } from '../../../../src/story/ground/ground.ts';
import {
  AROUND,
  coloursOf,
  cutPicture,
  geotiff,
  groundProject,
  halves,
  put,
} from '../../../support/tiles/raster-project.ts';
import { sliceRaster } from '../../../support/tiles/slice-raster.ts';
import { writeMbtiles } from '../../../support/tiles/write-mbtiles.ts';
import { writePmtiles } from '../../../support/tiles/write-pmtiles.ts';

const WIDE = 'scene.part-0.wide.webp';

type Ran = Awaited<ReturnType<typeof cutPicture>>;

const listIn = ({ files }: Ran, name = 'scene'): GroundFile =>
  JSON.parse(files[`${name}.json`] ?? 'null') as GroundFile;

/** Cuts one raster into a new project, and reads the picture for wide screens. */
async function cut(bytes: Uint8Array, name: string, ...args: readonly string[]) {
  const root = await groundProject();
  await put(root, name, bytes);
  const ran = await cutPicture(root, '--from', name, '--as', 'scene', ...args);
  assert.equal(ran.errors, '');
  assert.equal(ran.code, 0);
  return { ran, root, at: await coloursOf(root, 'scene', WIDE) };
}

const isRed = ([red, green, blue]: readonly number[]): boolean =>
  (red ?? 0) > 200 && (green ?? 0) < 60 && (blue ?? 0) < 60;
const isBlue = ([red, green, blue]: readonly number[]): boolean =>
  (red ?? 0) < 60 && (green ?? 0) < 60 && (blue ?? 0) > 200;

test('a GeoTIFF in degrees lies where it says, in its own colours, with its terms and the command beside it', async () => {
  const tiff = geotiff((band, x) => 255 * Number(band === (x < 0.5 ? 0 : 2)), { bands: 3 });
  const { ran, at } = await cut(tiff, 'scene.tif');
  assert.ok(isRed(at(-0.05)) && isBlue(at(0.05)));
  const { attribution, command, pictures } = listIn(ran);
  assert.deepEqual(attribution, [{ text: 'Nobody', short: null, licence: 'CC0-1.0' }]);
  assert.match(command, /^npm run ground -- town --from scene\.tif --as scene --credit Nobody --licence CC0-1\.0$/);
  assert.deepEqual(pictures.map(({ screens }) => screens).sort(), ['upright', 'wide']);
  assert.match(ran.files['scene.PROVENANCE.md'] ?? '', /SHA-256/);
  const again = await cut(tiff, 'scene.tif');
  assert.deepEqual(again.ran.files, ran.files, 'the same input gives the same files');
  assert.ok(pictures.every(({ luminance: { dark, mean, bright } }) => dark <= mean && mean <= bright));
});

test('the same picture in degrees, in Web Mercator, in a zone of UTM and as PNG lies in the same place', async () => {
  const tiff = (bounds: readonly [number, number, number, number], code: number) =>
    geotiff((band, x) => 255 * Number(band === (x < 0.5 ? 0 : 2)), {
      bands: 3,
      side: 128,
      bounds,
      keys: { GTModelTypeGeoKey: 1, GeographicTypeGeoKey: undefined, ProjectedCSTypeGeoKey: code },
    });
  const mercator = tiff([166979 - 60000, 5040000 - 60000, 166979 + 60000, 5040000 + 60000], 3857);
  const utm = tiff([374294 - 45000, 4562000 - 45000, 374294 + 45000, 4562000 + 45000], 32631);
  const box = `--bounds=${AROUND.join(',')}`;
  for (const [bytes, name, args] of [
    [mercator, 'mercator.tif', []],
    [utm, 'utm.tif', []],
    [await halves(), 'halves.png', [box]],
    [await halves(), 'corners.png', [`--corners=${[0, 3, 2, 3, 2, 1, 0, 1].map((at) => AROUND[at]).join(',')}`]],
  ] as const) {
    const { at } = await cut(bytes, name, ...args);
    assert.ok(isRed(at(-0.05)) && isBlue(at(0.05)), name);
  }
});

test('bands are chosen, stretched from 16 bits, and shown along a ramp', async () => {
  const sixteen = geotiff((band, x) => [9, 100, 4000 * x][band] ?? 0, { bands: 3, bits: 16 });
  const { at } = await cut(sixteen, 'deep.tif', '--bands', '3', '--stretch', '1000,3000', '--ramp', '#ff0000,#0000ff');
  assert.ok(at(-0.06)[0] > at(0.06)[0] && at(-0.06)[2] < at(0.06)[2]);
  const { at: own } = await cut(sixteen, 'auto.tif', '--bands', '3');
  assert.ok(own(0.06)[0] - own(-0.06)[0] > 40, 'what is seen is stretched over black and white');
  const { at: turned } = await cut(
    geotiff((band) => (band === 0 ? 255 : 0), { bands: 3 }),
    'turned.tif',
    '--bands',
    '3,2,1',
  );
  assert.ok(isBlue(turned(0)));
});

test('where a raster holds nothing the map is seen', async () => {
  const holes = geotiff((_, x) => (x < 0.5 ? 0 : 200), { bands: 3, keys: { GDAL_NODATA: '0\0' } });
  const { at } = await cut(holes, 'holes.tif');
  assert.equal(at(-0.05)[3], 0);
  assert.equal(at(0.05)[3], 255);
});

test('tiles of pictures are read from PMTiles and from MBTiles alike', async () => {
  const tiles = await sliceRaster((lng) => (lng < 1.5 ? [255, 0, 0] : [0, 0, 255]), [9]);
  const metadata = { attribution: '<b>Sky</b> <script>alert(1)</script>' };
  const { ran, at } = await cut(
    writePmtiles(tiles, { tileType: 2, metadata, gzip: false, bounds: AROUND }),
    'sky.pmtiles',
  );
  assert.ok(isRed(at(-0.05)) && isBlue(at(0.05)));
  assert.match(ran.printed.join('\n'), /sky\.pmtiles: PMTiles/);
  const root = await groundProject();
  writeMbtiles(`${root}/sky.mbtiles`, tiles, { format: 'png' }, false);
  assert.equal((await cutPicture(root, '--from', 'sky.mbtiles', '--as', 'scene')).errors, '');
  const other = await coloursOf(root, 'scene', WIDE);
  assert.deepEqual([other(-0.05), other(0.05)], [at(-0.05), at(0.05)]);
});

test('control points lay a scan: few of them as a plane, many with every bend', async () => {
  const root = await groundProject();
  await put(root, 'scan.png', await halves(256));
  const [west, south, east, north] = AROUND;
  const pointAt = (x: number, y: number): string =>
    [x * 256, y * 256, west + x * (east - west), north + y * (south - north)].join(',');
  const grid = [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y) => pointAt(x, y)));
  for (const [points, warp] of [
    [grid.slice(0, 2).concat(grid.slice(8)), 'affine'],
    [[0, 2, 6, 8].map((index) => grid[index]), 'projective'],
    [grid, 'thin-plate'],
  ] as const) {
    await put(root, 'points.csv', `x,y,lng,lat\n${points.join('\n')}\n`);
    const { code, printed, errors } = await cutPicture(
      root,
      '--from',
      'scan.png',
      '--as',
      'scene',
      '--points',
      'points.csv',
    );
    assert.equal(errors, '');
    assert.equal(code, 0);
    assert.match(printed.join('\n'), new RegExp(`${points.length} control points, warp ${warp}\\.`));
    const at = await coloursOf(root, 'scene', WIDE);
    assert.ok(isRed(at(-0.05)) && isBlue(at(0.05)), warp);
  }
});

test('a relief is shadow and light only where the ground slopes, from heights and from colours that mean them', async () => {
  const slope = (x: number): number => (x > 0.45 && x < 0.55 ? (x - 0.5) * 40000 : x < 0.5 ? -2000 : 2000);
  const root = await groundProject([['relief: 0.5']]);
  await put(
    root,
    'dem.tif',
    geotiff((_, x) => slope(x) + 3000, { bands: 1, bits: 32, side: 256, bounds: [1.2, 41, 1.8, 41.4] }),
  );
  const ran = await cutPicture(root, '--from', 'dem.tif', '--relief');
  assert.equal(ran.errors, '');
  assert.equal(listIn(ran, 'relief').kind, 'relief');
  const at = await coloursOf(root, 'relief', 'relief.part-0.wide.webp');
  assert.ok(at(0)[3] > 40, 'a slope is shaded');
  assert.equal(at(-0.08)[3], 0, 'level ground keeps the colours of the map');
  const tiles = await sliceRaster(
    (lng) => {
      const metres = Math.round(slope((lng - 1.2) / 0.6) + 3000 + 32768);
      return [Math.floor(metres / 256), metres % 256, 0];
    },
    [9],
  );
  await put(root, 'dem.pmtiles', writePmtiles(tiles, { tileType: 2, gzip: false }));
  const again = await cutPicture(root, '--from', 'dem.pmtiles', '--relief', '--contours', '500');
  assert.equal(again.errors, '');
  const lined = await coloursOf(root, 'relief', 'relief.part-0.wide.webp');
  assert.ok(lined(0)[3] > 40);
  assert.equal(lined(-0.08)[3], 0);
});

test('heights are shown as colours where they are asked for', async () => {
  const { at } = await cut(
    geotiff((_, x) => 3000 * x, { bands: 1, bits: 32 }),
    'heights.tif',
    '--tint',
  );
  const [low, high] = [at(-0.1), at(0.1)];
  assert.ok(low[1] - low[0] > high[1] - high[0], 'greener below than above');
  assert.ok(high[0] > low[0]);
});

test('sections that look at the same ground share its pictures, and a way between others has one of its own', async () => {
  const far = '{ center: [1.8, 41.4], zoom: 12 }';
  const root = await groundProject([['ground: scene'], ['ground: { show: scene, over: 0.5 }'], ['ground: scene', far]]);
  await put(
    root,
    'scene.tif',
    geotiff((band) => 60 * band, { bands: 3 }),
  );
  const { pictures } = listIn(await cutPicture(root, '--from', 'scene.tif', '--as', 'scene'));
  const told = pictures.map(({ screens, sections }) => `${screens} ${sections.join()}`).sort();
  assert.deepEqual(told, [
    'any part-0,part-1,part-2',
    'upright part-0,part-1',
    'upright part-2',
    'wide part-0,part-1',
    'wide part-2',
  ]);
  const [way] = pictures.filter(({ screens }) => screens === 'any');
  const rests = unionOf(pictures.filter(({ screens }) => screens !== 'any').map(({ seen }) => seen));
  assert.ok(way && way.seen[0] <= rests[0] && way.seen[2] >= rests[2]);
});

test('a picture keeps within its budget however much there is to see', async () => {
  const noise = await sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  const root = await groundProject();
  await put(root, 'noise.png', noise);
  const box = '--bounds=1.3,41.05,1.7,41.35';
  await cutPicture(root, '--from', 'noise.png', '--as', 'scene', box);
  const { size } = await stat(`${root}/content/stories/town/ground/${WIDE}`);
  assert.ok(size > 100_000 && size <= 150_000, String(size));
});
