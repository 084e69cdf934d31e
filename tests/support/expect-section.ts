import type { Page } from 'playwright/test';
import type { LngLat, ScreenPoint } from '../../src/geo/lng-lat.ts';
import { createProjection } from '../../src/geo/mercator.ts';
import { localeInfo } from '../../src/i18n/locales.ts';
import type { SceneDetail } from '../../src/reader/player/events.ts';
import type { Sheet } from '../../src/reader/stages/light/sheet.ts';
import { cameraFor } from '../../src/story/camera/framing.ts';
import type { Viewport } from '../../src/story/scene.ts';
import type { AnnotationBase, Section, Story } from '../../src/story/story.ts';
import { SMALL_OPTICAL_SIZE } from '../../src/typography/faces.ts';
import { textWidth } from '../../src/typography/text-metrics.ts';
import { cameraNumbers, type Reader } from './reader.ts';
import { expect } from './reader-test.ts';

const calloutKey =
  (sectionId: string) =>
  ({ kind, id }: AnnotationBase): readonly string[] =>
    kind === 'callout' ? [`${sectionId}/${id}`] : [];

function expectSolvedFrame(scene: SceneDetail, story: Story, section: Section, viewport: Viewport): void {
  const wanted = cameraNumbers(cameraFor(story, section, viewport));
  for (const [index, value] of cameraNumbers(scene.camera).entries()) {
    expect(Math.abs(value - (wanted[index] ?? Number.NaN)), `${section.id}: camera`).toBeLessThan(1e-6);
  }
}

/** Every annotation is under way, and has left a mark on the screen. */
async function expectAnnotations(reader: Reader, scene: SceneDetail, section: Section, viewport: Viewport) {
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
  const missing = keys.filter((key) => !isDrawn(key) && !mayGiveWay.has(key));
  expect.soft(missing, `${section.id}: annotations without a mark`).toEqual([]);
}

async function expectVisiblePlaces(reader: Reader, story: Story, section: Section, { width, height }: Viewport) {
  const frame = width < 700 && section.frame.phone ? section.frame.phone : section.frame;
  const boxes = await reader.textBoxes(section.id);
  for (const id of frame.keepVisible) {
    const place = story.places[id];
    if (!place) throw new Error(`No place "${id}".`);
    const [x, y] = await reader.project(place.lngLat);
    const name = `${section.id}: ${id} at ${Math.round(x)}, ${Math.round(y)}`;
    expect.soft(x >= 0 && x <= width && y >= 0 && y <= height, `${name} is on screen`).toBe(true);
    const covering = boxes.filter((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    expect.soft(covering, `${name}, covered by`).toEqual([]);
  }
}

async function expectUncutWords(reader: Reader, section: Section, { width, height }: Viewport): Promise<void> {
  const cut = await reader.page.evaluate(
    ([w, h]) =>
      [...document.querySelectorAll('svg.annotation-layer text')]
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.left < 0 || box.top < 0 || box.right > w || box.bottom > h))
        .map(({ text }) => text),
    [width, height] as const,
  );
  expect.soft(cut, `${section.id}: words cut by the edge`).toEqual([]);
}

/** Where the sheet on screen has a place, in pixels of the window: through the browser's own matrices. */
async function placeOnSheet(page: Page, lngLat: LngLat): Promise<ScreenPoint> {
  const [told, matrix] = await page.evaluate(() => {
    const plates = [...document.querySelectorAll<HTMLElement>('.sheets:not([hidden]) canvas')];
    const seen = plates.findLast((plate) => getComputedStyle(plate).opacity === '1');
    if (!seen) throw new Error('No sheet is on screen.');
    return [seen.dataset['sheet'] ?? '', getComputedStyle(seen).transform] as const;
  });
  const { camera, viewport, left, top, density } = JSON.parse(told) as Sheet;
  const [x, y] = createProjection(camera, viewport.width, viewport.height).project(lngLat);
  return page.evaluate(
    ([transform, onSheetX, onSheetY]) => {
      const stage = document.querySelector('.stage')?.getBoundingClientRect();
      const point = new DOMPoint(onSheetX, onSheetY).matrixTransform(new DOMMatrix(transform));
      return [point.x + (stage?.left ?? 0), point.y + (stage?.top ?? 0)] as const;
    },
    [matrix, (x - left) * density, (y - top) * density] as const,
  );
}

/**
 * The sheet has every place of the frame on the pixel where `project` has it, which projection.spec.ts holds to MapLibre's.
 * @returns how many places were compared; sheets have no pitch
 */
export async function expectDrawnPlaces(reader: Reader, story: Story, { id, frame }: Section): Promise<number> {
  const { camera } = await reader.scene();
  const ids = camera.pitch === 0 ? [...new Set([...(frame.places ?? []), ...frame.keepVisible])] : [];
  for (const place of ids) {
    const { lngLat } = story.places[place] ?? { lngLat: camera.center };
    const [x, y] = await placeOnSheet(reader.page, lngLat);
    const [theirX, theirY] = await reader.project(lngLat);
    expect.soft(Math.hypot(x - theirX, y - theirY), `${id}: ${place} on the sheet`).toBeLessThan(1);
  }
  return ids.length;
}

/** Places for words are found by widths that are reckoned, long before a browser sets them. */
async function expectReckonedWidths(reader: Reader, section: Section, locale: string): Promise<void> {
  await reader.page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
  const words = await reader.page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.querySelectorAll<SVGTextElement>('svg.annotation-layer text')].map((text) => {
      const { fontSize, fontWeight, fontStyle, letterSpacing } = getComputedStyle(text);
      const size = Number.parseFloat(fontSize);
      const tracking = (Number.parseFloat(letterSpacing) || 0) / size;
      const style = { size, weight: Number(fontWeight), tracking, italic: fontStyle === 'italic' };
      return { text: text.textContent ?? '', style, px: text.getComputedTextLength() };
    });
  });
  const face = localeInfo(locale).script === 'arab' ? { opticalSize: SMALL_OPTICAL_SIZE } : {};
  const wrong = words.flatMap(({ text, style, px }) => {
    const reckoned = textWidth(text, { ...style, ...face });
    return Math.abs(reckoned - px) > Math.max(0.5, 0.03 * px) ? [`${text}: ${reckoned} for ${px}`] : [];
  });
  expect.soft(wrong, `${section.id}: words of another width`).toEqual([]);
}

/** A section rests on its frame, its annotations drawn, its places in sight, no word cut or of another width. */
export async function expectSection(reader: Reader, story: Story, section: Section): Promise<void> {
  const viewport = await reader.viewport();
  await reader.follow(section.id);
  const scene = await reader.atRest(section.id);
  expectSolvedFrame(scene, story, section, viewport);
  await expectAnnotations(reader, scene, section, viewport);
  await expectVisiblePlaces(reader, story, section, viewport);
  await expectUncutWords(reader, section, viewport);
  await expectReckonedWidths(reader, section, story.locale);
}
