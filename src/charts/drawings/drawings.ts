import { gasHeater } from './gas-heater.ts';
import { mattresses } from './mattresses.ts';
import type { LineDrawing } from './pen.ts';
import { pickUp } from './pick-up.ts';
import { toys } from './toys.ts';

/** Every thing an inventory may show, by the name authors give it. */
export const DRAWINGS = {
  'gas-heater': gasHeater,
  mattresses,
  'pick-up': pickUp,
  toys,
} as const satisfies Readonly<Record<string, LineDrawing>>;

export type DrawingName = keyof typeof DRAWINGS;

export const DRAWING_NAMES = Object.keys(DRAWINGS) as readonly DrawingName[];
