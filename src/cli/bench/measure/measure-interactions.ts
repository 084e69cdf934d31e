import type { Browser, Page } from 'playwright';
import { renderTable } from '../render-table.ts';
import { quantile } from '../scroll-table.ts';
import { openSettled, type SlowedView } from './open-settled.ts';

/** What readers press besides scrolling. */
interface Interaction {
  readonly name: string;
  /** Brings the page where it can be done; false where the story has nothing of the kind. */
  readonly prepare: (page: Page) => Promise<boolean>;
  readonly act: (page: Page) => Promise<void>;
}

const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

async function brings(page: Page, selector: string): Promise<boolean> {
  if ((await shown(page, selector).count()) === 0) return false;
  await shown(page, selector).scrollIntoViewIfNeeded();
  return true;
}

async function openList(page: Page): Promise<boolean> {
  await shown(page, '[data-action="open-sections"]').click();
  await page.locator('dialog.section-list[open]').waitFor();
  return true;
}

const click = (selector: string) => (page: Page) => shown(page, selector).click();

const INTERACTIONS: readonly Interaction[] = [
  { name: 'next section, J', prepare: async () => true, act: (page) => page.keyboard.press('j') },
  {
    name: 'section list',
    prepare: (page) => brings(page, '[data-action="open-sections"]'),
    act: click('[data-action="open-sections"]'),
  },
  { name: 'dark theme', prepare: openList, act: click('input[name="theme"][value="dark"]') },
  {
    name: 'language',
    prepare: async (page) => (await openList(page)) && brings(page, '.settings-actions a[hreflang]'),
    act: click('.settings-actions a[hreflang]'),
  },
  { name: 'explore', prepare: openList, act: click('.settings-actions [data-action="explore"]') },
  {
    name: 'picture in large',
    prepare: (page) => brings(page, 'main [data-action="media-picture"]'),
    act: click('main [data-action="media-picture"]'),
  },
  {
    name: 'value of a layer, arrow',
    async prepare(page) {
      if (!(await brings(page, '.section:has(.data-words)'))) return false;
      const keys = page.locator('.value-keys');
      // Asked for when the first layer comes near.
      await keys.waitFor({ state: 'attached' });
      await keys.focus();
      return true;
    },
    act: (page) => page.keyboard.press('ArrowUp'),
  },
];

/** Under this the browser tells of no event (Event Timing API), so that quick ones count as it. */
const LEAST_MS = 16;
const REST_MS = 400;

/**
 * Runs in the page: keeps how long the slowest event took from the press to the paint that shows it. What a pointer does on
 * its way is no interaction, and has no number.
 */
function watchEvents(durationThreshold: number): void {
  const key = 'bench-slowest';
  sessionStorage.removeItem(key);
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries() as PerformanceEventTiming[]) {
      if (interactionId === 0) continue;
      sessionStorage.setItem(key, String(Math.max(duration, Number(sessionStorage.getItem(key) ?? 0))));
    }
  }).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
}

/** Null where the story has nothing of the kind. */
async function measureOne(
  browser: Browser,
  url: string,
  view: SlowedView,
  { prepare, act }: Interaction,
): Promise<number | null> {
  const { page, close } = await openSettled(browser, url, view);
  try {
    if (!(await prepare(page))) return null;
    await page.waitForTimeout(REST_MS * view.slowdown);
    await page.evaluate(watchEvents, LEAST_MS);
    await act(page);
    await page.waitForTimeout(REST_MS * view.slowdown);
    return await page.evaluate((least) => Number(sessionStorage.getItem('bench-slowest') ?? least), LEAST_MS);
  } finally {
    await close();
  }
}

export interface InteractionFigures {
  readonly name: string;
  /** From the press to the next paint, milliseconds, one a visit: what Interaction to Next Paint is made of. */
  readonly delaysMs: readonly number[];
}

/** How soon the page answers each thing a reader can press, each in a page just opened. */
export async function measureInteractions(
  browser: Browser,
  url: string,
  view: SlowedView,
  runs: number,
): Promise<readonly InteractionFigures[]> {
  const figures: InteractionFigures[] = [];
  for (const interaction of INTERACTIONS) {
    const delaysMs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const delay = await measureOne(browser, url, view, interaction);
      if (delay === null) break;
      delaysMs.push(delay);
    }
    if (delaysMs.length > 0) figures.push({ name: interaction.name, delaysMs });
  }
  return figures;
}

export function renderInteractionsTable(name: string, figures: readonly InteractionFigures[]): string {
  const rows = figures.map(({ name: what, delaysMs }) => [
    `  ${what}`,
    `${quantile(delaysMs, 0.5)}`,
    `${Math.max(...delaysMs)}`,
  ]);
  return renderTable([[`${name}, ms to the next paint`, 'median', 'most'], ...rows]);
}
