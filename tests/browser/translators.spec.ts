import type { Page } from 'playwright/test';
import { expectSection } from '../support/expect-section.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

test.use({ pace: QUICK });

/**
 * What page translators do: every text node goes into elements of theirs, with other words, at once and whenever the page
 * changes; the page is given another language and direction, and what says `translate="no"` is left alone.
 */
function translatePage(page: Page, lang: string, dir: 'ltr' | 'rtl'): Promise<void> {
  return page.evaluate(
    ([language, direction]) => {
      const isLeft = (node: Node): boolean =>
        node.parentElement?.closest('script, style, textarea, [translate="no"], font') != null;
      const translateIn = (root: Node): void => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        for (const node of nodes.filter((text) => text.data.trim() !== '' && !isLeft(text))) {
          const inner = document.createElement('font');
          inner.textContent = node.data.replaceAll(/\p{L}+/gu, (word) => [...word].reverse().join(''));
          const outer = document.createElement('font');
          outer.style.verticalAlign = 'inherit';
          outer.append(inner);
          node.replaceWith(outer);
        }
      };
      const root = document.documentElement;
      root.lang = language ?? '';
      root.dir = direction ?? '';
      root.classList.add(`translated-${direction}`);
      translateIn(document.body);
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) translateIn(node);
      }).observe(document.body, { subtree: true, childList: true });
    },
    [lang, dir],
  );
}

test('a page translator that puts other words in and turns the page around leaves the story whole', async ({
  reader,
  told,
}) => {
  const { page, sections } = reader;
  await reader.open(sections[1]?.id);
  const before = await page.locator('.annotation-layer text').allTextContents();
  expect(before.length).toBeGreaterThan(0);
  await translatePage(page, 'ar', 'rtl');
  await reader.atRest(sections[1]?.id);
  await expect(page.locator(`#${sections[1]?.id} h2 font font`).first()).toBeVisible();
  expect((await reader.viewport()).dir).toBe('rtl');
  // The map goes round with the card, so that this does not cover what the section is about.
  for (const section of sections.slice(1, 5))
    await test.step(section.id, () => expectSection(reader, told.story, section));

  await page.locator('[data-action="open-sections"]').click();
  await page.locator(`dialog a[href$="#${sections[6]?.id}"]`).click();
  await reader.atRest(sections[6]?.id);

  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await reader.follow(sections[1]?.id ?? '');
  await reader.atRest(sections[1]?.id);
  expect(await page.locator('.annotation-layer text').allTextContents()).toEqual(before);
  await expect(page.locator('.annotation-layer font')).toHaveCount(0);
});
