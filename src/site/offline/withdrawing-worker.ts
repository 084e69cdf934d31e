/*
 * In place of the worker of a story that was withdrawn: takes the kept copy away, then itself, and shows whoever has the
 * story open what its address says now.
 */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(): Promise<readonly { readonly url: string; navigate(url: string): Promise<unknown> }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, run: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

async function withdraw(): Promise<void> {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith('story-') && name.endsWith(`-${scope.registration.scope}`));
  await Promise.all(own.map((name) => caches.delete(name)));
  await scope.registration.unregister();
  const open = await scope.clients.matchAll();
  await Promise.all(open.map((page) => page.navigate(page.url)));
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(withdraw()));
