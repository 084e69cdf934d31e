import sharp from 'sharp';
import { CARD_SIZE } from './social-tags.ts';

/** A picture of a story, as far as it is cut to the shape of a card. */
export interface CardPhoto {
  readonly bytes: Uint8Array;
  /** What must stay in view: shares of width and height from the top left. */
  readonly focus: readonly [number, number];
}

/** Where a length begins so that a share of it lies in the middle of the room, as near as fills the room. */
const begin = (length: number, share: number, room: number): number =>
  Math.round(Math.min(Math.max(length * share - room / 2, 0), length - room));

/** A picture in the shape of a card, its focus as near to the middle as it goes. */
export async function cutToCard({ bytes, focus }: CardPhoto): Promise<Buffer> {
  const { width, height } = CARD_SIZE;
  const { data, info } = await sharp(bytes)
    .resize({ width, height, fit: 'outside' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const [left, top] = [begin(info.width, focus[0], width), begin(info.height, focus[1], height)];
  return sharp(data).extract({ left, top, width, height }).png().toBuffer();
}
