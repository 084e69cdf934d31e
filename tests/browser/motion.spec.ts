import type { Page } from 'playwright/test';
import { cameraNumbers, type Reader } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const LONGEST_MS = 200;

/** Goes through the story in small steps; the cameras shown, by section, and the longest animation seen on the way. */
async function scrollThrough(reader: Reader, page: Page) {
  const cameras = new Map<string, Set<string>>();
  const unfinished: string[] = [];
  let longestMs = 0;
  const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (let top = 0; top <= height; top += 160) {
    await reader.scrollTo(top);
    const seen = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const timings = document.getAnimations().map((animation) => animation.effect?.getComputedTiming());
      return Math.max(0, ...timings.map((timing) => Number(timing?.duration ?? 0) * Number(timing?.iterations ?? 1)));
    });
    longestMs = Math.max(longestMs, seen);
    const scene = await reader.scene();
    const known = cameras.get(scene.section) ?? new Set();
    cameras.set(scene.section, known.add(cameraNumbers(scene.camera).join(' ')));
    unfinished.push(...scene.annotations.filter(({ t, opacity }) => t < 1 || opacity < 1).map(({ key }) => key));
  }
  return { cameras, unfinished, longestMs };
}

test('a device that wants less motion gets one picture a section, complete, and only short fades', async ({
  reader,
}) => {
  const { page, sections } = reader;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open();
  const { cameras, unfinished, longestMs } = await scrollThrough(reader, page);
  for (const { id } of sections) expect(cameras.get(id)?.size, id).toBe(1);
  expect(unfinished).toEqual([]);
  expect(longestMs, 'there is a fade').toBeGreaterThan(0);
  expect(longestMs).toBeLessThanOrEqual(LONGEST_MS);
});

test('between two sections the picture jumps from one rest to the other', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  const moving = cameraNumbers((await reader.atRest()).camera);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(cameraNumbers((await reader.atRest()).camera), 'the rest is the same').toEqual(moving);
  await page.keyboard.press('j');
  await reader.atRest(sections[3]?.id);
  const still = cameraNumbers((await reader.scene()).camera);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(cameraNumbers((await reader.atRest()).camera)).toEqual(still);
});

test('anybody may choose less motion, and the choice is remembered', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[1]?.id);
  await page.locator('[data-action="open-sections"]').click();
  await page.locator('.settings input[name="motion"]').check();
  await page.keyboard.press('Escape');
  await page.reload();
  await reader.atRest();
  const resting = cameraNumbers((await reader.scene()).camera);
  const top = await reader.scrollTop();
  for (const further of [60, 120, 180]) {
    await reader.scrollTo(top + further);
    const scene = await reader.atRest();
    if (scene.section === sections[1]?.id) expect(cameraNumbers(scene.camera)).toEqual(resting);
  }
  await page.locator('[data-action="open-sections"]').click();
  await expect(page.locator('.settings input[name="motion"]')).toBeChecked();
});

test('where the device has decided there is nothing left to choose', async ({ reader }) => {
  await reader.page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open();
  await reader.page.locator('[data-action="open-sections"]').click();
  await expect(reader.page.locator('.settings input[name="motion"]')).toBeChecked();
  await expect(reader.page.locator('.settings input[name="motion"]')).toBeDisabled();
});
