import type { Page } from 'playwright/test';
import { holdProgress } from '../../src/cli/lib/story-at-rest.ts';
import { COMPOSE_SVG, type ComposedSvg } from '../../src/cli/still/compose-svg.ts';
import { leastContrast, pictureWithout, readLettering } from '../support/contrast.ts';
import { createHinderedReader, type HinderedReader } from '../support/fallback.ts';
import { type Grey, readGrey, shiftsBetween } from '../support/picture-shift.ts';
import { expect, findStory, test } from '../support/reader-test.ts';

const STORY = 'recife-from-above';
const told = (language = '') => findStory('volcano', language, STORY);

/** The map and what lies over it, without words. */
const MAP_ALONE =
  'main, .bar, .rail, .scrim, .annotation-layer, .attribution, .ground-dividers { visibility: hidden !important }';

/** Of the sections: a picture that comes, at rest, two that are compared as the divider passes, fading into the hills, and these. */
const MOMENTS = [1, 1.5, 2.45, 2.55, 3, 3.5] as const;
/** Mean square of the difference: edges are smoothed in other ways. */
const MOST_DIFFERENCE = 40;

function difference(one: Grey, other: Grey): number {
  return one.values.reduce((sum, value, at) => sum + (value - (other.values[at] ?? 0)) ** 2, 0) / one.values.length;
}

async function mapsOn(reader: HinderedReader, stage: string): Promise<ReadonlyMap<number, Grey>> {
  const { page, sections } = reader;
  await reader.open('satellite');
  await page.addStyleTag({ content: MAP_ALONE });
  const maps = new Map<number, Grey>();
  for (const moment of MOMENTS) {
    await page.evaluate(holdProgress, moment / sections.length);
    expect(await reader.stage()).toBe(stage);
    maps.set(moment, readGrey(await page.screenshot()));
  }
  return maps;
}

test('pictures of the ground, relief, fades and a wipe are the same on both stages', async ({ page }) => {
  const reader = await createHinderedReader(page, await told());
  const maplibre = await mapsOn(reader, 'maplibre');
  await page.evaluate(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await page.goto('about:blank');
  const light = await mapsOn(reader, 'light');
  let compared = 0;
  for (const [moment, one] of maplibre) {
    const other = light.get(moment);
    if (!other) throw new Error(`No picture at ${moment}.`);
    expect.soft(difference(one, other), `at ${moment}`).toBeLessThan(MOST_DIFFERENCE);
    for (const shift of shiftsBetween(one, other)) {
      expect.soft(shift, `at ${moment}`).toEqual({ x: 0, y: 0 });
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(MOMENTS.length);
  const pictures = [...maplibre.values()];
  for (const [at, next] of pictures.slice(1).entries())
    expect(difference(pictures[at] ?? next, next), `after ${MOMENTS[at]} it shows something else`).toBeGreaterThan(
      MOST_DIFFERENCE,
    );
  expect(await reader.fallbacks(), 'nothing but what the reader chose').toEqual(['light-map']);
});

/** How wide the first of two grounds is shown, in CSS pixels, as its clip says. */
const firstWidth = (page: Page) =>
  page.evaluate(() => {
    const [first] = [...document.querySelectorAll('.grounds > .ground')];
    const lengths = /inset\((.+)\)/.exec(first ? getComputedStyle(first).clipPath : '')?.[1]?.match(/[\d.]+/g) ?? [];
    const [, right = '0', , left = '0'] =
      lengths.length === 4 ? lengths : ['0', lengths[1] ?? '0', '0', lengths[1] ?? '0'];
    const { clientWidth } = document.documentElement;
    return clientWidth - Number(document.dir === 'rtl' ? left : right);
  });

for (const [language, onward] of [
  ['en', 'ArrowRight'],
  ['ar', 'ArrowLeft'],
] as const) {
  test(`the line between two grounds is a slider that keys and a pointer move (${language})`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
    const reader = await createHinderedReader(page, await told(language));
    await reader.open('bands');
    const slider = page.locator('[data-ground-divider]:not([hidden])');
    await expect(slider).toHaveCount(1);
    await expect(slider).toHaveRole('slider');
    await expect(slider).toHaveAccessibleName(/\S/);
    const said = async () => [
      Number(await slider.getAttribute('aria-valuenow')),
      (await slider.getAttribute('aria-valuetext')) ?? '',
    ];
    const [before] = await said();
    await slider.focus();
    await page.keyboard.press(onward);
    await reader.atRest('bands');
    expect(await said()).toEqual([
      Number(before) + 2,
      expect.stringMatching(language === 'en' ? /^As seen: \d+\s?%$/ : /^كما تُرى: /),
    ]);
    const widths = [await firstWidth(page)];
    for (const [key, value] of [
      ['Home', 0],
      ['End', 100],
      ['PageDown', 90],
    ] as const) {
      await page.keyboard.press(key);
      await reader.atRest('bands');
      expect((await said())[0], key).toBe(value);
      widths.push(await firstWidth(page));
    }
    const [own = 0, none = 0, all = 0, most = 0] = widths;
    expect(none).toBeLessThan(2);
    expect(own).toBeGreaterThan(none);
    expect(most).toBeGreaterThan(own);
    expect(all).toBeGreaterThan(most);
    const handle = await slider.locator('b').boundingBox();
    if (!handle) throw new Error('There is no handle.');
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (language === 'en' ? -120 : 120), y, { steps: 4 });
    await page.mouse.up();
    await reader.atRest('bands');
    expect(Number((await said())[0])).toBeLessThan(90);
    await reader.follow('hills');
    await reader.atRest('hills');
    await expect(slider).toHaveCount(0);
    await reader.follow('bands');
    await reader.atRest('bands');
    expect((await said())[0], 'a section that is read again begins anew').toBe(before);
    expect(reader.errors).toEqual([]);
  });
}

test('in light and dark every name over a picture stands out from what is behind it', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  const reader = await createHinderedReader(page, await told());
  await reader.open('satellite');
  const words = '.annotation-layer text';
  for (const id of ['satellite', 'bands', 'plan']) {
    await reader.follow(id);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await reader.atRest(id);
      const lettering = await readLettering(page, words);
      const behind = await pictureWithout(page, words);
      expect(lettering.length).toBeGreaterThan(0);
      const faint = lettering.filter((one) => leastContrast(behind, one) < 3).map(({ text }) => text);
      expect.soft(faint, `${id}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('a drawing for print has the pictures in it, each clipped and laid as on the page, and says whose they are', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  const reader = await createHinderedReader(page, await told());
  await reader.open('bands');
  const { svg } = await page.evaluate<ComposedSvg>(COMPOSE_SVG);
  const images = [...svg.matchAll(/<image [^>]*href="data:image\/png;base64,[^>]*transform="matrix\(([^)]*)\)/g)];
  expect(images.length).toBeGreaterThanOrEqual(2);
  const matrices = await page.locator('.grounds img').evaluateAll((all) =>
    all.map((image) => {
      const { a, d, e, f } = new DOMMatrix(getComputedStyle(image).transform);
      return [a, d, e, f];
    }),
  );
  for (const [at, [, matrix = '']] of images.entries()) {
    const [a, , , d, e, f] = matrix.split(' ').map(Number);
    expect([a, d, e, f]).toEqual(matrices[at]);
  }
  expect(svg.match(/clip-path="url\(#ground-clip-\d\)"/g)).toHaveLength(2);
  expect(svg).toContain('Landsat 7');
});

test('pictures far from the reader are given up, and come again', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('story-map:settings', '{"map":"light"}');
    const made: string[] = [];
    Object.assign(window, { made });
    const Native = window.Image;
    window.Image = class extends Native {
      override set src(address: string) {
        made.push(address.replace(/^.*\/(\w+)\..*$/, '$1'));
        super.src = address;
      }
      override get src(): string {
        return super.src;
      }
    };
  });
  const reader = await createHinderedReader(page, await told());
  const asked = () =>
    page.evaluate(() => (window as unknown as { made: string[] }).made.filter((name) => name === 'plan').length);
  await reader.open('plan');
  expect(await asked()).toBe(1);
  await reader.follow('hills');
  await reader.atRest('hills');
  expect(await asked(), 'a neighbour is kept').toBe(1);
  await reader.follow('satellite');
  await reader.atRest('satellite');
  await reader.follow('plan');
  await reader.atRest('plan');
  expect(await asked()).toBe(2);
  await expect(page.locator('.grounds img')).not.toHaveCount(0);
});
