import type { Page } from 'playwright/test';
import { holdProgress } from '../../src/cli/lib/story-at-rest.ts';
import { readPicture, shareThatDiffers } from '../support/picture-difference.ts';
import { readOn, settled } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { DATA_STORY } from '../support/sites.ts';

/** The map alone: what lies over it is the same on either stage, and so would hide a difference. */
const MAP_ALONE =
  'main, .bar, .rail, .scrim, .annotation-layer, .attribution, .value-reader { visibility: hidden !important }';

/**
 * Sections whose resting maps are compared: areas with a time, circles, flows, contours, cells, lines, spikes and half
 * circles over areas.
 */
const AT_REST = ['stands-out', 'gauges', 'trips', 'density', 'grid', 'ways', 'gradient', 'steps'];
/** A travel between a layer of areas and one of circles, at five of its points. */
const TRAVEL = { from: 'stands-out', at: [0.1, 0.3, 0.5, 0.7, 0.9] } as const;

/**
 * Pixels that may differ: edges are smoothed in other ways by WebGL and by the canvas, a line of half a pixel is as dark over
 * one as over two, and a half-faded layer is blended whole here and shape by shape there.
 */
const MOST_DIFFERENT = 0.0025;

async function open(page: Page, stage: string): Promise<readonly string[]> {
  await page.goto(`/en/${DATA_STORY}/`);
  await page.addStyleTag({ content: MAP_ALONE });
  await readOn(page);
  await settled(page);
  await expect(page.locator('.stage')).toHaveAttribute('data-stage', stage, { timeout: 60_000 });
  return page.locator('main > section').evaluateAll((sections) => sections.map(({ id }) => id));
}

/** Where sections rest, and points of the travel that begins where one ends: REST is the middle half. */
function progresses(ids: readonly string[]): readonly (readonly [name: string, progress: number])[] {
  const at = (id: string, share: number): number => (ids.indexOf(id) + share) / ids.length;
  return [
    ...AT_REST.map((id) => [id, at(id, 0.5)] as const),
    ...TRAVEL.at.map((share) => [`travel ${share}`, at(TRAVEL.from, 0.75 + share / 2)] as const),
  ];
}

async function pictures(page: Page, stage: string) {
  const ids = await open(page, stage);
  const taken = new Map<string, ReturnType<typeof readPicture>>();
  for (const [name, progress] of progresses(ids)) {
    await page.evaluate(holdProgress, progress);
    await settled(page);
    taken.set(name, readPicture(await page.screenshot()));
  }
  return taken;
}

test('data layers are painted on the same pixels by MapLibre and by the light stage, at rest and on the way', async ({
  page,
}) => {
  const maplibre = await pictures(page, 'maplibre');
  await page.evaluate(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await page.goto('about:blank');
  const light = await pictures(page, 'light');
  expect(maplibre.size).toBe(AT_REST.length + TRAVEL.at.length);
  const rests = AT_REST.map((id) => maplibre.get(id));
  for (const [index, picture] of rests.entries()) {
    const other = rests.at(index - 1);
    if (!picture || !other) throw new Error(`No picture of ${AT_REST[index]}.`);
    expect(shareThatDiffers(picture, other), 'each layer is seen').toBeGreaterThan(2 * MOST_DIFFERENT);
  }
  for (const [name, picture] of maplibre) {
    const other = light.get(name);
    if (!other) throw new Error(`No picture of ${name}.`);
    expect.soft(shareThatDiffers(picture, other), name).toBeLessThan(MOST_DIFFERENT);
  }
});
