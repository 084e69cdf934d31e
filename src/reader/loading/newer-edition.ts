/** What the server says of a story that is read from the copy on the device. */
export type EditionNews = 'newer' | 'gone';

/** Of the worker's own address: it is there as long as the story is. Where the server cannot be asked nothing is known. */
const isGone = (status: number | null): boolean => status === 404 || status === 410;

/** @param status of the worker's file on the server, null where there is no answer */
export function editionNews(status: number | null, isNewerKept: boolean): EditionNews | null {
  if (isGone(status)) return 'gone';
  return isNewerKept ? 'newer' : null;
}

/** Resolves once a worker that is being installed is, or has failed. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Asks the server about the copy that is being read. */
export async function askForNews(worker: URL, registration: ServiceWorkerRegistration): Promise<EditionNews | null> {
  const answer = await fetch(worker, { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) await registration.update().catch(() => undefined);
  if (registration.installing) await settled(registration.installing);
  return editionNews(answer?.status ?? null, registration.waiting !== null);
}

/** Tells the reader, and gives way to the newer edition when they ask for it: never by itself under them. */
export function tellNews(line: HTMLElement, news: EditionNews, registration: ServiceWorkerRegistration): void {
  line.hidden = false;
  for (const part of line.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset['when'] !== news;
  line.querySelector('[data-action="take-edition"]')?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take-edition');
  });
  line.querySelector('[data-action="dismiss"]')?.addEventListener('click', () => {
    line.hidden = true;
  });
}
