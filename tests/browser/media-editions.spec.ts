import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { extractText } from 'unpdf';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { makeSlides } from '../../src/cli/export/slides/make-slides.ts';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { findStories } from '../../src/site/edition/edition.ts';
import { findBarriers } from '../support/axe.ts';
import { leastContrast, pictureWithout, readLettering } from '../support/contrast.ts';
import { openFromDisk } from '../support/editions.ts';
import { readFocus } from '../support/focus.ts';
import { servePlainly } from '../support/plain-server.ts';
import { settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { MEDIA_STORY, PICTURE_FIRST_STORY, siteRoot } from '../support/sites.ts';
import { watchPage } from '../support/watch-page.ts';

const ferry = (locale = 'en') => `/${locale}/${MEDIA_STORY}/`;
const lamp = (locale = 'en') => `/${locale}/${PICTURE_FIRST_STORY}/`;

async function openAt(page: Page, url: string, id = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(id === '' ? url : `${url}#${id}`);
  await settled(page);
}

/** All pictures that stand in the page's text, each brought near and come. */
function seeAllPictures(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('main picture img')].filter((image) =>
      image.checkVisibility(),
    );
    for (const image of images) {
      image.scrollIntoView({ block: 'center' });
      await image.decode();
      if (image.naturalWidth === 0) throw new Error(`${image.src} has not come`);
    }
    return images.length;
  });
}

test('a story with every kind of media has no barrier in either theme, in either direction, nor has its dialog', async ({
  page,
}) => {
  for (const [locale, colorScheme, part] of [
    ['en', 'light', 'all'],
    ['ar', 'dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    for (const id of ['dawn', 'pictures', 'storm', 'sound']) {
      await openAt(page, ferry(locale), id);
      expect.soft(await findBarriers(page, part), `${locale} ${id}`).toEqual([]);
    }
    await page.locator('#sound .link-card').scrollIntoViewIfNeeded();
    await openAt(page, ferry(locale), 'pictures');
    await page.locator('#pictures .gallery .enlarge').first().click();
    expect.soft(await findBarriers(page, part), `${locale} dialog`).toEqual([]);
    await openAt(page, lamp(locale), 'wreck');
    expect.soft(await findBarriers(page, part), `${locale} wreck`).toEqual([]);
  }
});

test('the credit of a picture in place of the map can be read on whatever the picture shows', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openAt(page, ferry(), 'dawn');
    const credits = await readLettering(page, '.backdrop-credit');
    expect(credits.length).toBeGreaterThan(0);
    const ground = await pictureWithout(page, '.backdrop-credit');
    for (const credit of credits) expect(leastContrast(ground, credit), credit.text).toBeGreaterThanOrEqual(4.5);
  }
});

test('every picture, player and control of a story is reached by the keyboard, in order, and seen there', async ({
  page,
}) => {
  await openAt(page, ferry(), 'pictures');
  const reached: string[] = [];
  let order = 0;
  for (let presses = 0; presses < 40 && !reached.some((name) => name.includes('media-frame')); presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await readFocus(page);
    if (!stop || !['pictures', 'storm', 'sound'].includes(stop.section)) continue;
    expect.soft(stop.hiddenBy, stop.name).toBe(null);
    // A player has several controls.
    expect.soft(stop.order, stop.name).toBeGreaterThanOrEqual(order);
    order = stop.order;
    const what = await page.evaluate(() => {
      const { activeElement: at } = document;
      return at instanceof HTMLElement ? `${at.tagName} ${at.dataset['action'] ?? ''} ${at.className}` : '';
    });
    reached.push(what);
  }
  const kinds = [/media-picture/, /SUMMARY/, /INPUT/, /VIDEO/, /AUDIO/, /media-frame/];
  for (const kind of kinds)
    expect(
      reached.some((what) => kind.test(what)),
      `${kind} in ${reached}`,
    ).toBe(true);
});

/** A shift of the layout: its score (share of the screen, 0 to 1), and what moved from where to where. */
interface SeenShift {
  readonly value: number;
  readonly moved: readonly string[];
}

test('nothing moves when pictures come, from the first section to the last', async ({ page }) => {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    const seen: SeenShift[] = [];
    Object.assign(window, { seenShifts: seen });
    const told = ({ x, y, width, height }: DOMRectReadOnly): string => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const name = node instanceof Element ? `${node.tagName}.${node.className}` : node?.nodeName;
          return `${name}: ${told(previousRect)} → ${told(currentRect)}`;
        });
        seen.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const url of [ferry(), lamp()]) {
    await openAt(page, url);
    await seeAllPictures(page);
    const shifts = await page.evaluate(() => (window as unknown as { seenShifts: readonly SeenShift[] }).seenShifts);
    const score = shifts.reduce((sum, { value }) => sum + value, 0);
    expect(score, `${url} ${JSON.stringify(shifts)}`).toBeLessThan(0.001);
  }
});

test('a story opens with its picture: asked for before the script, one file for this screen, and the same in the list of stories', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openAt(page, lamp());
  const pictures = asked.filter((url) => url.includes('/_media/'));
  const isUpright = await page.evaluate(() => matchMedia('(orientation: portrait)').matches);
  expect(pictures[0]).toContain(isUpright ? 'lamp-upright' : '/lamp.');
  expect(asked.indexOf(pictures[0] ?? '')).toBeLessThan(asked.findIndex((url) => url.endsWith('.js')));
  const first = pictures.filter((url) => /\/lamp[.-]/.test(url));
  expect(new Set(first).size, first.join('\n')).toBe(1);
  await page.goto('/en/');
  const listed = page.locator(`a[href*="${PICTURE_FIRST_STORY}"] .picture img`).first();
  await listed.scrollIntoViewIfNeeded();
  await soon(() => listed.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
});

test('a distressing picture in place of the map is a blur, and is not fetched, until the reader asks', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openAt(page, lamp(), 'wreck');
  const shown = page.locator('.backdrop img').last();
  await expect(page.locator('#wreck .backdrop-veil')).toContainText('A drowned person.');
  expect(await shown.evaluate((image) => (image as HTMLImageElement).src)).toMatch(/^data:/);
  expect(asked.filter((url) => url.includes('/wreck.'))).toEqual([]);
  await page.locator('#wreck .backdrop-veil button').focus();
  await page.keyboard.press('Enter');
  await soon(() => shown.evaluate((image) => (image as HTMLImageElement).currentSrc)).toContain('/wreck.');
  await expect(page.locator('#wreck')).toBeFocused();
});

test('another site is asked for its player once the reader presses the button that names it, and not before', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !/^(data|blob|about):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  await page.route('https://player.films.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title><p>Their film' }),
  );
  const policyOf = async (url: string): Promise<string> =>
    /Content-Security-Policy" content="([^"]*)/.exec(await (await page.request.get(url)).text())?.[1] ?? '';
  expect(await policyOf(ferry())).toContain('https://player.films.example');
  for (const url of [lamp(), '/en/', `${ferry()}notes/`]) expect(await policyOf(url)).not.toMatch(/films\.example/);
  await openAt(page, ferry(), 'sound');
  const button = page.locator('[data-action="media-frame"]');
  await expect(button).toContainText('player.films.example');
  expect(foreign).toEqual([]);
  await button.click();
  const frame = page.locator('.link-card iframe');
  await expect(frame).toHaveAttribute('sandbox', /allow-scripts/);
  await expect(page.frameLocator('.link-card iframe').locator('p')).toHaveText('Their film');
  expect(foreign).toEqual(['https://player.films.example/1']);
});

test('pictures and films that are behind the reader are given up', async ({ page }) => {
  await openAt(page, ferry(), 'tide');
  const session = await page.context().newCDPSession(page);
  const count = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const prototype = await session.send('Runtime.evaluate', { expression: 'HTMLVideoElement.prototype' });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.result.objectId ?? '',
    });
    const length = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      // Not those of the text, nor of a page that was open before and has not been let go yet.
      functionDeclaration:
        'function () { return this.filter((one) => one.ownerDocument === document && !one.closest("main")).length }',
      returnByValue: true,
    });
    // What was asked about is held until it is let go.
    await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return length.result.value as number;
  };
  await soon(count).toBe(1);
  await page.evaluate(() => {
    location.hash = 'sound';
  });
  await expect(page.locator('.backdrop')).toHaveCount(0);
  await soon(count).toBe(0);
});

test('with less motion a picture in place of the map stands still, and a film shows its poster', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAt(page, ferry(), 'deck');
  const placed = () =>
    page
      .locator('.backdrop img')
      .last()
      .evaluate((image) => image.style.transform);
  const before = await placed();
  await page.evaluate(() => window.scrollBy(0, 60));
  await page.waitForFunction(() => document.querySelector('story-map')?.getAttribute('data-settled') === 'true');
  expect(await placed()).toBe(before);
  await openAt(page, ferry(), 'crossing');
  const film = page.locator('.backdrop video');
  expect(
    await film.evaluate((video) => [(video as HTMLVideoElement).paused, (video as HTMLVideoElement).readyState]),
  ).toEqual([true, 0]);
});

test('who saves data gets no film in place of the map, but its poster', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await openAt(page, ferry(), 'crossing');
  await expect(page.locator('.backdrop img')).toBeVisible();
  await expect(page.locator('.backdrop video')).toHaveCount(0);
});

test('on paper each picture stands with its credit, each film as its poster with the address of its file', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAt(page, ferry(), 'sound');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const players = await page.locator('video, audio, .gallery-steps, .link-card button').all();
  expect(players.length).toBeGreaterThan(3);
  for (const player of players) await expect(player).toBeHidden();
  await expect(page.locator('#sound .film picture')).toBeVisible();
  await expect(page.locator('#sound .transcript p')).toBeVisible();
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  const plain = text.replace(/\s+/g, '');
  expect(plain).toMatch(new RegExp(`\\(_media/${MEDIA_STORY}/ferry\\.[0-9a-f]+\\.mp4\\)`));
  expect(plain.match(/DrawnbyA\.Tester·CC01\.0/g)?.length).toBeGreaterThan(10);
});

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false });

  test('pictures are figures, players the browser’s own, and what may be distressing is asked for all the same', async ({
    page,
  }) => {
    await page.goto(ferry());
    for (const id of ['quay', 'dawn', 'deck', 'crossing', 'pictures']) {
      const picture = page.locator(`#${id} picture img`).first();
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).toBeVisible();
      await expect(page.locator(`#${id} .credit`).first()).toBeVisible();
    }
    const players = await page.locator('#crossing video, #sound video, #sound audio').all();
    expect(players.length).toBeGreaterThan(1);
    for (const player of players) await expect(player).toHaveAttribute('controls');
    await expect(page.locator('#storm .compare img')).toHaveCount(2);
    for (const image of await page.locator('#storm .compare img').all()) await expect(image).toBeVisible();
    await page.goto(lamp());
    await expect(page.locator('#wreck .backdrop-figure img')).toBeHidden();
    await page.locator('#wreck .backdrop-figure summary').click();
    await expect(page.locator('#wreck .backdrop-figure img')).toBeVisible();
  });
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('words on pictures have an edge, and pictures their own colours', async ({ page }) => {
    await openAt(page, ferry(), 'dawn');
    const borders = await page
      .locator('.backdrop-credit')
      .evaluate((credit) => getComputedStyle(credit).borderTopWidth);
    expect(borders).toBe('1px');
    await openAt(page, ferry(), 'storm');
    const word = page.locator('.compare-word').first();
    expect(await word.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px');
  });
});

test('in a frame the story has its pictures as an article, and its card shows the picture it opens with', async ({
  page,
  reader,
}) => {
  await page.goto(`${ferry()}embed/index.html?mode=flat`);
  expect(await seeAllPictures(page)).toBeGreaterThan(8);
  await page.goto(`${lamp()}embed/index.html?mode=contained`);
  await settled(page);
  await expect(page.locator('.backdrop img')).toBeVisible();
  await page.goto(`${lamp()}embed/card/`);
  await expect(page.locator('.embed-card')).toContainText('Drawn by A. Tester');
  expect(reader.page).toBe(page);
});

test('in one file the pictures are in it; films too where they are asked for, else not even their players', async ({
  browser,
  siteName,
}, { outputDir }) => {
  const site = await readBuiltFiles(join(siteRoot(siteName), 'dist'));
  const edition = findStories(site).find(({ story, locale }) => story === MEDIA_STORY && locale === 'en');
  if (!edition) throw new Error(`There is no story ${MEDIA_STORY}.`);
  const pages = [false, true].map((films) => renderPage(site, edition, { films }));
  const [without = '', all = ''] = pages;
  const films = [...site].filter(([path]) => new RegExp(`_media/${MEDIA_STORY}/.*\\.(mp4|webm|m4a)$`).test(path));
  const bytes = films.reduce((sum, [, content]) => sum + content.length, 0);
  expect(films.length).toBeGreaterThan(3);
  expect(all.length - without.length).toBeGreaterThan(bytes * 1.3);
  const page = await browser.newPage({ offline: true });
  const problems: string[] = [];
  watchPage(page, 'file:/', problems);
  await openFromDisk(page, without, join(outputDir, 'without.html'));
  await settled(page);
  expect(await seeAllPictures(page)).toBeGreaterThan(8);
  await expect(page.locator('#sound video')).toBeHidden();
  await openFromDisk(page, all, join(outputDir, 'all.html'));
  const film = page.locator('#sound video');
  await film.evaluate((video) => (video as HTMLVideoElement).play());
  await soon(() => film.evaluate((video) => (video as HTMLVideoElement).currentTime)).toBeGreaterThan(0.2);
  expect(problems).toEqual([]);
  await page.close();
});

test('a film plays from a server that sends files only whole', async ({ page, siteName }) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist'), prefix: '/kept/' });
  await page.goto(`${server.url}${ferry().slice(1)}#sound`);
  const film = page.locator('#sound video');
  await film.evaluate((video) => (video as HTMLVideoElement).play());
  await soon(() => film.evaluate((video) => (video as HTMLVideoElement).currentTime)).toBeGreaterThan(0.2);
  await server.close();
});

test('slides have a section each, with its words, its map in words and its text as notes', async ({
  browser,
  baseURL,
}) => {
  const html = await readFile(join(siteRoot('volcano'), 'dist', lamp(), 'index.html'), 'utf8');
  const said: string[] = [];
  const deck = await makeSlides(browser, new URL(lamp(), baseURL).href, html, {
    address: 'stories.example',
    told: (number, of, title) => said.push(`${number}/${of} ${title}`),
  });
  expect(deck.slides.length).toBe(said.length);
  expect(said[0]).toBe(`1/${said.length} ${deck.title}`);
  for (const { title, picture, alt, credits, notes } of deck.slides) {
    for (const words of [title, alt, credits, notes]) expect(words).not.toBe('');
    expect(new Set(PNG.sync.read(Buffer.from(picture, 'base64')).data).size, `${title} is a picture`).toBeGreaterThan(
      9,
    );
  }
  expect(Object.values(deck.colors).every((color) => /^[0-9a-f]{6}$/.test(color))).toBe(true);
  expect(deck.closing.at(-1)).toContain('stories.example');
});
