import type { LayerPaint } from '../../../basemap/paint.ts';
import { inTasks } from '../../loading/idle.ts';
import { withTimeout } from '../../loading/with-timeout.ts';
import { startWorker } from '../../loading/worker-calls.ts';
import type { PaintSource } from './paint-service.ts';
import type { PaintCalls } from './paint-worker.ts';
import workerUrl from './paint-worker.ts?module-worker';
import type { Sheet } from './sheet.ts';

/** Paints sheets without holding the page up. */
type PaintSheet = (sheet: Sheet, paints: readonly LayerPaint[]) => Promise<ImageBitmap>;

/** In the page itself, in tasks of a few milliseconds. */
async function startDirectly(source: PaintSource, signal: AbortSignal): Promise<PaintSheet> {
  const { createPaint } = await withTimeout(import('./paint-service.ts'));
  const begin = createPaint(source, ({ width, height }) =>
    Object.assign(document.createElement('canvas'), { width, height }),
  );
  return async (sheet, paints) => {
    const { steps, canvas } = begin(sheet, paints);
    await inTasks(steps, (step) => step(), signal);
    return createImageBitmap(canvas);
  };
}

/** In a worker where one starts and can draw, else in the page. */
async function startPainting(source: PaintSource, signal: AbortSignal): Promise<PaintSheet> {
  const worker = 'OffscreenCanvas' in window ? await startWorker<PaintCalls>(workerUrl, signal) : null;
  if (worker && (await worker.call('start', source))) return (sheet, paints) => worker.call('paint', sheet, paints);
  worker?.end();
  // Ended while the worker was awaited: the page need not make its own shapes for nothing.
  signal.throwIfAborted();
  return startDirectly(source, signal);
}

/** Paints sheets; what it needs for that starts with the first one. */
export class Painter {
  readonly #readSource: () => PaintSource;
  #life = new AbortController();
  #started: Promise<PaintSheet> | null = null;

  constructor(readSource: () => PaintSource) {
    this.#readSource = readSource;
  }

  /**
   * @param paints of the layers, in their order
   * @returns null where the painter was ended meanwhile
   * @throws where the sheet cannot be painted
   */
  async paint(sheet: Sheet, paints: readonly LayerPaint[]): Promise<ImageBitmap | null> {
    const { signal } = this.#life;
    try {
      this.#started ??= startPainting(this.#readSource(), signal);
      const bitmap = await (await this.#started)(sheet, paints);
      if (!signal.aborted) return bitmap;
      bitmap.close();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return null;
  }

  /** Frees what it started. The next sheet starts it again. */
  end(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#started = null;
  }
}
