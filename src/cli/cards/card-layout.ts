import type { PixelSize } from '../lib/option-values.ts';

/** What is drawn where, in CSS pixels; a card is seen as small as a phone is wide, so its type is larger than a page's. */
export interface CardLayout {
  /** Pixels of the picture in a CSS pixel. */
  readonly scale: number;
  readonly card: PixelSize;
  readonly map: PixelSize;
  readonly words: PixelSize;
  /** The words stand at the side where reading begins, else below. */
  readonly isWide: boolean;
}

/** CSS pixels across the shorter side. */
const SHORTER_SIDE = 500;
/** Of the card's longer way. */
const MAP_SHARE = 0.6;

/** @param size of the picture */
export function layCard(size: PixelSize): CardLayout {
  const scale = Math.max(1, Math.min(size.width, size.height) / SHORTER_SIDE);
  const card = { width: Math.round(size.width / scale), height: Math.round(size.height / scale) };
  const isWide = card.width > card.height * 1.2;
  const mapSide = Math.round((isWide ? card.width : card.height) * MAP_SHARE);
  const map = isWide ? { ...card, width: mapSide } : { ...card, height: mapSide };
  const words = isWide ? { ...card, width: card.width - mapSide } : { ...card, height: card.height - mapSide };
  return { scale, card, map, words, isWide };
}
