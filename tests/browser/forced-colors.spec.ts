import { readFocus } from '../support/focus.ts';
import { expect, test } from '../support/reader-test.ts';

test.use({ contextOptions: { forcedColors: 'active' } });

test('with forced colours cards keep their edge, focus its outline, and the map its own colours', async ({
  reader,
}) => {
  const { page, sections } = reader;
  const { id } = sections.find(({ card }) => card.layout === 'column') ?? { id: '' };
  await reader.open(id);
  const system = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const read = (color: string): string => {
      probe.style.color = color;
      return getComputedStyle(probe).color;
    };
    const found = { text: read('CanvasText'), ground: read('Canvas') };
    probe.remove();
    return found;
  });
  const style = (selector: string, name: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
  expect(await style(`#${id} .card`, 'border-top-color')).toBe(system.text);
  expect(await style(`#${id} .card`, 'background-color')).toBe(system.ground);
  expect(await style(`#${id} .card .body`, 'color')).toBe(system.text);
  const land = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const stage = document.querySelector('.stage');
    probe.style.cssText = 'forced-color-adjust: none';
    probe.style.color = stage ? getComputedStyle(stage).getPropertyValue('--map-sea') : '';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  expect(await style('.svg-stage .bm-sea', 'fill'), 'the sea is not recoloured').toBe(land);
  await page.keyboard.press('Tab');
  expect((await readFocus(page))?.outlinePx).toBeGreaterThanOrEqual(2);
});

test('with forced colours the section list still tells which section is being read', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  await page.locator('[data-action="open-sections"]').click();
  const outlines = await page
    .locator('dialog.section-list nav a[href^="#"]')
    .evaluateAll((links) =>
      links.map((link) => link !== document.activeElement && getComputedStyle(link).outlineStyle),
    );
  expect(outlines.filter((outline) => outline !== 'none')).toHaveLength(1);
});
