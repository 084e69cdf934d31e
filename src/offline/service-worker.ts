import { setCacheNameDetails } from 'workbox-core';
import { addPlugins, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { RangeRequestsPlugin } from 'workbox-range-requests';

declare global {
  /** Set by the first line of the worker's file: see `offline-copy.ts`. */
  var storyFiles: readonly PrecacheEntry[];
}

/*
 * Keeps one story. A new edition is fetched as a whole, each file held to its digest, and waits until no page of the
 * old one is open: neither half an edition nor a mixture of two is ever shown.
 */
setCacheNameDetails({ prefix: 'story' });
addPlugins([new RangeRequestsPlugin()]);
precacheAndRoute([...globalThis.storyFiles], {
  directoryIndex: 'index.html',
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});
