import type { Browser } from 'playwright';
import { heapOf } from './measure-load.ts';
import type { ScrollRun } from './measure-scroll.ts';
import { openSettled } from './open-settled.ts';

export interface MemoryFigures {
  /** After the first pass through the story, which fills what is kept, and after the last. */
  readonly firstBytes: number;
  readonly lastBytes: number;
  readonly passes: number;
}

/** Runs in the page. */
async function pass(stepPx: number): Promise<void> {
  const end = document.documentElement.scrollHeight - window.innerHeight;
  for (let top = 0; top <= end; top += stepPx) {
    window.scrollTo({ top, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
  }
}

/** JavaScript's memory before and after so many passes through the story. */
export async function measureMemory(browser: Browser, url: string, run: ScrollRun, passes: number) {
  const { page, session, close } = await openSettled(browser, url, run);
  const heaps: number[] = [];
  for (let count = 0; count < passes; count += 1) {
    await page.evaluate(pass, run.stepPx);
    heaps.push(await heapOf(session));
  }
  await close();
  return { firstBytes: heaps[0] ?? 0, lastBytes: heaps.at(-1) ?? 0, passes } satisfies MemoryFigures;
}
