import type { Page } from 'playwright';
import { scrollRests } from '../lib/story-at-rest.ts';
import type { Shown, ShownScene } from './judge.ts';
import type { Deed } from './steps.ts';

type StoryMapElement = HTMLElement & { readonly scene: ShownScene | null };

const REST_MS = 60_000;

/** @throws where it does not come to rest */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(scrollRests);
  const isAtRest = (): boolean => {
    const map = document.querySelector<StoryMapElement>('story-map');
    return map?.scene != null && map.dataset['settled'] === 'true';
  };
  await page.waitForFunction(isAtRest, null, { timeout: REST_MS });
}

/** What is shown at rest. */
export async function readShown(page: Page): Promise<Shown> {
  await comeToRest(page);
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('svg.annotation-layer [data-key]')];
    const keys = marks.map((mark) => mark.getAttribute('data-key') ?? '');
    return {
      scene: document.querySelector<StoryMapElement>('story-map')?.scene as ShownScene,
      marks: [...new Set(keys)].sort(),
    };
  });
}

const press = (page: Page, selector: string): Promise<void> =>
  page.evaluate((one) => document.querySelector<HTMLElement>(one)?.click(), selector);

async function jump(page: Page, section: string): Promise<void> {
  await page.evaluate((id) => {
    // A link to the section that the address names already would be no event.
    history.replaceState(history.state, '', location.pathname);
    location.hash = id;
  }, section);
}

async function explore(page: Page, drags: readonly (readonly [number, number])[]): Promise<void> {
  await press(page, '.bar [data-action="explore"]');
  const dialog = page.locator('dialog.explore');
  await dialog.waitFor({ state: 'visible' });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  for (const [right, down] of drags) {
    await page.mouse.move(width / 2, height / 2);
    await page.mouse.down();
    await page.mouse.move(width / 2 + right, height / 2 + down, { steps: 3 });
    await page.mouse.up();
  }
  await page.keyboard.press('+');
  await press(page, 'dialog.explore [type="submit"]');
  await dialog.waitFor({ state: 'hidden' });
}

async function readOffline(page: Page, section: string): Promise<void> {
  await page.context().setOffline(true);
  await jump(page, section);
  await comeToRest(page);
  await page.context().setOffline(false);
}

/** Does what a reader does, without waiting for the map to arrive. */
export function takeStep(page: Page, deed: Deed): Promise<unknown> {
  switch (deed.kind) {
    case 'wheel':
      return page.mouse.wheel(0, deed.by);
    case 'scroll':
      return page.evaluate((share) => {
        window.scrollTo({ top: share * document.documentElement.scrollHeight, behavior: 'instant' });
      }, deed.share);
    case 'jump':
      return jump(page, deed.section);
    case 'key':
      return page.keyboard.press(deed.key);
    case 'resize':
      // A pointer that a smaller window has left behind could not turn its wheel.
      return page.setViewportSize(deed.size).then(() => page.mouse.move(1, 1));
    case 'theme':
      return press(page, `.settings input[name="theme"][value="${deed.theme}"]`);
    case 'explore':
      return explore(page, deed.drags);
    case 'offline':
      return readOffline(page, deed.section);
  }
}
