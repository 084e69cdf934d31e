import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { editionOf, openFromDisk } from '../support/editions.ts';
import { createHinderedReader } from '../support/fallback.ts';
import { type Grey, readGrey, shiftsBetween } from '../support/picture-shift.ts';
import { servePlainly } from '../support/plain-server.ts';
import { readOn, soon } from '../support/reader.ts';
import { expect, findStory, test } from '../support/reader-test.ts';
import { TOWN } from '../support/tiles/add-town.ts';

/** The map alone: what lies over it is the same on either stage, and so would hide a difference. */
const MAP_ALONE = 'main, .bar, .rail, .scrim, .annotation-layer, .attribution { visibility: hidden !important }';
/** Of the close sections: streets, houses by themselves, a turned map. */
const SECTIONS = ['town', 'turned', 'door'] as const;

const told = () => findStory('volcano', '', TOWN);

async function mapsOn(page: Page, stage: string): Promise<ReadonlyMap<string, Grey>> {
  const reader = await createHinderedReader(page, await told());
  await reader.open();
  await page.addStyleTag({ content: MAP_ALONE });
  const maps = new Map<string, Grey>();
  for (const id of SECTIONS) {
    await reader.follow(id);
    await reader.atRest(id);
    expect(await reader.stage()).toBe(stage);
    maps.set(id, readGrey(await page.screenshot()));
  }
  return maps;
}

test('both stages paint a town’s streets and houses on the same pixels', async ({ page }) => {
  const maplibre = await mapsOn(page, 'maplibre');
  await page.evaluate(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await page.goto('about:blank');
  const light = await mapsOn(page, 'light');
  for (const id of SECTIONS) {
    const [one, other] = [maplibre.get(id), light.get(id)];
    if (!one || !other) throw new Error(`No picture of ${id}.`);
    const shifts = shiftsBetween(one, other);
    expect(shifts.length, `${id} has something to be seen`).toBeGreaterThan(1);
    for (const shift of shifts) expect.soft(shift, id).toEqual({ x: 0, y: 0 });
  }
});

test('no detail is asked for before the first picture; one that does not come is told, and the story goes on', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.route('**/_map/**', (route) => {
    asked.push(route.request().url());
    return route.request().url().includes('/town.') ? route.fulfill({ status: 404 }) : route.continue();
  });
  const reader = await createHinderedReader(page, await told());
  await reader.open();
  await reader.follow('town');
  await reader.atRest('town');
  await soon(() => reader.fallbacks()).toContain('source-failed');
  expect((await reader.causes()).join()).toContain('detail-town');
  const early = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/_map/'));
    return files.filter(({ startTime }) => startTime < paint).length;
  });
  expect(early).toBe(0);
  await reader.follow('market');
  await reader.atRest('market');
  expect(asked.some((url) => url.includes('/market.'))).toBe(true);
});

const MARKET = [-20.5, 63.9] as const;

/** Shapes of streets in the drawing that stands in the page. */
const drawnStreets = (page: Page) => page.locator('.svg-stage [data-layer="detail-roads-minor"] path').count();

test('in one file on a disk, from a server without ranges and in an embed the streets are there, with their names', async ({
  page,
}, { outputDir }) => {
  const one = await told();
  const { site, told: edition } = await editionOf('volcano', one);
  await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  const reader = await createHinderedReader(page, one);
  const hasStreets = async (): Promise<void> => {
    await readOn(page);
    await reader.follow('steep');
    await reader.atRest('steep');
    expect(await drawnStreets(page)).toBeGreaterThan(0);
    expect(await page.locator('.annotation-layer text').allTextContents()).toContainEqual(
      expect.stringMatching(/Street|Avenue/),
    );
    expect(reader.errors).toEqual([]);
  };
  await openFromDisk(page, renderPage(site, edition), join(outputDir, 'town.html'));
  await hasStreets();
  const server = await servePlainly({ root: site, prefix: '/kept/', hasIndexes: false });
  for (const path of [edition.page, `${one.url.slice(1)}embed/index.html`]) {
    await page.goto(server.url + path);
    await hasStreets();
  }
  await server.close();
});

test('with the map in hand readers see the detail of other sections, where it lies', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const reader = await createHinderedReader(page, await told());
  await reader.open();
  const isAsked = (id: string): boolean => asked.some((url) => url.includes(`/_map/${TOWN}/${id}.`));
  expect(isAsked('door')).toBe(false);
  await page.locator('.bar [data-action="explore"]').click();
  await expect(page.locator('dialog.explore')).toBeVisible();
  for (let turn = 0; turn < 16 && !isAsked('door'); turn += 1) {
    await reader.atRest();
    await page.mouse.move(...(await reader.project(MARKET)));
    await page.mouse.wheel(0, -400);
  }
  await soon(() => isAsked('door')).toBe(true);
  await reader.atRest();
  expect(await drawnStreets(page)).toBeGreaterThan(0);
});
