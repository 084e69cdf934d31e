import type { Page } from 'playwright/test';
import { createProjection } from '../../src/geo/mercator.ts';
import type { SceneDetail } from '../../src/reader/player/events.ts';
import type { Sheet } from '../../src/reader/stages/light/sheet.ts';
import { createHinderedReader, expectDrawingGoesOn, type HinderedReader } from '../support/fallback.ts';
import { readGrey } from '../support/picture-shift.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

/** The map alone: what lies over it is drawn on either, and so would hide a difference. */
const MAP_ALONE = 'main, .bar, .rail, .scrim, .annotation-layer, .attribution { visibility: hidden !important }';

/** Whether there are sheets again or not. */
const DRAWING_ALONE = '.sheets { visibility: hidden } .svg-stage { visibility: visible }';

const areSheetsShown = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('.sheets:not([hidden]) canvas') !== null);

/** Loses all bitmaps, and waits for the frame in which the drawing fills in. */
const loseSheets = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const sheets = document.querySelector<HTMLElement>('.sheets');
    for (const plate of sheets?.children ?? []) plate.dispatchEvent(new Event('contextlost'));
    while (sheets?.hidden === false) await new Promise(requestAnimationFrame);
  });

/** Mean difference of the sheets on screen and of the drawing, in grey, and the share of pixels an eye tells apart. */
async function compareWithDrawing(page: Page): Promise<{ readonly mean: number; readonly apart: number }> {
  const sheets = readGrey(await page.screenshot());
  await loseSheets(page);
  const style = await page.addStyleTag({ content: DRAWING_ALONE });
  const drawing = readGrey(await page.screenshot());
  await style.evaluate((element) => (element as Element).remove());
  const differences = sheets.values.map((value, at) => Math.abs(value - (drawing.values[at] ?? 0)));
  const sum = differences.reduce((total, one) => total + one, 0);
  const apart = differences.filter((one) => one > 24);
  return { mean: sum / differences.length, apart: apart.length / differences.length };
}

/** One section of each mood, and one with a wash or tints. */
const chosen = ({ sections }: HinderedReader): readonly string[] => {
  const moods = (['paper', 'dusk', 'night'] as const).flatMap(
    (mood) => sections.find((one) => one.mood === mood) ?? [],
  );
  const others = [
    sections.find(({ layers }) => layers.wash > 0),
    sections.find(({ layers }) => layers.tints.some(({ tone }) => tone === 'past')),
    sections.find(({ layers }) => layers.emphasis.map === 0),
  ];
  return [...new Set([...moods, ...others].flatMap((section) => section?.id ?? []))];
};

for (const [theme, density] of [
  ['light', 1],
  ['dark', 3],
] as const) {
  test.describe(`${theme}, ${density} pixels to one`, () => {
    test.use({ colorScheme: theme, deviceScaleFactor: density, viewport: { width: 390, height: 700 } });

    test('at rest the sheets are the drawing, in each mood', async ({ page, told }) => {
      const reader = await createHinderedReader(page, told);
      await reader.open();
      await page.addStyleTag({ content: MAP_ALONE });
      const ids = chosen(reader);
      expect(ids.length, 'sections that differ were found').toBeGreaterThan(2);
      for (const id of ids) {
        await reader.follow(id);
        await reader.atRest(id);
        expect(await areSheetsShown(page), id).toBe(true);
        const { mean, apart } = await compareWithDrawing(page);
        expect.soft(mean, id).toBeLessThan(0.5);
        expect.soft(apart, id).toBeLessThan(0.002);
      }
      expect(reader.errors).toEqual([]);
    });
  });
}

/** What a frame of a scroll showed. */
interface Frame {
  readonly scene: SceneDetail;
  /** The sheet that is seen and its matrix; null where the drawing is. */
  readonly sheet: string | null;
  readonly matrix: readonly number[];
  /** Sheets reach beyond the stage on every side. */
  readonly isCovered: boolean;
  /** Where the drawing is, where it is seen. */
  readonly drawing: string | null;
}

/** Scrolls through a stretch of the story, some pixels a frame, and notes what each frame shows. Runs in the page. */
function watchFrames([from, to, step]: readonly [number, number, number]): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const map = document.querySelector<HTMLElement & { readonly scene: SceneDetail }>('story-map');
  const stage = document.querySelector('.stage')?.getBoundingClientRect() ?? new DOMRect();
  const read = (): Frame => {
    const plates = [...document.querySelectorAll<HTMLElement>('.sheets:not([hidden]) canvas')];
    const made = plates.filter(({ dataset }) => dataset['sheet'] !== undefined);
    const whole = made.findLastIndex((plate) => getComputedStyle(plate).opacity === '1');
    const seen = made.slice(whole).filter((plate) => getComputedStyle(plate).opacity !== '0');
    const covers = (plate: HTMLElement): boolean => {
      const matrix = new DOMMatrix(getComputedStyle(plate).transform).inverse();
      const { inlineSize, blockSize } = plate.style;
      const [width, height] = [Number.parseFloat(inlineSize), Number.parseFloat(blockSize)];
      const corners = [0, stage.width].flatMap((x) => [0, stage.height].map((y) => new DOMPoint(x, y)));
      return corners.every((corner) => {
        const { x, y } = corner.matrixTransform(matrix);
        return x > -0.5 && y > -0.5 && x < width + 0.5 && y < height + 0.5;
      });
    };
    const [first] = seen;
    const { a, b, c, d, e, f } = new DOMMatrix(first ? getComputedStyle(first).transform : undefined);
    return {
      scene: structuredClone(map?.scene) as SceneDetail,
      sheet: first?.dataset['sheet'] ?? null,
      matrix: [a, b, c, d, e, f],
      isCovered: seen.length > 0 && seen.every(covers),
      drawing: document.querySelector('.svg-stage[visibility="visible"] use')?.getAttribute('transform') ?? null,
    };
  };
  return new Promise((resolve) => {
    window.scrollTo({ top: from, behavior: 'instant' });
    const next = (): void => {
      // After the page's own callbacks of this frame.
      queueMicrotask(() => requestAnimationFrame(after));
      window.scrollBy({ top: step, behavior: 'instant' });
    };
    const after = (): void => {
      setTimeout(() => {
        frames.push(read());
        if (window.scrollY < to) next();
        else resolve(frames);
      });
    };
    next();
  });
}

test('in every frame of a journey the map is where its marks are, and nowhere blank', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  const viewport = await reader.viewport();
  const end = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight - 100);
  const frames = await page.evaluate(watchFrames, [0, end, 60] as const);
  let onSheets = 0;
  for (const { scene, sheet, matrix, isCovered, drawing } of frames) {
    const name = `progress ${scene.progress}`;
    if (sheet === null) {
      expect(drawing, name).not.toBeNull();
      continue;
    }
    onSheets += 1;
    expect(isCovered, name).toBe(true);
    const camera = { ...scene.camera, pitch: 0 };
    const now = createProjection(camera, viewport.width, viewport.height);
    const made = JSON.parse(sheet) as Sheet;
    const before = createProjection(made.camera, made.viewport.width, made.viewport.height);
    const [x, y] = before.project(camera.center);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
    const [left, top] = [(x - made.left) * made.density, (y - made.top) * made.density];
    const [wantedX, wantedY] = now.project(camera.center);
    const off = Math.hypot(a * left + c * top + e - wantedX, b * left + d * top + f - wantedY);
    expect(off, name).toBeLessThan(1);
  }
  // Most frames are the sheets': the drawing fills in where they are not there yet.
  expect(onSheets / frames.length).toBeGreaterThan(0.7);
  expect(reader.errors).toEqual([]);
});

/** Ways in which no worker paints. */
const HINDRANCES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'without workers': (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'Worker')),
  'without canvases off the page': (page) =>
    page.addInitScript(() => Reflect.deleteProperty(window, 'OffscreenCanvas')),
  'without the worker’s script': (page) => page.route('**/paint-worker*', (route) => route.abort()),
};

for (const [how, hinder] of Object.entries(HINDRANCES)) {
  test(`${how} the page paints the sheets itself`, async ({ page, told }) => {
    const reader = await createHinderedReader(page, told);
    await hinder(page);
    await reader.open();
    const { id } = reader.sections[2] ?? { id: '' };
    await reader.follow(id);
    await reader.atRest(id);
    expect(await areSheetsShown(page)).toBe(true);
    expect(await reader.fallbacks()).toEqual(['no-webgl']);
    expect(reader.errors).toEqual([]);
  });
}

test('without canvases for bitmaps the drawing goes on, and it is told', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(told.url);
  await soon(() => reader.fallbacks()).toEqual(['sheets-failed']);
  await reader.atRest();
  await expectDrawingGoesOn(reader, 'sheets-failed');
});

test('a canvas that loses its picture leaves the map to the drawing until there is another', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  await loseSheets(page);
  await reader.atRest();
  expect(await areSheetsShown(page)).toBe(true);
});

test('a hidden page keeps no sheets, and has them again once it is seen', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  const setHidden = (hidden: boolean): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await setHidden(true);
  expect(await areSheetsShown(page)).toBe(false);
  await soon(() => page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('placement-worker')]);
  await setHidden(false);
  await soon(() => areSheetsShown(page)).toBe(true);
});
