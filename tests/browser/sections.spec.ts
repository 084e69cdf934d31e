import { expectDrawnPlaces, expectSection } from '../support/expect-section.ts';
import type { Reader } from '../support/reader.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

test.use({ pace: QUICK });

/** Words alone: a snapshot has quotes and escapes of its own. */
const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Those who cannot see a map are told what it shows on their screen, and nothing of another screen's. */
async function expectSpokenMaps(reader: Reader): Promise<void> {
  const { page } = reader;
  const { width, height } = await reader.viewport();
  const screen = width < 700 && width <= height ? 'phone' : 'wide';
  for (const { id } of reader.sections) {
    const section = page.locator(`main > #${id}`);
    const descriptions = section.locator('.map-description');
    const exposed = await descriptions.evaluateAll((all) =>
      all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.getAttribute('data-screen')),
    );
    expect(exposed, id).toEqual([(await descriptions.count()) === 1 ? null : screen]);
    const spoken = wordsOf(await section.ariaSnapshot());
    for (const one of await descriptions.all()) {
      const [own, words] = [await one.getAttribute('data-screen'), wordsOf((await one.textContent()) ?? '')];
      expect(spoken.includes(words), `${id}: ${words}`).toBe(own === null || own === screen);
    }
  }
}

// All that holds in each section, on one walk through the story: pages take longer to open than to look at.
test('every section rests on its frame, its annotations drawn, its places in sight, no word cut, by the drawing alone, and all of it is told', {
  tag: '@engine',
}, async ({ reader, told }) => {
  const { page, sections } = reader;
  const maplibreRequests: string[] = [];
  page.on('request', (request) => {
    if (/maplibre.*js$/.test(request.url())) maplibreRequests.push(request.url());
  });
  await reader.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  await test.step('what the maps show in words', () => expectSpokenMaps(reader));
  let compared = 0;
  for (const section of sections) {
    await test.step(section.id, async () => {
      await expectSection(reader, told.story, section);
      compared += await expectDrawnPlaces(reader, told.story, section);
      await expect(page.locator('.stage')).toHaveAttribute('data-stage', 'light');
    });
  }
  expect(compared, 'places were compared').toBeGreaterThan(0);
  expect(page.workers().map((worker) => worker.url())).toEqual([
    expect.stringContaining('placement-worker'),
    expect.stringContaining('paint-worker'),
  ]);
  expect(maplibreRequests).toEqual([]);
});
