import { intlTag } from '../../i18n/locales.ts';
import { askForNews, tellNews } from './newer-edition.ts';
import { savesData } from './saves-data.ts';

type State = 'off' | 'saving' | 'saved' | 'failed';

/** What of the copy is on the device, and what the reader said about it. */
interface Copy {
  readonly worker: URL;
  readonly scope: string;
  /** Number of files of a whole copy. */
  readonly files: number;
  /** Whether the reader wants films and recordings too; null where the story has none. */
  readonly films: HTMLInputElement | null;
}

const POLL_MS = 300;

const pause = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), POLL_MS));

const registrationOf = async ({ scope }: Copy): Promise<ServiceWorkerRegistration | null> => {
  const found = await navigator.serviceWorker.getRegistration(scope);
  // A worker of a folder above may answer for this one too.
  return found?.scope === scope ? found : null;
};

/** Workbox names its cache after the scope. */
const isCacheOf = (copy: Copy, name: string): boolean => name.startsWith('story-') && name.endsWith(`-${copy.scope}`);

async function cacheNames(copy: Copy): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => isCacheOf(copy, name));
}

async function keptFiles(copy: Copy): Promise<number> {
  const [name] = await cacheNames(copy);
  return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
}

const keyOf = ({ scope }: Copy): string => `story-map:offline:${scope}`;

function isDeclined(copy: Copy): boolean {
  try {
    return localStorage.getItem(keyOf(copy)) === 'off';
  } catch {
    return false;
  }
}

function decline(copy: Copy, isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(keyOf(copy), 'off');
    else localStorage.removeItem(keyOf(copy));
  } catch {
    // Where nothing can be remembered, nothing was kept either.
  }
}

async function remove(copy: Copy): Promise<void> {
  await (await registrationOf(copy))?.unregister();
  for (const name of await cacheNames(copy)) await caches.delete(name);
}

/** Resolves when a worker has fetched the whole story; rejects when it could not. */
function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'redundant') reject(new Error('The copy could not be made'));
      else if (worker.state !== 'installing' && worker.state !== 'parsed') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** The worker keeps films and recordings too where its address says so. */
function workerOf({ worker, films }: Copy): URL {
  const url = new URL(worker);
  if (films?.checked) url.searchParams.set('films', '');
  return url;
}

async function save(copy: Copy, onProgress: (share: number) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register(workerOf(copy), { updateViaCache: 'none' });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('There is no worker');
  const end = installed(worker).then(() => true);
  try {
    // In turn, so that no count arrives after the end.
    while (!(await Promise.race([end, pause()]))) onProgress((await keptFiles(copy)) / copy.files);
  } catch (error) {
    await remove(copy);
    throw error;
  }
}

/** A copy the browser has emptied answers from the network only; it is made anew. */
async function isKept(copy: Copy): Promise<boolean> {
  const active = (await registrationOf(copy))?.active;
  if (!active) return false;
  if (copy.films) copy.films.checked = new URL(active.scriptURL).searchParams.has('films');
  if ((await keptFiles(copy)) >= copy.files) return true;
  await remove(copy);
  return false;
}

/** A story read from its copy may have been corrected since, or taken away. */
async function readNews(copy: Copy): Promise<void> {
  const line = document.querySelector<HTMLElement>('.notice.edition');
  const registration = await registrationOf(copy);
  if (!line || !registration || !navigator.serviceWorker.controller) return;
  const news = await askForNews(copy.worker, registration);
  if (news) tellNews(line, news, registration);
}

function copyFrom(panel: HTMLElement): Copy | null {
  const { worker, files } = panel.dataset;
  if (!worker || !window.isSecureContext || !('serviceWorker' in navigator)) return null;
  const url = new URL(worker, document.baseURI);
  return {
    worker: url,
    scope: new URL('.', url).href,
    files: Number(files),
    films: panel.querySelector('[data-offline-films]'),
  };
}

/** What the copy weighs. Browsers take long to learn how a unit is written: said once somebody sees it. */
function writeSize(panel: HTMLElement): void {
  const format = new Intl.NumberFormat(intlTag(document.documentElement.lang), {
    style: 'unit',
    unit: 'megabyte',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  const write = (selector: string, bytes: string | undefined): void => {
    for (const place of panel.querySelectorAll(selector)) place.textContent = format.format(Number(bytes) / 1e6);
  };
  write('.offline-size', panel.dataset['bytes']);
  write('.offline-film-size', panel.dataset['filmBytes']);
}

function createPanel(panel: HTMLElement): (state: State, share?: number) => void {
  const shown = new ResizeObserver(() => {
    if (panel.clientHeight === 0) return;
    shown.disconnect();
    writeSize(panel);
  });
  shown.observe(panel);
  const progress = panel.querySelector('progress');
  return (state, share = 0) => {
    panel.hidden = false;
    panel.dataset['state'] = state;
    if (progress) progress.value = Math.min(1, share);
    for (const part of panel.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = !part.dataset['when']?.split(' ').includes(state);
    }
  };
}

/**
 * Keeps the story on the device, unless the reader took the copy away or saves data, and wires what `panel` offers about it
 * until `signal` ends it. Where the browser keeps nothing it is silent.
 */
export function createOfflineCopy(panel: HTMLElement, signal: AbortSignal): void {
  const copy = copyFrom(panel);
  if (!copy) return;
  const show = createPanel(panel);
  const keep = async (): Promise<void> => {
    show('saving');
    await save(copy, (share) => show('saving', share)).then(
      () => show('saved'),
      () => show('failed'),
    );
  };
  const begin = async (): Promise<void> => {
    if (await isKept(copy)) {
      show('saved');
      return readNews(copy);
    }
    show('off');
    if (!isDeclined(copy) && !savesData() && !signal.aborted) await keep();
  };
  const actions: Readonly<Record<string, () => Promise<void>>> = {
    'save-offline': () => {
      decline(copy, false);
      return keep();
    },
    'remove-offline': async () => {
      decline(copy, true);
      await remove(copy);
      show('off');
    },
  };
  const onClick = ({ target }: Event): void => {
    const name =
      target instanceof Element ? target.closest<HTMLElement>('[data-action]')?.dataset['action'] : undefined;
    void actions[name ?? '']?.().catch(() => show('failed'));
  };
  panel.addEventListener('click', onClick, { signal });
  copy.films?.addEventListener('change', () => void keep().catch(() => show('failed')), { signal });
  // A sandbox has the words for it and refuses each of them.
  void begin().catch(() => undefined);
}
