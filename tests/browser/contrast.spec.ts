import type { Page } from 'playwright/test';
import type { PNG } from 'pngjs';
import { type Lettering, leastContrast, pictureWithout, readLettering } from '../support/contrast.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

test.use({ pace: QUICK });

/** Names and callouts, and text that stands on the map without a card of its own. */
const ON_MAP = '.annotation-layer text';
const BARE = 'main > section[data-mood] .card';

/** Words of a selector that their ground, on a picture without them, does not let stand out. */
async function findFaint(
  page: Page,
  ground: PNG,
  selector: string,
  least: (lettering: Lettering) => number,
): Promise<readonly string[]> {
  return (await readLettering(page, selector)).flatMap((one) => {
    const found = leastContrast(ground, one);
    return found < least(one) ? [`${one.text}: ${found.toFixed(2)}`] : [];
  });
}

test('in either theme every word on the map stands out from what is behind it', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open();
  for (const { id, mood } of sections) {
    await reader.follow(id);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await reader.atRest(id);
      const where = `${id}, ${colorScheme}`;
      // One picture for both: no name stands under a card's words, tests/unit/labels/section.
      const ground = await pictureWithout(page, `${ON_MAP}, ${BARE}`);
      expect.soft(await findFaint(page, ground, ON_MAP, () => 3), `${where}, on the map`).toEqual([]);
      if (mood === 'paper') continue;
      const leastOf = ({ isLarge }: Lettering): number => (isLarge ? 3 : 4.5);
      expect.soft(await findFaint(page, ground, BARE, leastOf), `${where}, text`).toEqual([]);
    }
  }
});
