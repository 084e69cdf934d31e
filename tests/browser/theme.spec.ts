import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { CONTRAST, CONTRAST_DARK } from '../../src/theme/contrast-palettes.ts';
import { readRgb } from '../support/contrast.ts';
import { expect, test } from '../support/reader-test.ts';

interface Ground {
  readonly page: number;
  readonly map: number;
}

/** How light (0–255) the page and the land on the map are painted. */
function readGround(page: Page): Promise<Ground> {
  return page.evaluate(() => {
    const lightness = (colour: string): number => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) return Number.NaN;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    };
    const map = document.querySelector('story-map') ?? document.body;
    return {
      page: lightness(getComputedStyle(document.documentElement).backgroundColor),
      map: lightness(getComputedStyle(map).getPropertyValue('--map-land')),
    };
  });
}

const DARK = { page: expect.closeTo(25, -1.6), map: expect.closeTo(36, -1.6) };
const LIGHT = { page: expect.closeTo(245, -1.6), map: expect.closeTo(240, -1.6) };

async function choose(page: Page, theme: 'auto' | 'light' | 'dark'): Promise<void> {
  await page.locator('[data-action="open-sections"]').click();
  await page.locator(`.settings input[value="${theme}"][name="theme"]`).check();
  await page.keyboard.press('Escape');
}

test('page and map follow the device, the reader’s choice against it, and the device again', async ({ reader }) => {
  const { page, sections } = reader;
  const plain = sections.find(({ mood, index }) => mood === 'paper' && index > 0)?.id ?? '';
  await page.emulateMedia({ colorScheme: 'dark' });
  await reader.open(plain);
  expect(await readGround(page)).toEqual(DARK);
  await choose(page, 'light');
  await reader.atRest(plain);
  expect(await readGround(page)).toEqual(LIGHT);
  await page.emulateMedia({ colorScheme: 'light' });
  await choose(page, 'dark');
  await reader.atRest(plain);
  expect(await readGround(page)).toEqual(DARK);
  await choose(page, 'auto');
  await reader.atRest(plain);
  expect(await readGround(page)).toEqual(LIGHT);
});

test('the choice holds from the first paint of the next visit, on every page', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[1]?.id);
  await choose(page, 'dark');
  await page.goto('/');
  expect((await readGround(page)).page).toBeLessThan(60);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset['firstTheme'] = document.documentElement.dataset['theme'] ?? '';
    });
  });
  await reader.open();
  await expect(page.locator('html')).toHaveAttribute('data-first-theme', 'dark');
});

test('without storage the choice holds as long as the page', async ({ reader }) => {
  const { page, sections } = reader;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await reader.open(sections[1]?.id);
  await choose(page, 'dark');
  await reader.atRest();
  expect((await readGround(page)).page).toBeLessThan(60);
});

/** How much of the right half of the screen, which no card covers, is of one colour. */
async function shareOf(page: Page, color: readonly number[]): Promise<number> {
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const half = Array.from({ length: height * (width / 2) }, (_, at) => {
    const start = (Math.floor(at / (width / 2)) * width + width / 2 + (at % (width / 2))) * 4;
    return color.every((channel, index) => data[start + index] === channel);
  });
  return half.filter(Boolean).length / half.length;
}

test('readers who ask for more contrast have its colours on page and map; nobody else fetches them', async ({
  reader,
}) => {
  const { page } = reader;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const isFetched = (): boolean => fetched.some((path) => /\/contrast\.[\w-]+\.js$/.test(path));
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  const white = readRgb('rgb(255, 255, 255)');
  await reader.open('last-stronghold');
  expect(isFetched()).toBe(false);
  expect(await shareOf(page, white)).toBeLessThan(0.01);
  await page.emulateMedia({ contrast: 'more' });
  await page.reload();
  await reader.atRest('last-stronghold');
  expect(isFetched()).toBe(true);
  expect(await paper()).toBe(CONTRAST.paper);
  expect(await shareOf(page, white), 'land').toBeGreaterThan(0.1);
  await page.emulateMedia({ colorScheme: 'dark' });
  await reader.atRest('last-stronghold');
  expect(await paper()).toBe(CONTRAST_DARK.paper);
  await page.emulateMedia({ contrast: null, colorScheme: null });
});
