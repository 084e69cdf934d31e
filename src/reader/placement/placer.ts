import type { PackedBasemap } from '../../basemap/packed.ts';
import type { Story } from '../../story/story.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import { startWorker } from '../loading/worker-calls.ts';
import { orFallBack } from '../player/fallback.ts';
import type { Placer } from './placement-service.ts';
import type { PlacementCalls } from './placement-worker.ts';
import workerUrl from './placement-worker.ts?module-worker';

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** In the page itself, a section a task: from a disk, in a frame without an origin, and in browsers without module workers. */
async function startDirectPlacer(packed: PackedBasemap, story: Story): Promise<Placer> {
  const { createPlacementService } = await orFallBack('marks-failed', withTimeout(import('./placement-service.ts')));
  await nextTask();
  const service = await orFallBack(
    'basemap-failed',
    Promise.resolve().then(() => createPlacementService(packed, story)),
  );
  return {
    bounds: service.bounds,
    async place(request) {
      await nextTask();
      return service.place(request);
    },
    addNames: (names) => service.addNames(names),
  };
}

/**
 * Places in a worker where one can be had, else in the page itself.
 * @throws a `FallbackError` when `packed` is no basemap, or a script does not come
 */
export async function startPlacer(packed: PackedBasemap, story: Story, signal: AbortSignal): Promise<Placer> {
  const worker = await startWorker<PlacementCalls>(workerUrl, signal);
  if (worker === null) return startDirectPlacer(packed, story);
  const bounds = await worker.call('start', packed, story).catch(() => null);
  if (bounds !== null) {
    return {
      bounds,
      place: (request) => worker.call('place', request),
      // What is asked for later is answered later, so nothing waits for this.
      addNames: (names) => void worker.call('addNames', names).catch(() => {}),
    };
  }
  worker.end();
  // A worker may fail where the page does not; whether the basemap is to blame shows there.
  return startDirectPlacer(packed, story);
}
