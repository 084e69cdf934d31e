import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { cityStory, cityTiles, makeProject, runGround } from '../../../support/tiles/city-project.ts';
import { writeMbtiles } from '../../../support/tiles/write-mbtiles.ts';
import { directory, writePmtiles } from '../../../support/tiles/write-pmtiles.ts';

const CITY = cityTiles('protomaps');
const whole = writePmtiles(CITY);

/** The command fails as it should: in plain words that name the file, with nothing written. */
async function refuses(bytes: Uint8Array | null, words: RegExp, name = 'area.pmtiles', args: readonly string[] = []) {
  const root = await makeProject();
  if (bytes !== null) await writeFile(join(root, name), bytes);
  const { code, errors, files } = await runGround(root, 'town', '--from', name, ...args);
  assert.match(errors, words);
  assert.ok(errors.includes(name), errors);
  assert.equal(code, 2);
  assert.deepEqual(files, {});
}

const patched = (change: (view: DataView, bytes: Uint8Array) => void, of: Uint8Array = whole): Uint8Array => {
  const bytes = new Uint8Array(of);
  change(new DataView(bytes.buffer), bytes);
  return bytes;
};

test('an archive cut short, in its header or behind it', async () => {
  await refuses(whole.subarray(0, 60), /cut short.*60 bytes.*download it again/);
  await refuses(whole.subarray(0, whole.length - 1000), /cut short or damaged: its tiles should end at byte \d+/);
  await refuses(new Uint8Array(), /neither PMTiles nor MBTiles/);
});

test('an archive whose directory is damaged', async () => {
  await refuses(
    patched((_, bytes) => bytes.fill(0xff, 127, 160)),
    /damaged: gzip cannot unpack it/,
  );
  const plain = writePmtiles(CITY, { gzip: false });
  await refuses(
    patched((_, bytes) => bytes.fill(0xff, 127, 160), plain),
    /damaged/,
  );
});

test('a directory that points outside the file', async () => {
  const entries = CITY.map((_, index) => ({ id: index, offset: 2 ** 40, length: 100, runLength: 2 ** 28 }));
  const root = directory([{ ...entries[0], id: 0, offset: 2 ** 40, length: 100, runLength: 2 ** 31 }]);
  const archive = writePmtiles(CITY, { gzip: false });
  const outside = patched((view, bytes) => {
    bytes.set(root, 127);
    view.setBigUint64(16, BigInt(root.length), true);
  }, archive);
  await refuses(outside, /a directory in it points to byte \d+, and the file ends at \d+/);
  await refuses(
    patched((view) => view.setBigUint64(40, 2n ** 50n, true)),
    /its directories should end at byte/,
  );
});

test('a directory that claims more entries than it has', async () => {
  const archive = writePmtiles(CITY, { gzip: false });
  await refuses(
    patched((_, bytes) => bytes.set([0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], 127), archive),
    /damaged/,
  );
});

test('a tile that is no protobuf', async () => {
  const broken = CITY.map((tile) => ({ ...tile, bytes: new TextEncoder().encode('<html>no such tile</html>') }));
  const layers = ['roads', 'earth', 'buildings'].map((id) => ({ id }));
  const archive = writePmtiles(broken, { metadata: { vector_layers: layers } });
  await refuses(archive, /The tile \d+\/\d+\/\d+ of area\.pmtiles is no vector tile/);
});

test('a tile of a gigabyte, as said by a directory and as packed into a little', async () => {
  const large = writePmtiles(CITY, { gzip: false });
  const root = directory([{ id: 0, offset: 0, length: 2 ** 30, runLength: 2 ** 31 }]);
  const sparse = patched((view, bytes) => {
    bytes.set(root, 127);
    view.setBigUint64(16, BigInt(root.length), true);
  }, large);
  await refuses(sparse, /one of its tiles has 1024 MB/);
  const before = process.memoryUsage().rss;
  const bomb = gzipSync(new Uint8Array(2 ** 28));
  const archive = writePmtiles(CITY.map((tile) => ({ ...tile, bytes: bomb })).slice(0, 400), { gzip: false });
  await refuses(
    patched((view) => view.setUint8(98, 2), archive),
    /unpacks to more than 4 MB/,
  );
  assert.ok(process.memoryUsage().rss - before < 2 ** 29);
});

test('an archive of the wrong area names both areas', async () => {
  const root = await makeProject({
    ...cityStory([]),
    'en/10-far.mdx': (cityStory([15])['en/10-close-0.mdx'] ?? '').replace('[1.5, 41.2]', '[1.2, 41.5]'),
  });
  const layers = ['roads', 'earth', 'buildings'].map((id) => ({ id }));
  const options = { metadata: { vector_layers: layers }, bounds: [1.45, 41.16, 1.55, 41.24] as const };
  await writeFile(join(root, 'area.pmtiles'), writePmtiles(CITY, options));
  const { code, errors, files } = await runGround(root, 'town', '--from', 'area.pmtiles');
  assert.match(
    errors,
    /area\.pmtiles holds nothing of .* It covers 1\.45,41\.16,1\.55,41\.24\. They lie within 1\.\d\d,41\.\d\d/,
  );
  assert.equal(code, 2);
  assert.deepEqual(files, {});
});

test('a schema nobody knows', async () => {
  const metadata = { vector_layers: [{ id: 'lines' }, { id: 'polygons' }] };
  await refuses(
    writePmtiles(CITY, { metadata }),
    /none of the ways that are known: Protomaps 4, OpenMapTiles, Shortbread.*lines, polygons/,
  );
});

test('pictures in place of vectors, a later version, and what is no archive', async () => {
  await refuses(writePmtiles(CITY, { tileType: 2 }), /holds \.png tiles/);
  await refuses(
    patched((view) => view.setUint8(7, 9)),
    /PMTiles version 9; only version 3/,
  );
  await refuses(new TextEncoder().encode('<!doctype html><title>404</title>'), /neither PMTiles nor MBTiles/);
  await refuses(null, /There is no such file/);
});

test('a path outside the project, an address, and a story that is none', async () => {
  const root = await makeProject();
  const outside = await runGround(root, 'town', '--from', '../area.pmtiles');
  assert.match(outside.errors, /\.\.\/area\.pmtiles lies outside the project.*Copy or link it/);
  assert.match(
    (await runGround(root, 'town', '--from', 'https://example.org/a.pmtiles')).errors,
    /is an address\. Download/,
  );
  assert.match((await runGround(root, '../town', '--from', 'a.pmtiles')).errors, /"\.\.\/town" is no story's name/);
  assert.match(
    (await runGround(root, 'city', '--from', 'a.pmtiles')).errors,
    /no story content\/stories\/city\. There are: town/,
  );
  assert.match((await runGround(root, 'town')).errors, /--from is missing/);
  await mkdir(join(root, 'folder'));
  assert.match((await runGround(root, 'town', '--from', 'folder')).errors, /folder is a folder/);
});

test('damaged MBTiles, and those of pictures', async () => {
  const root = await makeProject();
  const header = 'SQLite format 3\0';
  await writeFile(join(root, 'broken.mbtiles'), header + 'x'.repeat(5000));
  const broken = await runGround(root, 'town', '--from', 'broken.mbtiles');
  assert.match(broken.errors, /broken\.mbtiles is damaged or no MBTiles/);
  writeMbtiles(join(root, 'pictures.mbtiles'), CITY.slice(0, 2), { format: 'png' });
  const pictures = await runGround(root, 'town', '--from', 'pictures.mbtiles');
  assert.match(pictures.errors, /pictures\.mbtiles holds png tiles/);
  assert.deepEqual([broken.code, pictures.code], [2, 2]);
  assert.deepEqual(pictures.files, {});
});

test('HTML in an attribution is read, not run', async () => {
  const root = await makeProject();
  const attribution =
    '<a href="javascript:alert(1)" onclick="alert(2)">&copy; Town <b>survey</b></a><script>alert(3)</script><img src=x onerror=alert(4)>';
  await writeFile(join(root, 'area.pmtiles'), writePmtiles(CITY, { metadata: { attribution } }));
  const { code, errors, files } = await runGround(root, 'town', '--from', 'area.pmtiles');
  assert.equal(code, 0);
  assert.match(errors, /does not say on which terms/);
  assert.match(files['close-0.topo.json'] ?? '', /"text":"© Town survey"/);
  for (const text of Object.values(files)) assert.doesNotMatch(text, /alert|<a|<script|onerror/);
});

test('a story without close sections, and one with mistakes', async () => {
  const far = await makeProject(cityStory([9]));
  await writeFile(join(far, 'area.pmtiles'), whole);
  assert.match((await runGround(far, 'town', '--from', 'area.pmtiles')).errors, /no section comes nearer than zoom 12/);
  const wrong = await makeProject({ ...cityStory([15]), 'en/10-close-0.mdx': '---\ntitle: [\n---\n' });
  await writeFile(join(wrong, 'area.pmtiles'), whole);
  assert.match((await runGround(wrong, 'town', '--from', 'area.pmtiles')).errors, /10-close-0\.mdx.*npm run check/);
});

test('what was cut before stays, whole, where a later cut is refused', async () => {
  const root = await makeProject();
  await writeFile(join(root, 'area.pmtiles'), whole);
  const first = await runGround(root, 'town', '--from', 'area.pmtiles');
  assert.ok(Object.keys(first.files).length > 1, first.errors);
  for (const [name, bytes] of [
    ['short.pmtiles', whole.subarray(0, whole.length - 1000)],
    ['none.pmtiles', new Uint8Array()],
  ] as const) {
    await writeFile(join(root, name), bytes);
    const { code, files } = await runGround(root, 'town', '--from', name);
    assert.equal(code, 2, name);
    assert.deepEqual(files, first.files, name);
  }
});
