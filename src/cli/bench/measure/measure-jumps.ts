import type { Browser } from 'playwright';
import type { ScrollRun } from './measure-scroll.ts';
import { openSettled } from './open-settled.ts';

export interface JumpFigures {
  /** Animation frames from each jump until the scene is the one it stays. */
  readonly delays: readonly number[];
  /** Sections whose scene was theirs in the frame in which their card stood in the middle, of all that passed. */
  readonly onTime: number;
  readonly passed: number;
}

type SceneElement = HTMLElement & {
  readonly scene: { readonly progress: number; readonly section: string } | null;
};

interface Plan {
  readonly jumps: number;
  readonly pxPerS: number;
}

/** Runs in the page. */
async function jumpAndPass({ jumps, pxPerS }: Plan): Promise<JumpFigures> {
  const LOOK_FRAMES = 20;
  const map = document.querySelector('story-map') as SceneElement;
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const to = (top: number): void => window.scrollTo({ top, behavior: 'instant' });
  const delays: number[] = [];
  for (let jump = 0; jump < jumps; jump += 1) {
    // Golden ratio: far from the place before, and never twice the same.
    to(end * ((jump * 0.618 + 0.3) % 1));
    const seen: (number | undefined)[] = [];
    for (let count = 0; count < LOOK_FRAMES; count += 1) {
      await frame();
      seen.push(map.scene?.progress);
    }
    const last = seen.at(-1);
    delays.push(seen.findLastIndex((progress) => progress !== last) + 1);
  }
  to(0);
  await frame();
  const cards = [...document.querySelectorAll<HTMLElement>('section.section > .card')];
  const nearest = new Map<string, { readonly offPx: number; readonly isOnTime: boolean }>();
  const startedAt = await frame();
  for (let now = startedAt; window.scrollY < end - 1; now = await frame()) {
    // What the frame before showed, where it had scrolled to.
    for (const card of cards) {
      const { top, bottom } = card.getBoundingClientRect();
      const offPx = Math.abs((top + bottom - window.innerHeight) / 2);
      const id = card.parentElement?.id ?? '';
      if (offPx < (nearest.get(id)?.offPx ?? window.innerHeight / 2)) {
        nearest.set(id, { offPx, isOnTime: map.scene?.section === id });
      }
    }
    to(((now - startedAt) / 1000) * pxPerS);
  }
  const passed = [...nearest.values()];
  return { delays, passed: passed.length, onTime: passed.filter(({ isOnTime }) => isOnTime).length };
}

/** How soon the scene is right after a jump, and whether it is while the story passes at a reader's haste. */
export async function measureJumps(browser: Browser, url: string, run: ScrollRun, plan: Plan): Promise<JumpFigures> {
  const { page, close } = await openSettled(browser, url, run);
  const figures = await page.evaluate(jumpAndPass, plan);
  await close();
  return figures;
}
