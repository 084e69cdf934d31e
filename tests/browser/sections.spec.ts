import { expectDrawnPlaces, expectSection } from '../support/expect-section.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

test.use({ pace: QUICK });

// All that holds in each section, on one walk through the story: pages take longer to open than to look at.
test('every section rests on its frame, its annotations drawn, its places in sight, no word cut, by the drawing alone', async ({
  reader,
  told,
}) => {
  const { page, sections } = reader;
  const maplibreRequests: string[] = [];
  page.on('request', (request) => {
    if (/maplibre.*js$/.test(request.url())) maplibreRequests.push(request.url());
  });
  await reader.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  let compared = 0;
  for (const section of sections) {
    await test.step(section.id, async () => {
      await expectSection(reader, told.story, section);
      compared += await expectDrawnPlaces(reader, told.story, section);
      await expect(page.locator('.stage')).toHaveAttribute('data-stage', 'svg');
    });
  }
  expect(compared, 'places were compared').toBeGreaterThan(0);
  expect(maplibreRequests).toEqual([]);
});
