import type { Page, Route } from 'playwright/test';
import { createHinderedReader, expectDrawingGoesOn } from '../support/fallback.ts';
import { quickenClock } from '../support/quick-clock.ts';
import { readOn, soon } from '../support/reader.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

// The page waits long for a first picture of MapLibre's: once at the pace of the world is enough.
for (const [name, pace, fail] of [
  ['without', QUICK, (route: Route) => route.abort()],
  ['with half of', 1, (route: Route) => route.fulfill({ contentType: 'text/javascript', body: 'const half = [' })],
] as const) {
  test(`${name} MapLibre's worker the drawing stays and goes on`, async ({ page, told }) => {
    const reader = await createHinderedReader(page, told);
    await page.addInitScript(quickenClock, pace);
    await page.route('**/maplibre-gl-worker*', fail);
    await reader.open();
    await expectDrawingGoesOn(reader, 'map-failed');
    expect(await page.locator('.maplibre canvas').count()).toBe(0);
  });
}

/** Has the worker say of the first tile asked of it that it is broken. */
const breakFirstTile = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const post = Worker.prototype.postMessage as (this: Worker, ...said: readonly unknown[]) => void;
    let isBroken = false;
    Worker.prototype.postMessage = function (this: Worker, ...said: readonly unknown[]): void {
      const { id, type, sourceMapId } = said[0] as Readonly<Record<string, unknown>>;
      if (isBroken || type !== 'LT') {
        post.call(this, ...said);
        return;
      }
      isBroken = true;
      // As MapLibre writes an error into a message.
      const error = { $name: 'Error', message: 'This tile is broken' };
      const data = { id, type: '<response>', origin: location.origin, targetMapId: sourceMapId, error };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    };
  });

test('a tile that fails at the start is missing from the map, and nothing else is', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await breakFirstTile(page);
  await reader.open();
  expect(await reader.stage()).toBe('maplibre');
  expect(await reader.fallbacks()).toEqual(['map-incomplete']);
  expect((await reader.causes())[0]).toMatch(/: This tile is broken$/);
  const { id } = reader.sections[2] ?? { id: '' };
  await reader.follow(id);
  await reader.atRest(id);
  expect(await reader.stage()).toBe('maplibre');
  expect(reader.errors).toEqual([]);
});

test('WebGL that is lost while the map starts leaves the drawing, says so and leaves nothing behind', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...how: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...how: unknown[]): never {
      const context = get.call(this, ...how) as WebGL2RenderingContext | null;
      if (this.closest('.maplibre')) setTimeout(() => context?.getExtension('WEBGL_lose_context')?.loseContext());
      return context as never;
    };
  });
  await reader.open();
  await expectDrawingGoesOn(reader, 'context-lost');
  expect(await page.locator('.maplibre canvas').count()).toBe(0);
});

interface HeldContexts {
  readonly contexts: readonly (readonly [HTMLCanvasElement, WebGL2RenderingContext])[];
}

/** Notes every WebGL context that is asked for. */
const watchContexts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const contexts: (readonly [HTMLCanvasElement, WebGL2RenderingContext])[] = [];
    Object.assign(window, { contexts });
    const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...how: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...how: unknown[]): never {
      const context = get.call(this, ...how);
      if (context instanceof WebGL2RenderingContext) contexts.push([this, context]);
      return context as never;
    };
  });

/** Classes of the canvases that still hold one. */
const holdersOfContexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { contexts } = window as unknown as HeldContexts;
    return contexts.filter(([, context]) => !context.isContextLost()).map(([canvas]) => canvas.className);
  });

test('MapLibre is fetched once the reader reads on, and takes over the picture that is there; so does the light map at once', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await watchContexts(page);
  await page.goto(told.url);
  await reader.atRest();
  // As long as an idle page may take to be called one, and more.
  await page.waitForTimeout(2500);
  expect(reader.maplibreRequests).toEqual([]);
  expect(await reader.stage()).toBe('light');
  const before = await reader.scene();
  await readOn(page);
  await soon(() => reader.stage()).toBe('maplibre');
  expect(await reader.atRest()).toEqual(before);
  expect(new Set(reader.maplibreRequests).size).toBe(reader.maplibreRequests.length);
  // The question whether there is WebGL leaves no context behind.
  expect(await holdersOfContexts(page)).toEqual(['maplibregl-canvas']);

  const choose = (map: string): Promise<void> =>
    page.evaluate((value) => {
      localStorage.setItem('story-map:settings', JSON.stringify({ map: value }));
      window.dispatchEvent(new StorageEvent('storage', { key: 'story-map:settings' }));
    }, map);
  await choose('light');
  expect(await reader.stage()).toBe('light');
  await choose('auto');
  await soon(() => reader.stage()).toBe('maplibre');
  expect(await reader.fallbacks()).toEqual(['light-map']);
  expect(reader.errors).toEqual([]);
});
