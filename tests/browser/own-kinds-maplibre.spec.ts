import type { Page } from 'playwright/test';
import { createHinderedReader } from '../support/fallback.ts';
import { readGrey, shiftsBetween } from '../support/picture-shift.ts';
import { expect, findStory, test } from '../support/reader-test.ts';
import { MEDIA_STORY } from '../support/sites.ts';

/** The map alone: what lies over it is the same on either stage, and so would hide a difference. */
const MAP_ALONE = 'main, .bar, .rail, .scrim, .annotation-layer, .attribution { visibility: hidden !important }';

/** Petals of the rose, light of the lantern, bars of the chart. */
const OWN = 'path.f-ink.s-land, circle.f-red, rect.f-ink.s-land';

/** Where the marks of the story's own kinds stand over a stage, in CSS pixels, and the map below them. */
async function windOn(page: Page, stage: string) {
  const reader = await createHinderedReader(page, await findStory('volcano', '', MEDIA_STORY));
  await reader.open();
  await reader.follow('wind');
  await reader.atRest('wind');
  expect(await reader.stage()).toBe(stage);
  await expect(page.locator('#wind .tide-table')).toBeVisible();
  const marks = await page.locator('.annotation-layer').evaluate(
    (layer, own) =>
      [...layer.querySelectorAll(own)].map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return [mark.tagName, ...[x, y, width, height].map(Math.round)].join(' ');
      }),
    OWN,
  );
  expect(reader.errors).toEqual([]);
  await page.addStyleTag({ content: MAP_ALONE });
  return { marks, map: readGrey(await page.screenshot()) };
}

test('a story’s own annotation, chart and component stand over MapLibre as over the drawing, and the map is the same', async ({
  page,
}) => {
  const maplibre = await windOn(page, 'maplibre');
  expect(maplibre.marks.length).toBe(8 + 1 + 6);
  await page.evaluate(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await page.goto('about:blank');
  const light = await windOn(page, 'light');
  expect(maplibre.marks).toEqual(light.marks);
  const shifts = shiftsBetween(maplibre.map, light.map);
  expect(shifts.length).toBeGreaterThan(0);
  for (const shift of shifts) expect.soft(shift).toEqual({ x: 0, y: 0 });
});
