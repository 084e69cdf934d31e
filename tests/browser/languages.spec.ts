import type { Page } from 'playwright/test';
import { localeInfo } from '../../src/i18n/locales.ts';
import { SMALL_OPTICAL_SIZE } from '../../src/typography/faces.ts';
import { textWidth } from '../../src/typography/text-metrics.ts';
import { readOn, settled } from '../support/reader.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';
import { MANY_LANGUAGES } from '../support/sites.ts';

test.use({ pace: QUICK });

const LOCALES = ['en', 'de', 'pt-BR', 'uk', 'hi', 'fa', 'he', 'ckb', 'zh-Hans', 'ja'];

interface DrawnWords {
  readonly text: string;
  readonly style: {
    readonly size: number;
    readonly weight: number;
    readonly tracking: number;
    readonly italic: boolean;
  };
  readonly px: number;
  readonly isCut: boolean;
}

const drawnWords = (page: Page): Promise<readonly DrawnWords[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('svg.annotation-layer text')].map((text) => {
      const { fontSize, fontWeight, fontStyle, letterSpacing } = getComputedStyle(text);
      const size = Number.parseFloat(fontSize);
      const tracking = (Number.parseFloat(letterSpacing) || 0) / size;
      const { left, right, top, bottom, width } = text.getBoundingClientRect();
      return {
        text: text.textContent ?? '',
        style: { size, weight: Number(fontWeight), tracking, italic: fontStyle === 'italic' },
        px: text.getComputedTextLength(),
        isCut: width > 0 && (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight),
      };
    }),
  );

/** Typefaces of the device may be narrower than was reckoned, and never wider: words would run into each other. */
function tooWide({ text, style, px }: DrawnWords, script: string): boolean {
  const face = script === 'arab' ? { opticalSize: SMALL_OPTICAL_SIZE } : {};
  return px > textWidth(text, { ...style, ...face }) * 1.04 + 1;
}

// One walk through all of them: pages take longer to open than to look at.
test('in each of ten languages words have the room that was reckoned for them, and nothing is wider than the screen', async ({
  page,
}) => {
  for (const locale of LOCALES) {
    await test.step(locale, async () => {
      const { dir, script } = localeInfo(locale);
      await page.goto(`/${locale}/${MANY_LANGUAGES}/#the-strait`);
      await readOn(page);
      await settled(page);
      await page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
      const words = await drawnWords(page);
      expect(words.length, locale).toBeGreaterThan(5);
      expect
        .soft(
          words.filter((each) => tooWide(each, script)).map(({ text }) => text),
          `${locale}: too wide`,
        )
        .toEqual([]);
      expect
        .soft(
          words.filter(({ isCut }) => isCut).map(({ text }) => text),
          `${locale}: cut`,
        )
        .toEqual([]);
      const odd = words.filter(
        ({ text, style }) => /(?![ªº])\p{Lo}/u.test(text) && (style.italic || style.tracking !== 0),
      );
      expect
        .soft(
          odd.map(({ text }) => text),
          `${locale}: slanted or spaced out`,
        )
        .toEqual([]);

      const layout = await page.evaluate(() => {
        const card = document.querySelector('#the-strait .card')?.getBoundingClientRect();
        const { scrollWidth, clientWidth } = document.documentElement;
        return { middle: ((card?.left ?? 0) + (card?.right ?? 0)) / 2, scrollWidth, clientWidth };
      });
      expect.soft(layout.scrollWidth, `${locale}: as wide as the screen`).toBe(layout.clientWidth);
      if (layout.clientWidth > 1000) {
        expect
          .soft(layout.middle < layout.clientWidth / 2, `${locale}: the card stands where reading begins`)
          .toBe(dir === 'ltr');
      }
    });
  }
});
