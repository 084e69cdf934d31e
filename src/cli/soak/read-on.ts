import type { Browser, BrowserContext, Page } from 'playwright';
import { dataBytes, takeSnapshot } from '../bench/measure/measure-memory.ts';
import { holdProgress } from '../lib/story-at-rest.ts';
import { compareShown, judgeMemory, type Memory, type Shown } from './judge.ts';
import { isKept, openStory, visitAfresh, watchStory } from './open-story.ts';
import { createSteps, type Deed, type Step, WINDOWS } from './steps.ts';
import { comeToRest, readShown, takeStep } from './take-step.ts';

/** The story that is read, on a server. */
export interface SoakTarget {
  /** The story's page in each of its languages. */
  readonly urls: readonly string[];
  /** Ids of its sections. */
  readonly sections: readonly string[];
  readonly isChromium: boolean;
}

export interface SoakRun {
  readonly seed: number;
  /** Whether there is time for another step. */
  readonly hasTime: () => boolean;
  readonly progress: (line: string) => void;
}

/** What came of it. */
export interface SoakResult {
  readonly steps: number;
  readonly comparisons: number;
  /** Before and after each stretch of reading. */
  readonly memories: readonly (readonly [Memory, Memory])[];
  readonly problems: readonly string[];
}

/** Steps between two comparisons with a fresh visit, and between two changes of the language. */
const [COMPARED_EVERY, STRETCH] = [20, 120];
const [DESKTOP] = WINDOWS;

async function readMemory(context: BrowserContext, page: Page): Promise<Memory> {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const data = dataBytes(await takeSnapshot(session));
  await session.detach();
  return { dataBytes: data, nodes, listeners: jsEventListeners };
}

/** What is measured twice must show the same: the first section in a large window, by the device's own theme. */
async function returnToStart(page: Page, sections: readonly string[]): Promise<void> {
  await takeStep(page, { kind: 'resize', size: DESKTOP ?? { width: 1440, height: 900 } });
  await takeStep(page, { kind: 'theme', theme: 'auto' });
  await takeStep(page, { kind: 'jump', section: sections[0] ?? '' });
  await comeToRest(page);
}

/** What a story keeps of each section, and what comes once it is asked for, it has after this. */
async function seeAll(page: Page, sections: readonly string[]): Promise<void> {
  const deeds: readonly Deed[] = [
    ...sections.map((section) => ({ kind: 'jump', section }) as const),
    ...WINDOWS.map((size) => ({ kind: 'resize', size }) as const),
    ...['dark', 'light'].map((theme) => ({ kind: 'theme', theme }) as const),
    { kind: 'explore', drags: [[40, 40]] },
  ];
  for (const deed of deeds) {
    await takeStep(page, deed);
    await comeToRest(page);
  }
}

/** The progress so many pixels further down. */
async function progressAfter(page: Page, pixels: number): Promise<number> {
  await page.evaluate((top) => window.scrollBy({ top, behavior: 'instant' }), pixels);
  return (await readShown(page)).scene.progress;
}

/**
 * What a page shows at a progress, where the scroll has brought it within a pixel of that: browsers keep a part of a pixel
 * over a resize, and no page can be sent there. How much progress a pixel is differs from place to place.
 */
async function readAt(page: Page, progress: number): Promise<Shown> {
  const shown = await readShown(page);
  if (shown.scene.progress === progress) return shown;
  const [before, after] = [await progressAfter(page, -1), await progressAfter(page, 2)];
  await progressAfter(page, -1);
  if (progress < before || progress > after) return shown;
  await page.evaluate(holdProgress, progress);
  return readShown(page);
}

/** Someone who reads, and what they noted. */
class Soak {
  readonly problems: string[] = [];
  readonly memories: (readonly [Memory, Memory])[] = [];
  steps = 0;
  comparisons = 0;
  readonly #page: Page;
  readonly #target: SoakTarget;
  readonly #run: SoakRun;
  #last = 'the first picture';
  #isOffline = false;

  constructor(page: Page, target: SoakTarget, run: SoakRun) {
    [this.#page, this.#target, this.#run] = [page, target, run];
  }

  /** Offline, films come from nowhere: no copy on the device has them unasked. */
  say(problem: string, isOfNetwork = false): void {
    if (isOfNetwork && this.#isOffline) return;
    this.problems.push(`step ${this.steps}, ${this.#last}: ${problem}`);
  }

  goesOn(): boolean {
    return this.#run.hasTime() && this.problems.length === 0;
  }

  async compare(): Promise<void> {
    const found = await readShown(this.#page);
    const fresh = await visitAfresh(this.#page.context(), this.#page, (page) => readAt(page, found.scene.progress));
    this.comparisons += 1;
    for (const difference of compareShown(found, fresh)) this.say(difference);
  }

  /** Null in a browser that does not tell. */
  async memory(): Promise<Memory | null> {
    if (!this.#target.isChromium) return null;
    await returnToStart(this.#page, this.#target.sections);
    return readMemory(this.#page.context(), this.#page);
  }

  async take({ deed, pauseMs }: Step): Promise<void> {
    this.steps += 1;
    this.#last = JSON.stringify(deed);
    this.#isOffline = deed.kind === 'offline';
    await takeStep(this.#page, deed);
    await this.#page.waitForTimeout(pauseMs);
    this.#run.progress(`step ${this.steps}, ${this.comparisons} comparisons`);
  }

  async readStretch(next: () => Step): Promise<void> {
    const before = await this.memory();
    for (let step = 1; step <= STRETCH && this.goesOn(); step += 1) {
      await this.take(next());
      if (step % COMPARED_EVERY === 0) await this.compare();
    }
    const after = await this.memory();
    if (!before || !after) return;
    this.memories.push([before, after]);
    for (const growth of judgeMemory(before, after)) this.say(growth);
  }
}

/** Reads a story in a window of its own for as long as there is time, or until something is wrong. */
export async function readOn(browser: Browser, target: SoakTarget, run: SoakRun): Promise<SoakResult> {
  const { urls, sections, isChromium } = target;
  const context = await browser.newContext({ viewport: DESKTOP ?? null, serviceWorkers: 'allow' });
  const page = await context.newPage();
  const soak = new Soak(page, target, run);
  await watchStory(page, (problem, isOfNetwork) => soak.say(problem, isOfNetwork));
  let next: (() => Step) | null = null;
  for (let stretch = 0; soak.goesOn(); stretch += 1) {
    await openStory(page, urls[stretch % urls.length] ?? '');
    next ??= createSteps({ seed: run.seed, sections, canGoOffline: isChromium && (await isKept(page)) });
    await seeAll(page, sections);
    await soak.readStretch(next);
  }
  await context.close();
  const { steps, comparisons, memories, problems } = soak;
  return { steps, comparisons, memories, problems };
}
