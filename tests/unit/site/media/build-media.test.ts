import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { readStories } from '../../../../src/site/content/read-content.ts';
import { buildMedia, MADE_FOLDER, MEDIA_ADDRESS } from '../../../../src/site/media/build-media.ts';
import { onePerPicture } from '../../../../src/site/media/media-paths.ts';
import { makePictures, WIDTHS, widthsOf } from '../../../../src/site/media/picture-files.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../../fixtures/content/read-fixture.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const photograph = () =>
  sharp({
    create: {
      width: 1300,
      height: 900,
      channels: 3,
      background: '#7d97a8',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .withIccProfile('p3')
    .withExif({ IFD0: { Model: 'Phone 7' }, IFD3: { GPSLatitude: '63/1 25/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a picture is made in few widths and never wider than it is', () => {
  assert.deepEqual(widthsOf(4000, WIDTHS.text), [480, 960, 1600]);
  assert.deepEqual(widthsOf(4000, WIDTHS.stage), [960, 1600, 2560]);
  assert.deepEqual(widthsOf(1200, WIDTHS.text), [480, 960, 1200]);
  assert.deepEqual(widthsOf(300, WIDTHS.text), [300]);
  assert.deepEqual(widthsOf(960, WIDTHS.text), [480, 960]);
});

test('what a phone notes reaches no reader; the picture stands upright, in the colours of the web', async () => {
  const { pictures, placeholder } = await makePictures(await photograph(), WIDTHS.text);
  assert.ok(pictures.length >= 2);
  for (const { bytes, width } of pictures) {
    const { exif, xmp, icc, orientation = 1, height = 0 } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, orientation], [undefined, undefined, 1]);
    assert.ok(icc === undefined || !Buffer.from(icc).includes('P3'));
    assert.ok(height > width, 'upright');
  }
  assert.match(placeholder, /^data:image\/webp;base64,/);
  assert.ok(placeholder.length <= 300, `${placeholder.length} bytes`);
});

test('AVIF is made only where it spares a reader more than 15 %', async () => {
  const flat = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#7d97a8' } })
    .png()
    .toBuffer();
  const made = [await makePictures(flat, [480]), await makePictures(await photograph(), [480])];
  assert.ok(made.some(({ pictures }) => pictures.some(({ format }) => format === 'avif')));
  for (const { pictures } of made) {
    const sizes = Object.fromEntries(pictures.map(({ format, bytes }) => [format, bytes.length]));
    const { avif, webp } = sizes;
    assert.ok(webp !== undefined);
    if (avif !== undefined) assert.ok(avif <= webp * 0.85, `${avif} of ${webp}`);
  }
});

test('what was made once is not made again, and only what is shown is made', async () => {
  const root = await mkdtemp(join(tmpdir(), 'media-'));
  folders.push(root);
  const [read] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects(null));
  assert.ok(read);
  await writeFile(join(root, 'quay.jpg'), await photograph());
  const story = {
    ...read,
    folder: '.',
    files: read.files.map((file) => (file.path === 'media/quay.jpg' ? { ...file, path: 'media/quay.jpg' } : file)),
  };
  const { mkdir, copyFile } = await import('node:fs/promises');
  await mkdir(join(root, 'media'));
  await copyFile(join(root, 'quay.jpg'), join(root, 'media', 'quay.jpg'));
  const told: string[] = [];
  const first = await buildMedia(story, root, (done, all) => told.push(`${done} of ${all}`));
  assert.deepEqual(told, ['1 of 1']);
  const [file] = first['quay.jpg']?.files ?? [];
  assert.ok(file);
  const path = join(root, MADE_FOLDER, file.src.slice(MEDIA_ADDRESS.length));
  const before = await stat(path);
  assert.deepEqual(await buildMedia(story, root), first);
  assert.equal((await stat(path)).mtimeMs, before.mtimeMs);
});

test('of the files of a picture one is kept where only one is: the widest that is no wider than 960', () => {
  const paths = ['480.webp', '960.webp', '1600.webp', '480.avif'].map((end) => `_media/s/quay.1a2b3c4d-${end}`);
  assert.deepEqual(onePerPicture([...paths, '_astro/a.js', '_media/s/wide.0a-1600.webp']), [
    '_media/s/quay.1a2b3c4d-960.webp',
    '_astro/a.js',
    '_media/s/wide.0a-1600.webp',
  ]);
});
