import type { FromWorker, ToWorker } from './messages.ts';
import { createPlacementService, type PlacementService } from './placement-service.ts';

let service: PlacementService | null = null;

function answer(message: ToWorker): FromWorker {
  try {
    if (message.type === 'start') {
      service = createPlacementService(message.packed, message.story);
      return { type: 'started', bounds: service.bounds };
    }
    if (service === null) throw new Error('The story has not come yet');
    return { type: 'placed', id: message.id, placement: service.place(message.request) };
  } catch (error) {
    const id = message.type === 'place' ? message.id : null;
    return { type: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => self.postMessage(answer(data)));
self.postMessage({ type: 'listening' } satisfies FromWorker);
