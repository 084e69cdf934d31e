import { localeInfo } from '../../src/i18n/locales.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

test('the language switch leads to the section being read, and back', { tag: '@engine' }, async ({ reader, told }) => {
  const { page, sections } = reader;
  const section = sections[5]?.id ?? '';
  const own = told.story.locale;
  const other = told.story.locales.find((locale) => locale !== own) ?? '';
  await reader.open(section);
  await expect(page).toHaveURL(new RegExp(`/${own}/.*#${section}$`));

  await page.locator('[data-action="open-sections"]').click();
  await page.locator(`dialog [data-language="${other}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/${other}/.*#${section}$`));
  await reader.atRest(section);
  await expect(page.locator('html')).toHaveAttribute('dir', localeInfo(other).dir);
  await expect(page.locator(`#${section} h2`)).not.toHaveText(sections[5]?.title ?? '');

  await page.locator('[data-action="open-sections"]').click();
  await page.locator(`dialog [data-language="${own}"]`).click();
  await reader.atRest(section);
  await expect(page.locator(`#${section} h2`)).toHaveText(sections[5]?.title ?? '');
});

test('the language chosen last decides where none is named, and nowhere else', { tag: '@engine' }, async ({
  reader,
  told,
}) => {
  const { page } = reader;
  const own = told.story.locale;
  const other = told.story.locales.find((locale) => locale !== own) ?? '';
  await page.goto(`/${own}/`);
  await page.locator(`.languages [data-language="${other}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/${other}/(index.html)?$`));
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${other}/(index.html)?$`));
  await page.goto(`/${own}/`);
  await expect(page.locator('html')).toHaveAttribute('lang', own);
});

test('an edition loads the typefaces it needs, and not the weights of another', async ({ reader, told }) => {
  await reader.open(told.story.sections[3]?.id);
  const fonts = await reader.page.evaluate(() =>
    document.fonts.ready.then(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.woff2'))
        .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).decodedBodySize })),
    ),
  );
  const files = new Map(fonts.map(({ name, bytes }) => [name, bytes]));
  expect([...files.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(300_000);
  expect([...files].filter(([, bytes]) => bytes === 0)).toEqual([]);
  // One file for each script: names on the map are in both.
  expect(files.size).toBe(2);
});

test('words are set in the typeface of their script, Arabic letters joined and untracked', async ({ reader }) => {
  await reader.open(reader.sections[3]?.id);
  const odd = await reader.page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('svg.annotation-layer text')]
      .filter((text) => /[\u0620-\u064a]/.test(text.textContent ?? ''))
      .filter((text) => {
        const { direction, letterSpacing, fontStyle } = getComputedStyle(text);
        return direction !== 'rtl' || !['normal', '0px'].includes(letterSpacing) || fontStyle !== 'normal';
      })
      .map((text) => text.textContent),
  );
  expect(odd).toEqual([]);
});

test('no Arabic is slanted, and what is stressed in it is heavier', async ({ page, told }) => {
  const { locale, pages } = told.story;
  const paths = [told.url, ...pages.map(({ id }) => `${told.url}${id}/`), `${told.url}embed/card/`, `/${locale}/`];
  for (const path of paths) {
    await page.goto(path);
    const odd = await page.evaluate((words) => {
      // Whatever a browser slants by itself, as an author may write it.
      const tags = ['address', 'cite', 'dfn', 'em', 'i', 'var'];
      const written = document.createElement('p');
      Object.assign(written, { lang: 'ar', dir: 'rtl' }).dataset['script'] = 'arab';
      written.innerHTML = tags.map((tag) => `<${tag}>${words}</${tag}>`).join(' ');
      document.querySelector('.body, main, .embed-card')?.append(written);
      const slanted: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement: parent, textContent: text } = walker.currentNode;
        if (!parent || parent.closest('script') || !/\p{Script=Arabic}/u.test(text ?? '')) continue;
        if (getComputedStyle(parent).fontStyle !== 'normal') slanted.push(`${parent.localName}: ${text}`);
      }
      const weightOf = (tag: string) => Number(getComputedStyle(written.querySelector(tag) ?? written).fontWeight);
      return { slanted, isStressed: weightOf('em') > weightOf('cite') };
    }, 'معرة النعمان');
    expect(odd, path).toEqual({ slanted: [], isStressed: true });
  }
});

test('a typeface that comes late moves no text', async ({ page, told }) => {
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.route('**/*.woff2', async (route) => {
    if (isHeld) {
      await new Promise<void>((release) => {
        held.push(release);
      });
    }
    await route.continue();
  });
  const { locale, slug } = told.story;
  await page.goto(`/${locale}/${slug}/`, { waitUntil: 'domcontentloaded' });
  await soon(() => held.length).toBeGreaterThan(0);
  const heights = () =>
    page.evaluate(() => [...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect().height));
  const before = await heights();
  isHeld = false;
  for (const release of held) release();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const after = await heights();
  const total = (list: readonly number[]): number => list.reduce((sum, height) => sum + height, 0);
  expect(Math.abs(total(after) / total(before) - 1)).toBeLessThan(0.02);
});
