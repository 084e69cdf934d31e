import { answerCalls } from '../loading/answer-calls.ts';
import { createPlacementService, type PlacementService } from './placement-service.ts';

let service: PlacementService | null = null;

const calls = {
  /** @returns the basemap's bounds */
  start(...told: Parameters<typeof createPlacementService>): PlacementService['bounds'] {
    service = createPlacementService(...told);
    return service.bounds;
  },
  addNames: (...told: Parameters<PlacementService['addNames']>): void => service?.addNames(...told),
  place(request: Parameters<PlacementService['place']>[0]): ReturnType<PlacementService['place']> {
    if (service === null) throw new Error('The story has not come yet');
    return service.place(request);
  },
};
export type PlacementCalls = typeof calls;

/** In a worker: places what the page asks for. */
export const answerPlacement = (): void => answerCalls(calls);
