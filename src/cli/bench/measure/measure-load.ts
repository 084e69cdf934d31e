import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright';

/** A device and its connection. */
export interface LoadProfile {
  readonly context: BrowserContextOptions;
  /** How many times slower than this machine. */
  readonly slowdown: number;
  /** Null for as fast as it comes. */
  readonly network: { readonly latencyMs: number; readonly downBytesPerS: number; readonly upBytesPerS: number } | null;
}

/** A phone of the middle sort on a slow mobile network, and a desktop next to the server. */
export const LOAD_PROFILES = {
  desktop: { context: { viewport: { width: 1440, height: 900 } }, slowdown: 1, network: null },
  phone: {
    context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    slowdown: 4,
    network: { latencyMs: 150, downBytesPerS: 200_000, upBytesPerS: 93_750 },
  },
} as const satisfies Readonly<Record<string, LoadProfile>>;

/** In milliseconds since navigation began where it ends with Ms; null for what did not happen. */
interface PageTimes {
  readonly fcpMs: number | null;
  readonly lcpMs: number | null;
  /** The first frame with a map in sight. */
  readonly mapMs: number | null;
  /** The first frame in which the map follows the reader. */
  readonly followsMs: number | null;
  readonly cls: number;
}

/** A task of more than 50 ms. */
interface LongTask {
  readonly startMs: number;
  readonly durationMs: number;
}

interface Traffic {
  /** Requests until the map followed the reader, and in all. */
  readonly requestsBefore: number;
  readonly requests: number;
  /** Compressed with brotli at its best, fonts and pictures as they are; by kind of file. */
  readonly bytes: Readonly<Record<string, number>>;
}

export interface LoadRun extends PageTimes, Traffic {
  /** From the reader's first move until MapLibre has taken over. */
  readonly liveMs: number | null;
  /** Total blocking time, from the first paint until the reader moves and until MapLibre has taken over. */
  readonly tbtMs: number;
  readonly wholeTbtMs: number;
  readonly longestTaskMs: number;
  readonly heapBytes: number;
}

const SETTLE_TIMEOUT_MS = 45_000;
/** What a page still does once it is complete. */
const QUIET_MS = 1500;
const IS_COMPRESSED = /\.(woff2|png|jpe?g|webp|avif)$/;

interface Noted extends PageTimes {
  readonly movedMs: number | null;
  readonly takenOverMs: number | null;
  readonly tasks: LongTask[];
}

type Watched = Window & { benchTimes: { -readonly [Key in keyof Noted]: Noted[Key] } };

/** Notes down what the browser reports. Runs in the page, before anything of its own. */
function watchEntries(): void {
  const times: Watched['benchTimes'] = {
    fcpMs: null,
    lcpMs: null,
    mapMs: null,
    followsMs: null,
    movedMs: null,
    takenOverMs: null,
    cls: 0,
    tasks: [],
  };
  (window as unknown as Watched).benchTimes = times;
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') times.fcpMs = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    times.lcpMs = startTime;
  });
  observe('layout-shift', (entry) => {
    times.cls += (entry as unknown as { readonly value: number }).value;
  });
  observe('longtask', ({ startTime, duration }) => {
    times.tasks.push({ startMs: startTime, durationMs: duration });
  });
  window.addEventListener('pointermove', ({ timeStamp }) => {
    times.movedMs ??= timeStamp;
  });
}

/** What a page under measurement says of itself, in its console: to ask it would be work of its own. */
const SIGNS = { settled: 'bench: settled', takenOver: 'bench: taken over' } as const;
type Sign = keyof typeof SIGNS;

/** Notes down when there is which map, and says so. Runs in the page, after `watchEntries`. */
function watchMap(signs: typeof SIGNS): void {
  const times = (window as unknown as Watched).benchTimes;
  const isInSight = (svg: Element): boolean => {
    const { top, bottom, width } = svg.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < window.innerHeight && svg.querySelector('use, path') !== null;
  };
  let said = false;
  const look = (): void => {
    const map = document.querySelector<HTMLElement>('story-map');
    const pictures = [...document.querySelectorAll('.stage > svg, .static-map > svg')].slice(0, 4);
    if (times.mapMs === null && pictures.some(isInSight)) times.mapMs = performance.now();
    if (times.followsMs === null && map?.dataset['settled'] !== undefined) times.followsMs = performance.now();
    const isSettled = document.readyState === 'complete' && map?.dataset['settled'] === 'true';
    if (isSettled && !said) console.debug(signs.settled);
    said ||= isSettled;
    if (map?.querySelector('[data-stage="maplibre"]')) {
      times.takenOverMs = performance.now();
      console.debug(signs.takenOver);
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function emulate(session: CDPSession, { slowdown, network }: LoadProfile): Promise<void> {
  await session.send('Performance.enable');
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (!network) return;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: network.downBytesPerS,
    uploadThroughput: network.upBytesPerS,
  });
}

/** What the page's map is drawn with in the end; none where it is part of the text. */
export type Engine = 'maplibre' | 'light' | 'none';

/** Resolves once the page has said so; what never comes is not waited for. */
function whenSaid(page: Page, sign: Sign): Promise<unknown> {
  const isIt = (message: { text(): string }): boolean => message.text() === SIGNS[sign];
  return page.waitForEvent('console', { predicate: isIt, timeout: SETTLE_TIMEOUT_MS }).catch(() => null);
}

/** The opening is as complete as it gets, and then the reader moves: what waits for that comes, too. */
async function visit(page: Page, url: URL, engine: Engine): Promise<void> {
  const [settled, takenOver] = [whenSaid(page, 'settled'), whenSaid(page, 'takenOver')];
  await page.goto(url.href);
  if (engine !== 'none') await settled;
  await page.waitForTimeout(QUIET_MS);
  if (engine !== 'maplibre') return;
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 1);
  await takenOver;
  await page.waitForTimeout(QUIET_MS);
}

/** What long tasks took of this span beyond 50 ms each, in milliseconds. */
export const blockingTime = (tasks: readonly LongTask[], fromMs: number, toMs: number): number =>
  tasks
    .map(({ startMs, durationMs }) => Math.min(startMs + durationMs, toMs) - Math.max(startMs, fromMs))
    .reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);

function summarize({ movedMs, takenOverMs, tasks, ...times }: Noted): Omit<LoadRun, keyof Traffic | 'heapBytes'> {
  const painted = times.fcpMs ?? 0;
  return {
    ...times,
    liveMs: takenOverMs === null || movedMs === null ? null : takenOverMs - movedMs,
    tbtMs: blockingTime(tasks, painted, movedMs ?? Number.POSITIVE_INFINITY),
    wholeTbtMs: blockingTime(tasks, painted, Number.POSITIVE_INFINITY),
    longestTaskMs: Math.max(0, ...tasks.map(({ durationMs }) => durationMs)),
  };
}

/** JavaScript's memory in use once what is unused has been thrown away, in bytes. Needs the domain `Performance`. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

const kindOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1] ?? 'html';

async function weigh(root: string, paths: readonly string[]): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  for (const path of paths) {
    const file = await readFile(join(root, path)).catch(() => null);
    if (!file) continue;
    const size = IS_COMPRESSED.test(path) ? file.length : brotliCompressSync(file).length;
    bytes[kindOf(path)] = (bytes[kindOf(path)] ?? 0) + size;
  }
  return bytes;
}

/** One cold visit in a fresh browser profile: nothing kept from a visit before. `root` is the folder that is served. */
export async function measureLoad(
  browser: Browser,
  url: URL,
  root: string,
  profile: LoadProfile,
  engine: Engine,
): Promise<LoadRun> {
  const context = await browser.newContext({ ...profile.context, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await emulate(session, profile);
    await page.addInitScript(watchEntries);
    await page.addInitScript(watchMap, SIGNS);
    const requests: { readonly path: string; readonly at: number }[] = [];
    const started = performance.now();
    page.on('request', (request) => {
      const address = new URL(request.url());
      const path = address.pathname.endsWith('/') ? `${address.pathname}index.html` : address.pathname;
      if (address.origin === url.origin) requests.push({ path, at: performance.now() - started });
    });
    await visit(page, url, engine);
    const times = await page.evaluate(() => (window as unknown as Watched).benchTimes);
    const heapBytes = await heapOf(session);
    const followed = times.followsMs ?? Number.POSITIVE_INFINITY;
    return {
      ...summarize(times),
      heapBytes,
      requests: requests.length,
      requestsBefore: requests.filter(({ at }) => at <= followed).length,
      bytes: await weigh(root, [...new Set(requests.map(({ path }) => path))]),
    };
  } finally {
    await context.close();
  }
}
