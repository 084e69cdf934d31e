import { historyLength, startHistory } from '../support/history.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { expectSameScene, openAfresh } from '../support/same-scene.ts';

test('a reload stays where it was in a browser that goes to the section of the address afterwards, as Safari does', async ({
  reader,
}) => {
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
    await soon(() => new URL(page.url()).hash).toBe(hash);
    await reader.atRest(sections[2]?.id);
    await reader.follow(sections[3]?.id ?? '');
    await reader.atRest(sections[3]?.id);
  }
});

test('the address names the section being read and the history does not grow', async ({ reader }) => {
  await reader.open();
  const before = await startHistory(reader.page);
  const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
  for (const share of [0.2, 0.5, 0.8]) {
    await reader.scrollTo(height * share);
    const { section } = await reader.atRest();
    await soon(() => new URL(reader.page.url()).hash).toBe(`#${section}`);
  }
  expect(await historyLength(reader.page)).toBe(before);
});

test('a section’s own address leads to it in the story, and its link is copied by a press that says so', async ({
  reader,
  told,
}) => {
  const { page, sections } = reader;
  const id = sections[2]?.id ?? '';
  await page.goto(`${told.url}s/${id}/`);
  await expect(page).toHaveURL(new RegExp(`${told.url}index\\.html#${id}$`));
  await reader.atRest(id);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  const link = page.locator(`#${id} [data-action="share"]`);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${id} .share [role="status"]`)).not.toBeEmpty();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname).toMatch(new RegExp(`${told.url}s/${id}/(index\\.html)?$`));
  await reader.atRest(id);
});
