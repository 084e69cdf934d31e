import { setCacheNameDetails } from 'workbox-core';
import { addPlugins, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';

/** What `reader/loading/newer-edition.ts` says to the edition that waits. */
const TAKE_EDITION = 'take-edition';

interface FetchEventLike {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare global {
  /** Set by the first line of the worker's file: see `offline-copy.ts`. */
  var storyFiles: readonly PrecacheEntry[];
  /** Films and recordings, where the story has any. */
  var storyFilms: readonly PrecacheEntry[] | undefined;
}

/*
 * A new edition waits until no page of the old one is open, or its reader asks for it: no page is shown by a mixture of
 * two.
 */
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
const withFilms = new URLSearchParams(location.search).has('films');
const kept = [...globalThis.storyFiles, ...(withFilms ? (globalThis.storyFilms ?? []) : [])];
const keptUrls = new Set(kept.map(({ url }) => new URL(url, location.href).href));

// Of each picture one file is kept, and stands for those of other widths and types.
addEventListener('fetch', (event) => {
  const { request, respondWith } = event as unknown as FetchEventLike;
  const [, stem] = /\/_media\/(.+-)\d+\.\w+$/.exec(request.url) ?? [];
  const other = kept.find(({ url }) => stem !== undefined && url.includes(`_media/${stem}`));
  if (!other || keptUrls.has(request.url)) return;
  const answer = fetch(request).catch(async () => (await matchPrecache(other.url)) ?? Response.error());
  respondWith.call(event, answer);
});

// Keeps one story: an edition is fetched as a whole, each file held to its digest.
precacheAndRoute(kept, {
  directoryIndex: 'index.html',
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});
