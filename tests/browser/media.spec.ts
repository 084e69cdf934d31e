import type { Page } from 'playwright/test';
import budgets from '../perf/budgets.json' with { type: 'json' };
import { settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { MEDIA_STORY } from '../support/sites.ts';

const at = (id: string, locale = 'en') => `/${locale}/${MEDIA_STORY}/${id === '' ? '' : `#${id}`}`;

async function open(page: Page, id: string, locale = 'en'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(at(id, locale));
  await settled(page);
}

/** Where a share of the picture on the stage is seen, in CSS pixels. */
const seenAt = (page: Page, [x, y]: readonly [number, number]) =>
  page
    .locator('.backdrop img')
    .last()
    .evaluate(
      (image, [left, top]) => {
        const box = image.getBoundingClientRect();
        return [box.left + box.width * left, box.top + box.height * top] as const;
      },
      [x, y] as const,
    );

// The reader's fixture fails a test on any error of the page and any request to another origin.
test.beforeEach(({ reader }) => void reader);

test('nothing of media is asked for before the first picture, and no larger file than the screen can show', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/_media/')) asked.push(request.url());
  });
  await page.goto(at(''), { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const before = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const resources = performance.getEntriesByType('resource');
    return resources.filter(({ name, startTime }) => name.includes('/_media/') && startTime < (paint?.startTime ?? 0))
      .length;
  });
  expect(before).toBe(budgets.mediaRequestsBeforePicture);
  await open(page, 'dawn');
  await open(page, 'pictures');
  const { width } = page.viewportSize() ?? { width: 0 };
  const widths = asked.flatMap((url) => Number(/-(\d+)\.(?:avif|webp)$/.exec(url)?.[1] ?? 0));
  expect(Math.max(...widths), 'pictures were asked for').toBeGreaterThan(0);
  if (width < 700) expect(Math.max(...widths)).toBeLessThanOrEqual(budgets.mediaWidthOnPhone);
});

test('a backdrop keeps its focus in what the card leaves free, in both directions', async ({ page }) => {
  for (const locale of ['en', 'ar']) {
    await open(page, 'dawn', locale);
    const isUpright = (page.viewportSize()?.width ?? 0) < (page.viewportSize()?.height ?? 0);
    const [x, y] = await seenAt(page, isUpright ? [0.4, 0.35] : [0.72, 0.4]);
    const card = await page.locator('#dawn .card').boundingBox();
    const stage = await page.locator('.stage').boundingBox();
    expect(card).not.toBeNull();
    const isOnCard = card && x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height;
    expect(isOnCard, locale).toBe(false);
    expect(x > 0 && x < (stage?.width ?? 0) && y > 0, `${locale}: ${x} ${y}`).toBe(true);
    await expect(page.locator('.backdrop-credit')).toBeVisible();
  }
});

test('a backdrop moves with the scroll, the same both ways, and a film that follows it too', async ({ page }) => {
  await open(page, 'deck');
  const placed = () =>
    page
      .locator('.backdrop img')
      .last()
      .evaluate((image) => image.style.transform);
  const first = await placed();
  await page.evaluate(() => window.scrollBy(0, 60));
  await soon(placed).not.toBe(first);
  await page.evaluate(() => window.scrollBy(0, -60));
  await soon(placed).toBe(first);
  await open(page, 'tide');
  const moment = () => page.locator('.backdrop video').evaluate((video) => (video as HTMLVideoElement).currentTime);
  await soon(moment).toBeGreaterThan(0.3);
  const before = await moment();
  await page.evaluate(() => window.scrollBy(0, 80));
  await soon(moment).toBeGreaterThan(before);
  expect(await page.locator('.backdrop video').evaluate((video) => (video as HTMLVideoElement).paused)).toBe(true);
});

test('of two backdrops the later one lies on top, and does so on the way back', async ({ page }) => {
  await open(page, 'deck');
  const shown = () =>
    page
      .locator('.backdrop img')
      .evaluateAll((images) =>
        images.map((image) => /_media\/[^/]+\/([a-z]+)/.exec((image as HTMLImageElement).currentSrc)?.[1]),
      );
  await soon(shown).toEqual(['deck']);
  await soon(async () => {
    await page.evaluate(async () => {
      window.scrollBy(0, -40);
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    });
    await settled(page);
    return shown();
  }).toHaveLength(2);
  await soon(shown).toEqual(['quay', 'deck']);
});

test('a film in place of the map runs without sound, and stands still for whoever wants that', async ({ page }) => {
  await open(page, 'crossing');
  const film = page.locator('.backdrop video');
  const isPaused = () => film.evaluate((video) => (video as HTMLVideoElement).paused);
  await soon(isPaused).toBe(false);
  expect(await film.evaluate((video) => (video as HTMLVideoElement).muted)).toBe(true);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await soon(isPaused).toBe(true);
  await page.emulateMedia({ reducedMotion: null });
});

test('a picture on the map and one in the text open large, are walked through by keys, and give the focus back', {
  tag: '@engine',
}, async ({ page }) => {
  await open(page, 'pictures');
  const dialog = page.locator('dialog.picture-dialog');
  await page.locator('.annotation-layer image').click();
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('img')).toHaveAttribute('alt', /mast/);
  await page.keyboard.press('ArrowRight');
  await expect(dialog.locator('img')).toHaveAttribute('alt', /wake/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const link = page.locator('#pictures .gallery .enlarge').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.locator('img')).toHaveAttribute('alt', /deck/);
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('on a phone a gallery is a strip that its buttons step through, forward in the direction of reading', async ({
  page,
}) => {
  test.skip((page.viewportSize()?.width ?? 0) >= 700, 'on a wide screen all of it is seen');
  for (const locale of ['en', 'ar']) {
    await open(page, 'pictures', locale);
    const [back, on] = await page.locator('#pictures .gallery-steps button').all();
    const strip = page.locator('#pictures .gallery > ul');
    const came = () => strip.evaluate((list) => Math.abs(list.scrollLeft));
    await on?.click();
    await soon(came, locale).toBeGreaterThan(100);
    await back?.click();
    await soon(came, locale).toBeLessThan(5);
  }
});

test('what may be distressing is shown once the reader asks', async ({ page }) => {
  await open(page, 'storm');
  const picture = page.locator('#storm .sensitive img');
  await expect(picture).toBeHidden();
  await expect(page.locator('#storm .sensitive summary')).toContainText('A person in fear of their life.');
  await page.locator('#storm .sensitive summary').click();
  await expect(picture).toBeVisible();
});

test('two pictures are compared by keys, and another site is asked for nothing before its button is pressed', async ({
  page,
}) => {
  await open(page, 'storm');
  const slider = page.locator('[data-compare]');
  await slider.focus();
  await page.keyboard.press('End');
  expect(
    await page.locator('.compare').evaluate((figure) => (figure as HTMLElement).style.getPropertyValue('--at')),
  ).toBe('100%');
  await open(page, 'sound');
  await expect(page.locator('iframe')).toHaveCount(0);
  const button = page.locator('[data-action="media-frame"]');
  await expect(button).toContainText('player.films.example');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("frame-src 'self' https://player.films.example");
  expect(policy).toContain("media-src 'self'");
});

test('a film plays with its captions', async ({ page }) => {
  await open(page, 'sound');
  const film = page.locator('#sound video');
  await film.evaluate((video) => (video as HTMLVideoElement).play());
  await soon(() => film.evaluate((video) => (video as HTMLVideoElement).currentTime)).toBeGreaterThan(0.2);
  await film.evaluate((video) => {
    const [track] = (video as HTMLVideoElement).textTracks;
    if (track) track.mode = 'showing';
  });
  await soon(() => film.evaluate((video) => (video as HTMLVideoElement).textTracks[0]?.cues?.length)).toBe(2);
});
