import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { extractText } from 'unpdf';
import { openCards } from '../../src/cli/cards/card-page.ts';
import { parseCards } from '../../src/cli/cards/options.ts';
import { parseStill } from '../../src/cli/still/options.ts';
import { takeStill } from '../../src/cli/still/still-page.ts';
import { buildTimeline } from '../../src/story/timeline.ts';
import { expect, test } from '../support/reader-test.ts';
import { siteRoot } from '../support/sites.ts';

/** How browsers draw the edge of a letter differs by its size; nothing else may. */
const MAX_CHANGED = 0.004;

test('a still is the same picture as PNG and as SVG that needs nothing, and its words are words in SVG and PDF', async ({
  browser,
  baseURL,
  page,
  siteName,
  told,
}) => {
  const { story, url } = told;
  const named = story.sections.find(({ annotations }) => annotations.some(({ kind }) => kind === 'callout'));
  if (!named) throw new Error('The story has no section with a callout.');
  const progress = (named.index + 0.5) / buildTimeline(story).count;
  const html = await readFile(join(siteRoot(siteName), 'dist', url, 'index.html'), 'utf8');
  const take = (format: string, ...more: readonly string[]): Promise<Uint8Array> => {
    const of = [story.slug, '--section', named.id, '--format', format, ...more];
    const args = [...of, '--size', '900x600', '--scale', '1'];
    const options = parseStill(args);
    if (!options) throw new Error('No options');
    return takeStill(browser, new URL(url, baseURL).href, html, progress, options);
  };
  const [png, svg, pdf] = [await take('png'), Buffer.from(await take('svg')).toString(), await take('pdf')];

  const foreign = svg.match(/ (?:class|style)="[^"]*"|var\([^)]*\)|<use\b|href="http[^"]*"|<script/g);
  expect(foreign, 'an SVG that needs no style sheet and no other file').toBe(null);
  await page.setViewportSize({ width: 900, height: 600 });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const [shown, drawn] = [png, await page.screenshot()].map((bytes) => PNG.sync.read(Buffer.from(bytes)));
  if (!shown || !drawn) throw new Error('No picture');
  const changed = pixelmatch(shown.data, drawn.data, null, 900, 600, { threshold: 0.25 });
  expect(changed / (900 * 600)).toBeLessThan(MAX_CHANGED);

  const texts = await page.locator('svg text').allTextContents();
  const outlined = Buffer.from(await take('svg', '--text', 'outlines')).toString();
  expect(outlined).not.toMatch(/<text|font-family|@font-face/);
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${outlined}`);
  const bare = PNG.sync.read(await page.screenshot());
  const moved = pixelmatch(drawn.data, bare.data, null, 900, 600, { threshold: 0.25 });
  expect(moved / (900 * 600), 'letters that are shapes look as they did').toBeLessThan(MAX_CHANGED);
  for (const words of texts) expect(outlined).toContain(`aria-label="${words.replaceAll('&', '&amp;')}"`);
  expect(texts.length).toBeGreaterThan(2);
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  // Letters that stand apart are read as words.
  const unspaced = (words: string): string => words.replace(/\s/g, '');
  const plain = texts.filter((one) => /^[\w ]+$/.test(one));
  expect(plain.length).toBeGreaterThan(0);
  for (const words of plain) expect(unspaced(text)).toContain(unspaced(words));

  const onPaper = Buffer.from(await take('svg', '--theme', 'print')).toString();
  const sea = /@media print\s*\{:root[^}]*--map-sea:\s*#([0-9a-f]{6})/.exec(html)?.[1] ?? '';
  const rgb = [0, 2, 4].map((at) => Number.parseInt(sea.slice(at, at + 2), 16));
  expect(onPaper).toContain(`fill="rgb(${rgb.join(', ')})"`);
  expect(svg).not.toContain(`fill="rgb(${rgb.join(', ')})"`);
});

test('a card has the section’s title, its sources and the map’s credits in it, whatever its shape', async ({
  browser,
  baseURL,
  siteName,
  told,
}) => {
  const { story, url } = told;
  const html = await readFile(join(siteRoot(siteName), 'dist', url, 'index.html'), 'utf8');
  for (const size of ['1080x1350', '1200x630']) {
    const options = parseCards([story.slug, '--size', size]);
    if (!options) throw new Error('No options');
    const cards = await openCards(browser, new URL(url, baseURL).href, html, options);
    const [first, , third] = story.sections;
    const pictures = [];
    for (const section of [first, third]) {
      if (!section) throw new Error('The story has too few sections.');
      pictures.push(await cards.paint(section.id, (section.index + 0.5) / story.sections.length));
      const shown = await cards.shown();
      expect(shown.words).toContain(section.title);
      expect(shown.words).toContain('OpenStreetMap');
      expect(shown.isWhole).toBe(true);
      const cited = new RegExp(`id="${section.id}-note-\\d+">\\d+ ([^<;]+?)[.;]`).exec(html)?.[1];
      if (cited) expect(shown.words).toContain(cited);
    }
    const [one, other] = pictures.map((bytes) => PNG.sync.read(Buffer.from(bytes)));
    expect(`${one?.width}x${one?.height}`).toBe(size);
    expect(one?.data.equals(other?.data ?? Buffer.alloc(0))).toBe(false);
    await cards.close();
  }
});
