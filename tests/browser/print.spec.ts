import type { Page } from 'playwright/test';
import { extractText } from 'unpdf';
import { intlTag } from '../../src/i18n/locales.ts';
import { expect, test } from '../support/reader-test.ts';

/** What a section says on paper, without the spaces that lines and letters are set apart by, and without hung quotes. */
interface Printed {
  readonly title: string;
  /** Every number and name of the text, and every word on the map that is written from left to right. */
  readonly words: readonly string[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad\u200b“”«»]/g, '');

async function printedPages(page: Page, format: 'A4' | 'Letter'): Promise<readonly string[]> {
  const pdf = await page.pdf({ format, printBackground: true });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map(plain);
}

async function readPrinted(page: Page, id: string): Promise<Printed> {
  const section = page.locator(`main > #${id}`);
  const title = await section.locator('h1, h2').first().textContent();
  const prose = await section.locator('.great-numeral, .standfirst, .body, .byline, .sources').evaluateAll((parts) =>
    parts.map((part) => {
      const copy = part.cloneNode(true) as Element;
      // A note's number after a figure is no digit of it.
      for (const note of copy.querySelectorAll('sup')) note.prepend(' ');
      return copy.textContent;
    }),
  );
  const onMap = await section.locator('.static-map text').allTextContents();
  const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Common}]+$/u.test(text);
  const words = [...prose.flatMap((text) => text.split(/\s+/)), ...onMap.filter(isLatin)];
  return { title: plain(title ?? ''), words: words.map(plain).filter(Boolean) };
}

/** What of a text comes back out of a PDF: joined Arabic letters do not, their figures do, in their own order. */
const comesBack = (text: string): readonly string[] =>
  /\p{Script=Arabic}/u.test(text) ? (text.match(/\p{Nd}+/gu) ?? []) : [text];

/** Of a computed colour, 0 to 1: near 1 is paper. */
const lightness = (color: string): number =>
  (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part) / 765, 0);

for (const format of ['A4', 'Letter'] as const) {
  test(`each section is one page of ${format}, with all its words and all those on its map`, async ({ page, told }) => {
    const { sections, title, locale } = told.story;
    const figures = new Intl.NumberFormat(intlTag(locale));
    await page.goto(told.url);
    const pages = await printedPages(page, format);
    expect(pages).toHaveLength(sections.length);
    for (const { id, index } of sections) {
      const printed = pages[index] ?? '';
      const wanted = await readPrinted(page, id);
      const texts = [wanted.title, plain(title), figures.format(index + 1), ...wanted.words].flatMap(comesBack);
      expect
        .soft(
          texts.filter((text) => !printed.includes(text)),
          id,
        )
        .toEqual([]);
    }
  });
}

test('paper shows every title and map on white, and nothing of the page’s chrome, even in a dark theme', async ({
  reader,
}) => {
  const { page, sections } = reader;
  await page.emulateMedia({ colorScheme: 'dark' });
  await reader.open(sections.at(-1)?.id);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  for (const part of ['.bar', '.stage', '.rail', 'dialog', '.end-matter']) {
    for (const element of await page.locator(part).all()) await expect(element).toBeHidden();
  }
  for (const { id } of sections) {
    const section = page.locator(`main > #${id}`);
    await expect(section.locator('h1, h2')).toHaveCount(1);
    await expect(section.locator('.static-map > svg')).toBeVisible();
    const sea = await section.locator('.bm-sea').evaluate((ground) => getComputedStyle(ground).fill);
    const ink = await section.locator('.body').evaluate((text) => getComputedStyle(text).color);
    expect(lightness(sea), `${id}: the sea is ${sea}`).toBeGreaterThan(0.9);
    expect(lightness(ink), `${id}: the ink is ${ink}`).toBeLessThan(0.2);
  }
});
