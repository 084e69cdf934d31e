import type { LayerPaint } from '../../../basemap/paint.ts';
import { answerCalls } from '../../loading/answer-calls.ts';
import { createPaint, type Paint, type PaintSource } from './paint-service.ts';
import type { Sheet } from './sheet.ts';

let begin: Paint | null = null;

const calls = {
  /** @returns whether this browser draws in a worker */
  start(source: PaintSource): boolean {
    begin = createPaint(source, ({ width, height }) => new OffscreenCanvas(width, height));
    return new OffscreenCanvas(1, 1).getContext('2d') !== null;
  },
  paint(sheet: Sheet, paints: readonly LayerPaint[]): ImageBitmap {
    if (begin === null) throw new Error('The drawing has not come yet');
    const { steps, canvas } = begin(sheet, paints);
    for (const step of steps) step();
    return (canvas as OffscreenCanvas).transferToImageBitmap();
  },
};
export type PaintCalls = typeof calls;

answerCalls(calls);
