import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { movingPicture } from '../../../../src/cli/film/moving-picture.ts';

const still = async (color: string, frames: number) => ({
  png: await sharp({ create: { width: 60, height: 40, channels: 3, background: color } })
    .png()
    .toBuffer(),
  frames,
});

test('each picture stands as long as it did in the film', async () => {
  const pictures = await Promise.all([still('#f00', 6), still('#0f0', 12)]);
  for (const form of ['gif', 'webp'] as const) {
    const { format, pages, delay } = await sharp(await movingPicture(pictures, form, 12), {
      animated: true,
    }).metadata();
    assert.deepEqual([format, pages, delay], [form, 2, [500, 1000]]);
  }
});
