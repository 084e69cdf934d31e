import { atRestIn, soon, storyFrame, test } from '../support/embed-test.ts';

// High enough for the frame to be in sight.
test.use({ viewport: { width: 800, height: 900 } });

test('sandboxed: MapLibre takes over in a frame without an origin, its worker and the page’s policy included', async ({
  page,
  host,
  told,
}) => {
  await host.open('sandboxed', told.story);
  const frame = await storyFrame(page);
  await page.locator('iframe').hover();
  await soon(() => frame.locator('.stage').getAttribute('data-stage')).toBe('maplibre');
  await atRestIn(frame, told.story.sections[0]?.id);
});
