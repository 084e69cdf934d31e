import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Frame, Page } from 'playwright';
import { renderContactSheet, sheetWidth } from './contact-sheet.ts';
import { openHostPage } from './host-page.ts';
import type { EmbedShot, Shot, ShotSet } from './shot-plan.ts';

/** Software rendering of a full map takes its time on a small machine. */
const SETTLE_TIMEOUT_MS = 60_000;
/** The software renderer has no larger picture. */
const LONGEST_PAGE_PX = 6000;

const LARGEST_PHONE_PX = 800;

export interface CaptureOptions {
  /** Address of the served site, with a slash at its end. */
  readonly baseUrl: string;
  readonly out: string;
  readonly pages: number;
  readonly onShot: (shot: Shot, set: ShotSet) => void;
  /** A picture could not be taken; the others are. */
  readonly onMissed: (file: string, reason: string) => void;
}

async function waitForScene(page: Page | Frame, section: string): Promise<void> {
  const isShown = (id: string): boolean => {
    const map = document.querySelector<HTMLElement & { readonly scene: { readonly section: string } | null }>(
      'story-map',
    );
    return map?.dataset['settled'] === 'true' && map.scene?.section === id;
  };
  await page.waitForFunction(isShown, section, { timeout: SETTLE_TIMEOUT_MS }).catch(() => {
    throw new Error(`${page.url()} did not come to rest at "${section}" within ${SETTLE_TIMEOUT_MS / 1000} s.`);
  });
}

/** Playwright says below the first line what it did until then. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);

/** Typefaces come a little after the page: see DeferredFonts.astro. */
async function whenDressed(page: Page | Frame): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function takePage(page: Page, path: string): Promise<void> {
  const [width, height] = await page.evaluate(
    () => [window.innerWidth, document.documentElement.scrollHeight] as const,
  );
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, LONGEST_PAGE_PX) },
  });
}

/** The story as readers of somebody else's page have it. */
async function takeEmbed(
  page: Page,
  shot: Shot & { readonly embed: EmbedShot },
  set: ShotSet,
  options: CaptureOptions,
) {
  const path = join(options.out, shot.file);
  await mkdir(dirname(path), { recursive: true });
  const frame = await openHostPage(page, options.baseUrl, shot, set.theme);
  await whenDressed(frame);
  if (shot.section !== null && (shot.embed.mode === 'scroll' || shot.embed.mode === 'contained')) {
    await waitForScene(frame, await frame.evaluate(() => document.querySelector('main > section')?.id ?? ''));
    await frame.locator(`main > #${shot.section}`).evaluate((section: HTMLElement) => section.focus());
    await waitForScene(frame, shot.section);
  }
  // A frame is drawn by itself: what it shows is in the page's picture only after that.
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path });
}

async function takeShot(page: Page, shot: Shot, set: ShotSet, options: CaptureOptions): Promise<void> {
  if (shot.embed) return takeEmbed(page, { ...shot, embed: shot.embed }, set, options);
  const { baseUrl, out } = options;
  const isLive = set.edition?.isLive !== false;
  const address = new URL(shot.path.slice(1), baseUrl);
  if (shot.section !== null && isLive) address.hash = shot.section;
  await page.goto(address.href);
  if (isLive) await whenDressed(page);
  const path = join(out, shot.file);
  await mkdir(dirname(path), { recursive: true });
  if (shot.section === null) return takePage(page, path);
  if (!isLive) {
    await page.locator(`main > #${shot.section}`).screenshot({ path });
    return;
  }
  await waitForScene(page, shot.section);
  await page.screenshot({ path });
}

const contextFor = (browser: Browser, set: ShotSet): Promise<BrowserContext> =>
  browser.newContext({
    viewport: set.size,
    colorScheme: set.theme,
    hasTouch: set.size.width < LARGEST_PHONE_PX,
    // The reader keeps its place while a section is scrolled into the picture: it would be cut.
    javaScriptEnabled: set.edition?.isLive !== false,
    reducedMotion: set.edition?.less === 'motion' ? 'reduce' : 'no-preference',
  });

/**
 * Each page in a context of its own: one that is behind another of the same context is drawn once a second.
 * @returns the pictures there are
 */
async function takeAll(browser: Browser, set: ShotSet, options: CaptureOptions): Promise<readonly Shot[]> {
  const waiting = [...set.shots];
  const missed = new Set<Shot>();
  const miss = (shot: Shot, cause: unknown): void => {
    missed.add(shot);
    options.onMissed(shot.file, reasonOf(cause));
  };
  const work = async (): Promise<void> => {
    const context = await contextFor(browser, set);
    const page = await context.newPage();
    if (set.edition?.less === 'screen') await page.emulateMedia({ media: 'print' });
    for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
      const isTaken = await takeShot(page, shot, set, options).then(
        () => true,
        (cause: unknown) => miss(shot, cause),
      );
      if (isTaken) options.onShot(shot, set);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(options.pages, set.shots.length) }, work));
  return set.shots.filter((shot) => !missed.has(shot));
}

/** The story as a printer gets it: what stands where on a sheet, only a PDF tells. */
async function makePdf(browser: Browser, set: ShotSet, { baseUrl, out, onMissed }: CaptureOptions): Promise<void> {
  const context = await contextFor(browser, set);
  const page = await context.newPage();
  for (const path of new Set(set.shots.flatMap((shot) => (shot.section === null ? [] : [shot.path])))) {
    const file = `${path.split('/').filter(Boolean).join('-')}.pdf`;
    const print = async (): Promise<void> => {
      await page.goto(new URL(path.slice(1), baseUrl).href);
      await whenDressed(page);
      await page.pdf({ path: join(out, file), format: 'A4', printBackground: true });
    };
    await print().catch((cause: unknown) => onMissed(file, reasonOf(cause)));
  }
  await context.close();
}

async function makeSheet(browser: Browser, set: ShotSet, out: string): Promise<void> {
  const file = join(out, set.sheet.replace(/\.png$/, '.html'));
  await writeFile(file, renderContactSheet(set));
  const page = await browser.newPage({ viewport: { width: sheetWidth(set.size), height: 800 } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(out, set.sheet), fullPage: true });
  await page.close();
}

/** Takes the pictures of one set and its contact sheet, which shows those that could be taken. */
export async function captureSet(browser: Browser, set: ShotSet, options: CaptureOptions): Promise<void> {
  const shots = await takeAll(browser, set, options);
  if (set.edition?.less === 'screen') await makePdf(browser, set, options);
  await makeSheet(browser, { ...set, shots }, options.out);
}
