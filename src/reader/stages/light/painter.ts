import type { ShapeFile } from '../../../basemap/drawing/shape-file.ts';
import { inTasks } from '../../loading/idle.ts';
import { withTimeout } from '../../loading/with-timeout.ts';
import { startWorker } from '../../loading/worker-calls.ts';
import type { PaintedLayer, PaintSource } from './paint-service.ts';
import type { PaintCalls } from './paint-worker.ts';
import workerUrl from './paint-worker.ts?module-worker';
import type { Sheet } from './sheet.ts';

/** Paints sheets without holding the page up. */
interface SheetPainter {
  paint(sheet: Sheet, layers: readonly PaintedLayer[]): Promise<ImageBitmap>;
  add(file: ShapeFile): unknown;
}

/** In the page itself, in tasks of a few milliseconds. */
async function startDirectly(source: PaintSource, signal: AbortSignal): Promise<SheetPainter> {
  const { createPaintService } = await withTimeout(import('./paint-service.ts'));
  const service = createPaintService(source, ({ width, height }) =>
    Object.assign(document.createElement('canvas'), { width, height }),
  );
  return {
    add: (file) => service.add(file),
    async paint(sheet, layers) {
      const { steps, canvas } = service.begin(sheet, layers);
      await inTasks(steps, (step) => step(), signal);
      return createImageBitmap(canvas);
    },
  };
}

/** In a worker where one starts and can draw, else in the page. */
async function startPainting(source: PaintSource, signal: AbortSignal): Promise<SheetPainter> {
  const worker = 'OffscreenCanvas' in window ? await startWorker<PaintCalls>(workerUrl, signal) : null;
  if (worker && (await worker.call('start', source))) {
    return {
      paint: (sheet, layers) => worker.call('paint', sheet, layers),
      add: (file) => worker.call('add', file),
    };
  }
  worker?.end();
  // Ended while the worker was awaited: the page need not make its own shapes for nothing.
  signal.throwIfAborted();
  return startDirectly(source, signal);
}

/** Paints sheets; what it needs for that starts with the first one. */
export class Painter {
  readonly #readSource: () => PaintSource;
  #life = new AbortController();
  #started: Promise<SheetPainter> | null = null;

  constructor(readSource: () => PaintSource) {
    this.#readSource = readSource;
  }

  /**
   * @param layers in drawing order
   * @returns null where the painter was ended meanwhile
   * @throws where the sheet cannot be painted
   */
  async paint(sheet: Sheet, layers: readonly PaintedLayer[]): Promise<ImageBitmap | null> {
    const { signal } = this.#life;
    try {
      this.#started ??= startPainting(this.#readSource(), signal);
      const bitmap = await (await this.#started).paint(sheet, layers);
      if (!signal.aborted) return bitmap;
      bitmap.close();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return null;
  }

  /** Takes shapes that have come since it started; one that has not started reads them with all others. */
  add(file: ShapeFile): void {
    // What fails here fails the next sheet, which tells of it.
    void this.#started?.then((painter) => painter.add(file)).catch(() => {});
  }

  /** Frees what it started. The next sheet starts it again. */
  end(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#started = null;
  }
}
