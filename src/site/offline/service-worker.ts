import { setCacheNameDetails } from 'workbox-core';
import { addPlugins, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';

/** What `reader/loading/newer-edition.ts` says to the edition that waits. */
const TAKE_EDITION = 'take-edition';

declare global {
  /** Set by the first line of the worker's file: see `offline-copy.ts`. */
  var storyFiles: readonly PrecacheEntry[];
}

/*
 * Keeps one story. A new edition is fetched as a whole, each file held to its digest, and waits until no page of the
 * old one is open: neither half an edition nor a mixture of two is ever shown.
 */
// A new edition that waits is used once its reader asks for it.
addEventListener('message', ({ data }) => {
  if (data === TAKE_EDITION) void (globalThis as unknown as { skipWaiting(): Promise<void> }).skipWaiting();
});
setCacheNameDetails({ prefix: 'story' });
addPlugins([
  {
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
      cachedResponse && request.headers.has('range') ? createPartialResponse(request, cachedResponse) : cachedResponse,
    // The server may have moved on since. A copy that has lost its page has nothing left that could be mixed with the new.
    handlerDidError: async ({ request, event }) =>
      event.type === 'fetch' && !(await matchPrecache('index.html')) ? fetch(request) : undefined,
  },
]);
precacheAndRoute([...globalThis.storyFiles], {
  directoryIndex: 'index.html',
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});
