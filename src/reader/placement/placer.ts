import type { PackedBasemap } from '../../basemap/packed.ts';
import type { Story } from '../../story/story.ts';
import type { MoreKinds } from '../kinds/drawn-kinds.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import { startWorker } from '../loading/worker-calls.ts';
import { orFallBack } from '../player/fallback.ts';
import type { PlacementCalls } from './answer-placement.ts';
import type { Placer } from './placement-service.ts';
import workerUrl from './placement-worker.ts?module-worker';

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** In the page itself, a section a task: from a disk, in a frame without an origin, and in browsers without module workers. */
async function startDirectPlacer(packed: PackedBasemap, story: Story, kinds: MoreKinds | null): Promise<Placer> {
  const { createPlacementService } = await orFallBack('marks-failed', withTimeout(import('./placement-service.ts')));
  await orFallBack('marks-failed', withTimeout(Promise.resolve(kinds?.load())));
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
 * @param kinds what few stories have of their own
 * @throws a `FallbackError` when `packed` is no basemap, or a script does not come
 */
export async function startPlacer(
  packed: PackedBasemap,
  story: Story,
  signal: AbortSignal,
  kinds: MoreKinds | null = null,
): Promise<Placer> {
  const worker = await startWorker<PlacementCalls>(kinds?.workerUrl ?? workerUrl, signal);
  if (worker === null) return startDirectPlacer(packed, story, kinds);
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
  return startDirectPlacer(packed, story, kinds);
}
