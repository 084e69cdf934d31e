import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { FilmPage } from '../../src/cli/film/film-page.ts';
import { CLOSING } from '../../src/cli/film/film-plan.ts';
import { safeBox } from '../../src/cli/film/film-size.ts';
import { closingText, placedTexts, planOf, readFilmStory } from '../../src/cli/film/film-story.ts';
import { makeFilm } from '../../src/cli/film/make-film.ts';
import { parseFilm } from '../../src/cli/film/options.ts';
import { FILM_STYLE, filmCards } from '../../src/cli/film/text/film-cards.ts';
import { decodeFilm } from '../support/decode-film.ts';
import { expect, test } from '../support/reader-test.ts';
import { siteRoot } from '../support/sites.ts';

/** What compression may do to a pixel, and to how many. */
const COLOUR_CHANGE = 0.2;
const MAX_CHANGED = 0.02;

test('a film of two sections is what the page shows at the same progress, frame by frame, and every time the same', async ({
  browser,
  baseURL,
  page,
  siteName,
  told,
}, { outputDir }) => {
  const html = await readFile(join(siteRoot(siteName), 'dist', told.url, 'index.html'), 'utf8');
  const film = readFilmStory(html);
  const chosen = film.story.sections.slice(0, 2).map(({ id }) => id);
  const args = [
    told.story.slug,
    '--size',
    '360x640',
    '--fps',
    '5',
    '--sections',
    chosen.join(),
    '--address',
    'example.org',
  ];
  const options = parseFilm(args);
  if (!options) throw new Error('No options');
  const plan = planOf(film, options);
  const frames = plan.flatMap((segment) => segment.frames);
  const origin = baseURL ?? '';
  const url = new URL(told.url, origin).href;
  const making = { browser, origin, url, html, film, plan, options, cache: outputDir, print: () => undefined };
  const made = await makeFilm(making);

  const wanted = [0, 20, 26, 30, 40, frames.length - 1];
  await page.goto(new URL('robots.txt', origin).href);
  const decoded = await decodeFilm(page, new Uint8Array(made.bytes), wanted);
  expect([decoded.width, decoded.height, decoded.frameCount]).toEqual([360, 640, frames.length]);
  expect(decoded.seconds).toBeCloseTo(frames.length / 5, 2);

  const cards = filmCards(placedTexts(film, options.size), closingText(film, options.size, 'example.org'));
  const own = await FilmPage.open(browser, { url, size: options.size, theme: 'light', cards, style: FILM_STYLE });
  const again = await FilmPage.open(browser, { url, size: options.size, theme: 'light', cards, style: FILM_STYLE });
  for (const [at, index] of wanted.entries()) {
    const frame = frames[index];
    if (!frame) throw new Error(`No frame ${index}`);
    const taken = await own.take(frame);
    expect(await again.take(frame), `frame ${index} is the same each time`).toBe(taken);
    const [shown, kept] = [Buffer.from(taken, 'base64'), decoded.pictures[at] ?? Buffer.alloc(0)].map((png) =>
      PNG.sync.read(png),
    );
    if (!shown || !kept) throw new Error('No picture');
    const { width, height } = shown;
    const changed = pixelmatch(shown.data, kept.data, null, width, height, { threshold: COLOUR_CHANGE });
    expect(changed / (width * height), `frame ${index}`).toBeLessThan(MAX_CHANGED);
  }
  await own.close();
  await again.close();

  const said: string[] = [];
  const second = await makeFilm({ ...making, print: (line) => said.push(line) });
  const kept = await decodeFilm(page, new Uint8Array(second.bytes), []);
  expect(kept.frames).toEqual(decoded.frames);
  expect(said, 'pieces that are done are not made again').toEqual([]);
});

test('every section has its words in a film, inside what no app covers, and the film ends with sources and address', async ({
  browser,
  baseURL,
  siteName,
  told,
}) => {
  const html = await readFile(join(siteRoot(siteName), 'dist', told.url, 'index.html'), 'utf8');
  const film = readFilmStory(html);
  for (const asked of ['1080x1920', '1920x1080', '1080x1080']) {
    const options = parseFilm([told.story.slug, '--size', asked]);
    if (!options) throw new Error('No options');
    const { size } = options;
    const texts = placedTexts(film, size);
    expect(texts.map(({ text }) => text.id)).toEqual(film.story.sections.map(({ id }) => id));
    const cards = filmCards(texts, closingText(film, size, 'example.org/story'));
    const url = new URL(told.url, baseURL).href;
    const own = await FilmPage.open(browser, { url, size, theme: 'light', cards, style: FILM_STYLE });
    const filmPage = browser.contexts().at(-1)?.pages()[0];
    const boxes = await filmPage?.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.film-card')].map((card) => {
        const words = [...card.querySelectorAll('p, h2')].map((line) => line.getBoundingClientRect());
        const edge = (side: 'left' | 'top', pick: typeof Math.min) => pick(...words.map((box) => box[side]));
        return {
          id: card.dataset['card'] ?? '',
          text: card.textContent,
          left: edge('left', Math.min),
          top: edge('top', Math.min),
          right: Math.max(...words.map(({ right }) => right)),
          bottom: Math.max(...words.map(({ bottom }) => bottom)),
        };
      }),
    );
    await own.close();
    const safe = safeBox(size);
    expect(boxes?.map(({ id }) => id)).toEqual([...film.story.sections.map(({ id }) => id), CLOSING]);
    for (const { id, text, left, top, right, bottom } of boxes ?? []) {
      const section = film.texts.find((one) => one.id === id);
      if (section?.isTitleShown) expect(text).toContain(section.title);
      const placed = texts.find((one) => one.text.id === id);
      const hasMap = film.story.sections.find((one) => one.id === id)?.layers.emphasis.map !== 0;
      if (placed?.layout === 'over' && size.page.width < 700) {
        expect(text?.includes(film.credits), `${id} has credits where it has a map`).toBe(hasMap);
      }
      expect(left, `${asked} ${id}`).toBeGreaterThanOrEqual(safe.left - 1);
      expect(top, `${asked} ${id}`).toBeGreaterThanOrEqual(safe.top - 1);
      expect(right, `${asked} ${id}`).toBeLessThanOrEqual(safe.right + 1);
      expect(bottom, `${asked} ${id}`).toBeLessThanOrEqual(safe.bottom + 1);
    }
    const closing = boxes?.find(({ id }) => id === CLOSING)?.text ?? '';
    for (const words of [film.story.title, film.credits, 'example.org/story']) expect(closing).toContain(words);
  }
});
