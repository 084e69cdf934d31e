import type { Page } from 'playwright/test';
import type { Reader } from './reader.ts';

export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Turns the wheel until the page has heard of it: one it hears of later would be the reader's next wish. */
async function turnWheel(page: Page, by: number): Promise<void> {
  const hearing = await page.evaluateHandle(() => ({
    heard: new Promise<void>((resolve) => window.addEventListener('wheel', () => resolve(), { once: true })),
  }));
  // WebDriver BiDi takes whole pixels alone.
  await page.mouse.wheel(0, Math.round(by));
  await hearing.evaluate(({ heard }) => heard);
}

type Jump = (reader: Reader, random: () => number) => Promise<void>;

const press =
  (key: string): Jump =>
  ({ page }) =>
    page.keyboard.press(key);

/** Ways of getting elsewhere that leave the reader nowhere in particular. */
const JUMPS: Readonly<Record<string, Jump>> = {
  wheel: async ({ page }, random) => {
    const turns = 1 + Math.floor(random() * 4);
    for (let turn = 0; turn < turns; turn += 1) await turnWheel(page, (random() - 0.5) * 4000);
  },
  end: press('End'),
  home: press('Home'),
  pageDown: press('PageDown'),
  scroll: async ({ page, scrollTo }, random) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await scrollTo(random() * height);
  },
  hash: async ({ follow, sections }, random) => {
    await follow(sections[Math.floor(random() * sections.length)]?.id ?? '');
  },
};

/** Sends the reader somewhere by a random way (a phone has no wheel), without waiting for the map to arrive. */
export async function jumpAnywhere(reader: Reader, random: () => number): Promise<string> {
  const isTouch = await reader.page.evaluate(() => navigator.maxTouchPoints > 0);
  const names = Object.keys(JUMPS).filter((name) => !(isTouch && name === 'wheel'));
  const name = names[Math.floor(random() * names.length)] ?? '';
  await JUMPS[name]?.(reader, random);
  return name;
}
