import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** WCAG 2.2, levels A and AA, and axe's own advice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Text of darkened sections stands on the map. Axe compares it with the page behind that, as what is fixed to the screen
 * is no ground to it; contrast.spec.ts compares it with what is painted there.
 */
const ON_THE_MAP = '[data-live] main > section[data-mood] *';

const isOnTheMap = (page: Page, target: string): Promise<boolean> =>
  page.evaluate(([own, on]) => document.querySelector(own)?.matches(on) === true, [target, ON_THE_MAP] as const);

/** The one rule of axe whose answer hangs on the theme. */
const ON_THEME = 'color-contrast';

/**
 * What axe has against the page as it stands, or against its colours alone: one line for each element, with the rule and
 * how to mend it.
 */
export async function findBarriers(page: Page, part: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  // The other mode finishes in a page of its own, for frames of other origins; there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (part === 'all' ? axe.withTags(RULES) : axe.withRules(ON_THEME)).analyze();
  const barriers: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      const selector = target.join(' ');
      if (id === ON_THEME && (await isOnTheMap(page, selector))) continue;
      barriers.push(`${id}: ${selector}\n${failureSummary ?? ''}`);
    }
  }
  return barriers;
}
