import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { cutToCard } from '../../../../src/site/meta/card-photo.ts';
import { CARD_SIZE } from '../../../../src/site/meta/social-tags.ts';

/** Grey, with a red spot where its focus is. */
function photo(width: number, height: number, focus: readonly [number, number]): Promise<Buffer> {
  const [x, y] = [focus[0] * width, focus[1] * height];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/><circle cx="${x}" cy="${y}" r="60" fill="#f00"/></svg>`;
  return sharp(Buffer.from(svg)).webp().toBuffer();
}

/** Whether the middle of the spot, or as much of it as there is at an edge, is in the picture. */
async function redPixels(card: Buffer): Promise<number> {
  const { data, info } = await sharp(card).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [CARD_SIZE.width, CARD_SIZE.height]);
  return Array.from({ length: info.width * info.height }).filter(
    (_, at) => (data[at * 3] ?? 0) > 200 && (data[at * 3 + 1] ?? 255) < 90,
  ).length;
}

test('a picture in the shape of a card keeps its focus, whatever its own shape', async () => {
  for (const [width, height] of [
    [2400, 800],
    [900, 1600],
    [1200, 630],
  ] as const) {
    for (const focus of [
      [0.1, 0.5],
      [0.9, 0.2],
      [0.5, 0.95],
    ] as const) {
      const bytes = await photo(width, height, focus);
      assert.ok((await redPixels(await cutToCard({ bytes, focus }))) > 1500, `${width} × ${height} at ${focus}`);
    }
  }
});
