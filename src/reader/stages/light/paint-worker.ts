import type { ShapeFile } from '../../../basemap/drawing/shape-file.ts';
import { answerCalls } from '../../loading/answer-calls.ts';
import { createPaintService, type PaintedLayer, type PaintService, type PaintSource } from './paint-service.ts';
import type { Sheet } from './sheet.ts';

let service: PaintService | null = null;

function started(): PaintService {
  if (service === null) throw new Error('The drawing has not come yet');
  return service;
}

const calls = {
  /** @returns whether this browser draws in a worker */
  start(source: PaintSource): boolean {
    service = createPaintService(source, ({ width, height }) => new OffscreenCanvas(width, height));
    return new OffscreenCanvas(1, 1).getContext('2d') !== null;
  },
  add: (file: ShapeFile): void => started().add(file),
  paint(sheet: Sheet, layers: readonly PaintedLayer[]): ImageBitmap {
    const { steps, canvas } = started().begin(sheet, layers);
    for (const step of steps) step();
    return (canvas as OffscreenCanvas).transferToImageBitmap();
  },
};
export type PaintCalls = typeof calls;

answerCalls(calls);
