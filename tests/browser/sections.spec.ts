import { cameraFor } from '../../src/story/framing.ts';
import type { Annotation } from '../../src/story/story.ts';
import { cameraNumbers } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const calloutKey =
  (sectionId: string) =>
  ({ kind, id }: Annotation): readonly string[] =>
    kind === 'callout' ? [`${sectionId}/${id}`] : [];

test('every section rests on its solved frame, with its annotations on screen', async ({ reader, told }) => {
  const missing: string[] = [];
  await reader.open();
  const viewport = await reader.viewport();
  for (const section of reader.sections) {
    await reader.follow(section.id);
    const scene = await reader.atRest(section.id);
    const wanted = cameraNumbers(cameraFor(told.story, section, viewport));
    for (const [index, value] of cameraNumbers(scene.camera).entries()) {
      expect(Math.abs(value - (wanted[index] ?? Number.NaN)), `${section.id}: camera`).toBeLessThan(1e-6);
    }
    const keys = scene.annotations.map(({ key }) => key);
    expect(keys, section.id).toEqual(section.annotations.map(({ id }) => `${section.id}/${id}`));
    for (const { key, t, opacity } of scene.annotations) {
      expect(t, `${key} is being drawn`).toBeGreaterThan(0);
      expect(opacity, `${key} can be seen`).toBeGreaterThan(0);
    }
    const drawn = await reader.page.evaluate(() =>
      [...document.querySelectorAll('svg.annotation-layer [data-key]')].map(
        (mark) => mark.getAttribute('data-key') ?? '',
      ),
    );
    const isDrawn = (key: string): boolean =>
      drawn.some((mark) => mark.startsWith(`${key}:`) || mark.startsWith(`${key}/`));
    // On a phone a callout that finds no room is left out, rather than made smaller or laid over another.
    const mayGiveWay = new Set(viewport.width < 700 ? section.annotations.flatMap(calloutKey(section.id)) : []);
    missing.push(...keys.filter((key) => !isDrawn(key) && !mayGiveWay.has(key)));
  }
  expect(missing, 'annotations without a mark').toEqual([]);
});

test('every place that must stay visible is on screen and not under the text', async ({ reader, told }) => {
  await reader.open();
  const { width, height } = await reader.viewport();
  for (const section of reader.sections) {
    const frame = width < 700 && section.frame.phone ? section.frame.phone : section.frame;
    if (frame.keepVisible.length === 0) continue;
    await reader.follow(section.id);
    await reader.atRest(section.id);
    const boxes = await reader.textBoxes(section.id);
    for (const id of frame.keepVisible) {
      const place = told.story.places[id];
      if (!place) throw new Error(`No place "${id}".`);
      const [x, y] = await reader.project(place.lngLat);
      const name = `${section.id}: ${id} at ${Math.round(x)}, ${Math.round(y)}`;
      expect(x >= 0 && x <= width && y >= 0 && y <= height, `${name} is on screen`).toBe(true);
      const covering = boxes.filter((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
      expect(covering, `${name}, covered by`).toEqual([]);
    }
  }
});

test('marks of each section are inside the window when it rests', async ({ reader }) => {
  await reader.open();
  const { width, height } = await reader.viewport();
  for (const section of reader.sections) {
    await reader.follow(section.id);
    await reader.atRest(section.id);
    const cut = await reader.page.evaluate(
      ([w, h]) =>
        [...document.querySelectorAll('svg.annotation-layer text')]
          .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.left < 0 || box.top < 0 || box.right > w || box.bottom > h))
          .map(({ text }) => text),
      [width, height] as const,
    );
    expect(cut, `${section.id}: words cut by the edge`).toEqual([]);
  }
});
