import type { SceneDetail } from '../../src/reader/player/events.ts';
import { createRandom, jumpAnywhere, shuffled } from '../support/jumps.ts';
import { cameraNumbers, type Reader } from '../support/reader.ts';
import { expect, type ReaderOptions, test } from '../support/reader-test.ts';

/** Other words, another story or a smaller screen have the same code: there a sample of ways is enough. */
const sequencesOf = ({
  siteName,
  language,
  isMobile,
}: Pick<ReaderOptions, 'siteName' | 'language'> & { readonly isMobile: boolean }): number =>
  siteName === 'main' && language === '' && !isMobile ? 10 : 2;
const TOLERANCE = 1e-6;

/** Everything in a scene that could differ, as numbers by name. */
function numbersOf(scene: SceneDetail): Readonly<Record<string, number>> {
  const [lng, lat, zoom, pitch, bearing] = cameraNumbers(scene.camera);
  const annotations = scene.annotations.flatMap(({ key, t, opacity }) => [
    [`${key} t`, t],
    [`${key} opacity`, opacity],
  ]);
  return { progress: scene.progress, lng, lat, zoom, pitch, bearing, ...Object.fromEntries(annotations) };
}

function expectSameScene(found: SceneDetail, wanted: SceneDetail, how: string): void {
  const [a, b] = [numbersOf(found), numbersOf(wanted)];
  expect(found.section, how).toBe(wanted.section);
  expect(Object.keys(a), how).toEqual(Object.keys(b));
  for (const [name, value] of Object.entries(b)) {
    expect(Math.abs((a[name] ?? Number.NaN) - value), `${how}: ${name}`).toBeLessThanOrEqual(TOLERANCE);
  }
}

/** A fresh document: the same page with another hash would be a jump itself. */
async function openAfresh(reader: Reader, section?: string): Promise<SceneDetail> {
  await reader.page.goto('about:blank');
  await reader.open(section);
  return reader.scene();
}

test('any way to a section shows the scene of a direct visit', async ({ reader, siteName, language, isMobile }) => {
  test.setTimeout(900_000);
  const sequences = sequencesOf({ siteName, language, isMobile });
  const direct = new Map<string, SceneDetail>();
  for (const { id } of reader.sections) direct.set(id, await openAfresh(reader, id));
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = createRandom(seed);
    if (seed % 3 === 0) await reader.page.reload();
    for (const { id } of shuffled(reader.sections, random)) {
      const way = await jumpAnywhere(reader, random);
      await reader.follow(id);
      const scene = await reader.atRest(id);
      const wanted = direct.get(id);
      if (!wanted) throw new Error(`No direct visit to ${id}.`);
      expectSameScene(scene, wanted, `sequence ${seed}, ${way}, #${id}`);
    }
  }
});

test('any way to a scroll position shows the scene of that position', async ({
  reader,
  siteName,
  language,
  isMobile,
}) => {
  test.setTimeout(600_000);
  const sequences = sequencesOf({ siteName, language, isMobile });
  await reader.open();
  for (let seed = 101; seed < 101 + sequences; seed += 1) {
    const random = createRandom(seed);
    const ways: string[] = [];
    for (let jump = 0; jump < 3; jump += 1) ways.push(await jumpAnywhere(reader, random));
    const found = await reader.atRest();
    const top = await reader.scrollTop();
    await openAfresh(reader);
    await reader.scrollTo(top);
    expectSameScene(await reader.atRest(), found, `sequence ${seed}, ${ways.join(', ')}`);
  }
});

test('a reload stays where it was, and a shared link opens at its section', async ({ reader }) => {
  const section = reader.sections[Math.floor(reader.sections.length / 2)];
  if (!section) throw new Error('The story has no sections.');
  const shared = await openAfresh(reader, section.id);
  await reader.page.reload();
  expectSameScene(await reader.atRest(section.id), shared, 'reload at a link');

  await reader.scrollTo((await reader.scrollTop()) + 150);
  const moved = await reader.atRest();
  await reader.page.reload();
  expectSameScene(await reader.atRest(), moved, 'reload a little further');

  expectSameScene(await openAfresh(reader, section.id), shared, 'shared link');
});

test('a reload stays where it was in a browser that goes to the section of the address afterwards, as Safari does', async ({
  reader,
  language,
}) => {
  test.skip(language !== '', 'the same code, once is enough');
  const section = reader.sections[Math.floor(reader.sections.length / 2)];
  if (!section) throw new Error('The story has no sections.');
  await openAfresh(reader, section.id);
  await reader.scrollTo((await reader.scrollTop()) + 150);
  const moved = await reader.atRest();
  await reader.page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS) as (...asked: readonly string[]) => boolean;
    CSS.supports = (...asked: readonly string[]) => asked[0] !== 'overflow-anchor' && supports(...asked);
    window.addEventListener('load', () => document.getElementById(location.hash.slice(1))?.scrollIntoView());
  });
  await reader.page.reload();
  expectSameScene(await reader.atRest(), moved, 'reload');
});

test('a malformed hash asks for no section: the story opens, with its marks, and goes on from there', async ({
  reader,
  told,
}) => {
  const { page, sections } = reader;
  for (const hash of ['#100%', '#%E0']) {
    await page.goto('about:blank');
    await page.goto(told.url + hash);
    await reader.atRest(sections[0]?.id);
    await expect(page.locator('.annotation-layer [data-key]').first()).toBeAttached();
    await reader.follow(sections[2]?.id ?? '');
    await reader.atRest(sections[2]?.id);
    await page.evaluate((malformed) => {
      location.hash = malformed;
    }, hash);
    await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    await reader.atRest(sections[2]?.id);
    await reader.follow(sections[3]?.id ?? '');
    await reader.atRest(sections[3]?.id);
  }
});

test('the address names the section being read and the history does not grow', async ({ reader }) => {
  await reader.open();
  const before = await reader.page.evaluate(() => history.length);
  const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
  for (const share of [0.2, 0.5, 0.8]) {
    await reader.scrollTo(height * share);
    const { section } = await reader.atRest();
    await expect.poll(() => new URL(reader.page.url()).hash).toBe(`#${section}`);
  }
  expect(await reader.page.evaluate(() => history.length)).toBe(before);
});
