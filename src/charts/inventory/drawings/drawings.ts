import type { LineDrawing } from '../../../story/story.ts';
import { blanket } from './blanket.ts';
import { books } from './books.ts';
import { bread } from './bread.ts';
import { gasHeater } from './gas-heater.ts';
import { houseKey } from './house-key.ts';
import { mattresses } from './mattresses.ts';
import { pickUp } from './pick-up.ts';
import { pram } from './pram.ts';
import { suitcase } from './suitcase.ts';
import { toys } from './toys.ts';

/** Every thing an inventory may show, by the name authors give it. */
export const DRAWINGS = {
  blanket,
  books,
  bread,
  'gas-heater': gasHeater,
  'house-key': houseKey,
  mattresses,
  'pick-up': pickUp,
  pram,
  suitcase,
  toys,
} as const satisfies Readonly<Record<string, LineDrawing>>;

export type DrawingName = keyof typeof DRAWINGS;

export const DRAWING_NAMES = Object.keys(DRAWINGS) as readonly DrawingName[];
