import type { PackedBasemap } from '../../basemap/packed.ts';
import type { SectionPlacement } from '../../labels/section/place-section.ts';
import type { Story } from '../../story/story.ts';
import { FallbackError } from '../player/fallback.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Placer } from './placement-service.ts';
import workerUrl from './placement-worker.ts?module-worker';

/** A worker that cannot start does not always say so. */
const START_MS = 5000;

interface Waiting {
  readonly resolve: (placement: SectionPlacement) => void;
  readonly reject: (error: Error) => void;
}

function createWorker(): Worker | null {
  try {
    return new Worker(workerUrl, { type: 'module' });
  } catch {
    // A frame without an origin may not start one from an address.
    return null;
  }
}

/** What the worker says next, or null where it says nothing. */
const nextAnswer = (worker: Worker): Promise<FromWorker | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), START_MS);
    const done = (answer: FromWorker | null): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => done(data), { once: true });
    worker.addEventListener('error', () => done(null), { once: true });
  });

function placerOf(worker: Worker, bounds: Placer['bounds']): Placer {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'listening' || data.type === 'started' || data.id === null) return;
    const request = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'placed') request?.resolve(data.placement);
    else request?.reject(new Error(data.message));
  });
  return {
    bounds,
    place: (request) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.postMessage({ type: 'place', id: count, request } satisfies ToWorker);
      }),
  };
}

/**
 * Places in a module worker; null where none can be started.
 * @throws a `FallbackError` when `packed` is no basemap
 */
export async function startWorkerPlacer(
  packed: PackedBasemap,
  story: Story,
  signal: AbortSignal,
): Promise<Placer | null> {
  const worker = createWorker();
  if (worker === null) return null;
  signal.addEventListener('abort', () => worker.terminate());
  // Before it listens, a worker whose modules are still on their way loses what it is told.
  let answer = await nextAnswer(worker);
  if (answer !== null) {
    const answered = nextAnswer(worker);
    worker.postMessage({ type: 'start', packed, story } satisfies ToWorker);
    answer = await answered;
  }
  if (answer?.type === 'started') return placerOf(worker, answer.bounds);
  worker.terminate();
  if (answer?.type === 'failed') throw new FallbackError('basemap-failed', answer.message);
  return null;
}
