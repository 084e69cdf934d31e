import type { Page } from 'playwright/test';
import type { SceneDetail } from '../../src/reader/player/events.ts';
import { REST } from '../../src/story/timeline.ts';
import { cameraNumbers } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const LONGEST_MS = 200;
const LONG_WALK_MS = 180_000;

interface Passage {
  /** Cameras shown, by section. */
  readonly cameras: Readonly<Record<string, readonly string[]>>;
  /** Annotations that were not complete. */
  readonly unfinished: readonly string[];
  readonly longestMs: number;
}

/** Goes through the story in small steps. */
function scrollThrough(page: Page): Promise<Passage> {
  return page.evaluate(async () => {
    const map = document.querySelector<HTMLElement & { readonly scene: SceneDetail }>('story-map');
    const [cameras, unfinished]: [Record<string, string[]>, string[]] = [{}, []];
    let longestMs = 0;
    const end = document.documentElement.scrollHeight - innerHeight;
    for (let top = 0; map && top <= end; top += innerHeight * 0.75) {
      window.scrollTo({ top, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      // One that is stopped, such as the line of progress, moves nothing.
      for (const animation of document.getAnimations().filter(({ playState }) => playState === 'running')) {
        longestMs = Math.max(longestMs, Number(animation.effect?.getComputedTiming().endTime ?? 0));
      }
      const { section, camera, annotations } = map.scene;
      const shown = JSON.stringify(camera);
      const known = cameras[section] ?? [];
      cameras[section] = known.includes(shown) ? known : [...known, shown];
      unfinished.push(...annotations.filter(({ t, opacity }) => t < 1 || opacity < 1).map(({ key }) => key));
    }
    return { cameras, unfinished, longestMs };
  });
}

test('a device that wants less motion gets one picture a section, complete, and only short fades', async ({
  reader,
}) => {
  const { page, sections } = reader;
  test.setTimeout(LONG_WALK_MS);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open();
  const { cameras, unfinished, longestMs } = await scrollThrough(page);
  for (const { id } of sections) expect(cameras[id], id).toHaveLength(1);
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
  const first = await reader.scene();
  let [scene, furthest] = [first, 0];
  while (scene.section === first.section) {
    expect(cameraNumbers(scene.camera)).toEqual(cameraNumbers(first.camera));
    furthest = scene.progress * sections.length - 1;
    await reader.scrollTo((await reader.scrollTop()) + 120);
    scene = await reader.atRest();
  }
  expect(furthest, 'on to where others see the camera move').toBeGreaterThan(REST.end + 0.1);
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
