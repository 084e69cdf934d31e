import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import sharp from 'sharp';
import { runGround } from '../../../support/tiles/city-project.ts';
import {
  AROUND,
  cutPicture,
  geotiff,
  groundProject,
  halves,
  put,
  TERMS,
} from '../../../support/tiles/raster-project.ts';
import { sliceRaster } from '../../../support/tiles/slice-raster.ts';
import { writePmtiles } from '../../../support/tiles/write-pmtiles.ts';

const whole = geotiff((band, x) => 200 * x * (band + 1), { bands: 3 });
const BOX = `--bounds=${AROUND.join(',')}`;

/** The command fails as it should: in plain words that name the file, with nothing written. */
async function refuses(bytes: Uint8Array | null, words: RegExp, args: readonly string[] = [], name = 'scene.tif') {
  const root = await groundProject();
  if (bytes !== null) await put(root, name, bytes);
  const { code, errors, files } = await cutPicture(root, '--from', name, '--as', 'scene', ...args);
  assert.match(errors, words);
  assert.ok(errors.includes(name), errors);
  assert.equal(code, 2);
  assert.deepEqual(files, {});
}

test('a raster cut short, of no known kind, or not there', async () => {
  await refuses(whole.subarray(0, 200), /cut short, damaged or no TIFF/);
  await refuses(whole.subarray(0, whole.length - 6000), /cut short, damaged or no TIFF/);
  const png = await halves(400);
  await refuses(png.subarray(0, png.length - 300), /cut short or damaged/, [BOX], 'scene.png');
  await refuses(new TextEncoder().encode('<html>not found</html>'), /cut short or damaged|of an unknown kind/);
  await refuses(null, /There is no such file/);
});

test('a TIFF whose list of pictures leads back to its beginning is read all the same', async () => {
  const bytes = new Uint8Array(whole);
  const view = new DataView(bytes.buffer);
  const first = view.getUint32(4);
  view.setUint32(first + 2 + 12 * view.getUint16(first), first);
  const root = await groundProject();
  await put(root, 'round.tif', bytes);
  const { code, errors } = await cutPicture(root, '--from', 'round.tif', '--as', 'scene');
  assert.equal(code, 0, errors);
});

/** The same TIFF with the tags that lay it on the ground called something else. */
function withoutPlace(tiff: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(tiff);
  const view = new DataView(bytes.buffer);
  const [scale, tiepoint] = [33550, 33922];
  const found = [...bytes.keys()].filter(
    (at) => at > 8 && at < bytes.length - 2 && [scale, tiepoint].includes(view.getUint16(at)),
  );
  for (const at of found.slice(0, 2)) view.setUint16(at, 60_000 + (view.getUint16(at) % 100));
  return bytes;
}

test('a TIFF without a georeference, and a PNG, which never has one, say how to give it', async () => {
  const words = /does not say where it lies.*--bounds.*--corners.*--points/;
  await refuses(withoutPlace(whole), words);
  await refuses(await halves(), words, [], 'scene.png');
});

test('a TIFF with a wrong georeference, and a raster of another place, name where the sections look', async () => {
  const words =
    /holds nothing of what the sections show. They lie within 1\.\d\d,4\d\.\d\d.*--bounds, --corners, --points or --projection/;
  await refuses(
    geotiff(() => 9, { bands: 3, bounds: [500, 700, 502, 702] }),
    words,
  );
  await refuses(
    geotiff(() => 9, { bands: 3, bounds: [-60, -10, -59, -9] }),
    words,
  );
  const nowhere = geotiff(() => 9, { bands: 3, bounds: [Number.NaN, 0, Number.NaN, 1] });
  await refuses(nowhere, /does not say where it lies|holds nothing/);
});

test('a projection nobody knows', async () => {
  const odd = { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 2100, GeographicTypeGeoKey: undefined };
  await refuses(
    geotiff(() => 9, { bands: 3, keys: odd }),
    /is in EPSG:2100, which is not known here.*--projection/,
  );
  await refuses(whole, /--projection EPSG:99999.*scene\.tif|--projection EPSG:99999: this code is not known/, [
    '--projection',
    'EPSG:99999',
  ]).catch((error: Error) => assert.match(error.message, /99999/));
});

test('a picture of 40,000 × 40,000 is refused before it is unpacked', async () => {
  const before = process.memoryUsage().rss;
  const header = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const huge = new Uint8Array(header);
  new DataView(huge.buffer, huge.byteOffset).setUint32(16, 40_000);
  new DataView(huge.buffer, huge.byteOffset).setUint32(20, 40_000);
  await refuses(
    withChecksum(huge),
    /40000 × 40000 pixels, more than can be unpacked.*GeoTIFF in tiles/,
    [BOX],
    'scene.png',
  );
  const tiff = geotiff(() => 9, {
    bands: 3,
    keys: { width: 40_000, height: 40_000 },
  });
  await refuses(tiff, /stored in pieces of \d+ MB, too large|cut short, damaged|says it has/);
  assert.ok(process.memoryUsage().rss - before < 2 ** 29);
});

/** The header of a PNG with its checksum made right: CRC-32 of its name and content. */
function withChecksum(png: Uint8Array): Uint8Array {
  const table = Uint32Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  const crc = png.subarray(12, 29).reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff);
  new DataView(png.buffer, png.byteOffset).setUint32(29, (crc ^ 0xffffffff) >>> 0);
  return png;
}

test('a path outside the project, and an address', async () => {
  const root = await groundProject();
  for (const [args, words] of [
    [['--from', '../scene.tif', '--as', 'scene'], /lies outside the project/],
    [['--from', 'https://example.org/scene.tif', '--as', 'scene'], /is an address/],
    [
      ['--from', 'scene.tif', '--as', 'scene', '--points', '/etc/points.csv'],
      /--points \/etc\/points\.csv lies outside the project/,
    ],
  ] as const) {
    const { code, errors, files } = await cutPicture(root, ...args);
    assert.match(errors, words);
    assert.equal(code, 2);
    assert.deepEqual(files, {});
  }
});

test('HTML in an archive’s attribution becomes plain words, and does nothing', async () => {
  const root = await groundProject();
  const tiles = await sliceRaster(() => [9, 99, 9], [8]);
  const metadata = {
    attribution: '<a href="javascript:alert(1)" onclick="x()">Sky &amp; Sea</a><script>alert(1)</script>',
  };
  await put(root, 'sky.pmtiles', writePmtiles(tiles, { tileType: 2, metadata, gzip: false, bounds: AROUND }));
  const { code, files, errors } = await runGround(
    root,
    'town',
    '--from',
    'sky.pmtiles',
    '--as',
    'scene',
    '--licence',
    'CC0-1.0',
  );
  assert.equal(errors, '');
  assert.equal(code, 0);
  const { attribution } = JSON.parse(files['scene.json'] ?? '{}') as { attribution: readonly { text: string }[] };
  assert.deepEqual(
    attribution.map(({ text }) => text),
    ['Sky & Sea'],
  );
});

test('tiles of the wrong kind, or that are no pictures', async () => {
  const tiles = await sliceRaster(() => [9, 99, 9], [8]);
  await refuses(
    writePmtiles(tiles, { tileType: 1, gzip: false, bounds: AROUND }),
    /holds \.mvt tiles.*raster extract/,
    [],
    'sky.pmtiles',
  );
  const broken = tiles.map((tile) => ({ ...tile, bytes: new TextEncoder().encode('<html></html>') }));
  await refuses(
    writePmtiles(broken, { tileType: 2, gzip: false, bounds: AROUND }),
    /The tile \d+\/\d+\/\d+ of sky\.pmtiles is no picture/,
    [],
    'sky.pmtiles',
  );
});

test('a picture nobody may be named for is not cut', async () => {
  const root = await groundProject();
  await put(root, 'scene.tif', whole);
  const { code, errors, files } = await runGround(root, 'town', '--from', 'scene.tif', '--as', 'scene');
  assert.match(errors, /scene\.tif does not say whose it is.*--credit "whose it is" and --licence/);
  assert.equal(code, 2);
  assert.deepEqual(files, {});
});

test('a ground no section shows, bands there are none of, and options that say nothing', async () => {
  await refuses(whole, /--bands 4,5,6: scene\.tif has 3 bands/, ['--bands', '4,5,6']);
  const root = await groundProject([['relief: 0']]);
  await put(root, 'scene.tif', whole);
  const unshown = await cutPicture(root, '--from', 'scene.tif', '--as', 'scene');
  assert.match(unshown.errors, /no section shows it.*`ground: scene`/);
  const map = await cutPicture(root, '--from', 'scene.tif', '--as', 'map');
  assert.match(map.errors, /--as map is what sections call the map itself/);
  for (const [args, words] of [
    [['--bands', 'red'], /--bands red: give one band/],
    [['--stretch', '9,1'], /--stretch 9,1: write auto, none/],
    [['--ramp', 'reddish'], /--ramp reddish: give two colours/],
    [['--bounds', '1,2,3'], /--bounds 1,2,3 is no box/],
    [['--corners', '1,2'], /--corners 1,2 are no four corners/],
    [['--bounds', '1,2,3,4', '--points', 'p.csv'], /Give one of --bounds, --corners and --points/],
    [['--warp', 'bent', '--points', 'p.csv'], /--warp bent is none of affine/],
    [['--contours', '20'], /are about the relief/],
  ] as const) {
    const { code, errors } = await cutPicture(root, '--from', 'scene.tif', '--as', 'scene', ...args);
    assert.match(errors, words);
    assert.equal(code, 2);
  }
});

test('control points that are no table, too few, or in one line', async () => {
  const root = await groundProject();
  await put(root, 'scan.png', await halves());
  for (const [table, words] of [
    ['{"type":"FeatureCollection"}', /points\.csv is no table of control points/],
    ['x,y,lng,lat\n1,2,three,4\n', /points\.csv:2: not four numbers/],
    ['x,y,lng,lat\n1,2,1.5,4100000\n', /points\.csv:2: 1\.5, 4100000 are no degrees/],
    ['x,y,lng,lat\n1,2,1.5,41\n9,9,1.6,41.1\n', /has 2 control points; affine needs 3/],
    ['x,y,lng,lat\n0,0,1.5,41\n5,5,1.55,41\n9,9,1.6,41\n', /the points lie on one line/],
  ] as const) {
    await put(root, 'points.csv', table);
    const { code, errors, files } = await cutPicture(
      root,
      '--from',
      'scan.png',
      '--as',
      'scene',
      '--points',
      'points.csv',
    );
    assert.match(errors, words);
    assert.equal(code, 2);
    assert.deepEqual(files, {});
  }
});

test('what was cut before stays where a later cut is refused', async () => {
  const root = await groundProject();
  await put(root, 'scene.tif', whole);
  const { files } = await cutPicture(root, '--from', 'scene.tif', '--as', 'scene');
  await mkdir(join(root, 'other'), { recursive: true });
  await writeFile(join(root, 'other/scene.tif'), whole.subarray(0, 200));
  const after = await runGround(root, 'town', '--from', 'other/scene.tif', '--as', 'scene', ...TERMS);
  assert.equal(after.code, 2);
  assert.deepEqual(after.files, files);
});
