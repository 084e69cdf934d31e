import { expectSection } from '../support/expect-section.ts';
import { expect, test } from '../support/reader-test.ts';

// Flat sections are the same on either stage; a tilted camera only MapLibre has.
test('tilted sections rest on their frames over MapLibre, names and annotations with them', async ({
  reader,
  told,
}) => {
  const { page } = reader;
  await reader.open();
  await expect(page.locator('story-map .stage')).toHaveAttribute('data-stage', 'maplibre', { timeout: 60_000 });
  const tilted = reader.sections.filter(({ frame }) => frame.pitch > 0);
  expect(tilted.length).toBeGreaterThan(0);
  for (const section of tilted) {
    await expectSection(reader, told.story, section);
    expect((await reader.scene()).camera.pitch, section.id).toBeGreaterThan(0);
  }
});
