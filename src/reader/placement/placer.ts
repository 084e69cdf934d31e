import type { PackedBasemap } from '../../basemap/packed.ts';
import type { Story } from '../../story/story.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import { orFallBack } from '../player/fallback.ts';
import type { Placer } from './placement-service.ts';
import { startWorkerPlacer } from './worker-placer.ts';

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
  };
}

/**
 * A worker where one can be had, else the page itself.
 * @throws a `FallbackError` when `packed` is no basemap, or a script does not come
 */
export const startPlacer = async (packed: PackedBasemap, story: Story, signal: AbortSignal): Promise<Placer> =>
  (await startWorkerPlacer(packed, story, signal)) ?? startDirectPlacer(packed, story);
