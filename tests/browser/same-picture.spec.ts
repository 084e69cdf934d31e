import { createHinderedReader, type HinderedReader } from '../support/fallback.ts';
import { type Grey, readGrey, shiftsBetween } from '../support/picture-shift.ts';
import { expect, test } from '../support/reader-test.ts';

/** Of so many sections one is looked at: the pictures are of the same map at other cameras. */
const EVERY = 2;

/** The map alone: what lies over it is the same on either stage, and so would hide a difference. */
const MAP_ALONE = 'main, .bar, .rail, .scrim, .annotation-layer, .attribution { visibility: hidden !important }';

async function mapsAtRest(reader: HinderedReader, stage: string): Promise<ReadonlyMap<string, Grey>> {
  await reader.open();
  await reader.page.addStyleTag({ content: MAP_ALONE });
  const maps = new Map<string, Grey>();
  for (const { id } of reader.sections.filter(({ index }) => index % EVERY === 0)) {
    await reader.follow(id);
    const { camera } = await reader.atRest(id);
    expect(await reader.stage()).toBe(stage);
    if (camera.pitch === 0) maps.set(id, readGrey(await reader.page.screenshot()));
  }
  return maps;
}

// stages.spec.ts holds every place in the drawing to our projection; here MapLibre's picture is held to the drawing's.
test('MapLibre and the drawing paint the map on the same pixels', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  const maplibre = await mapsAtRest(reader, 'maplibre');
  await page.evaluate(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await page.goto('about:blank');
  const drawn = await mapsAtRest(reader, 'light');
  let compared = 0;
  for (const [id, map] of maplibre) {
    const drawing = drawn.get(id);
    if (!drawing) throw new Error(`No drawing of ${id}.`);
    for (const shift of shiftsBetween(map, drawing)) {
      expect.soft(shift, id).toEqual({ x: 0, y: 0 });
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(maplibre.size);
});
