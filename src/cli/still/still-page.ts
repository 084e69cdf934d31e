import type { Browser, Page } from 'playwright';
import { holdProgress, openAtRest } from '../lib/story-at-rest.ts';
import { COMPOSE_SVG, type ComposedSvg } from './compose-svg.ts';
import { embedFonts } from './embed-fonts.ts';
import type { StillOptions } from './options.ts';

/** The map alone, without what a page has around it. */
const STYLE = `
main, .end-matter, .bar, .rail, .skip-link, .settings, .notice, .scrim, .stage-edge, story-map > dialog { visibility: hidden !important; }
html { overflow: hidden; scrollbar-width: none; }
.stage { clip-path: none !important; }
`;

/** Runs before the page: without bitmaps the map stays the drawing it is at first. */
function withoutBitmaps(): void {
  Object.defineProperty(window, 'OffscreenCanvas', { value: undefined });
  const getContext = HTMLCanvasElement.prototype.getContext;
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    value(this: HTMLCanvasElement, kind: string, ...more: []) {
      return kind === 'bitmaprenderer' ? null : getContext.call(this, kind, ...more);
    },
  });
}

async function openStill(browser: Browser, url: string, built: string, options: StillOptions): Promise<Page> {
  const { width, height, scale, theme, format } = options;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / scale), height: Math.round(height / scale) },
    deviceScaleFactor: format === 'png' ? scale : 1,
    colorScheme: theme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  if (format !== 'png') await page.addInitScript(withoutBitmaps);
  const html = built.replace('<div class="stage', '<div data-figure class="stage');
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await openAtRest(page, url);
  await page.addStyleTag({ content: STYLE });
  return page;
}

async function drawPdf(browser: Browser, svg: string, { width, height, scale }: StillOptions): Promise<Uint8Array> {
  const size = { width: `${width / scale}px`, height: `${height / scale}px` };
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>@page{size:${size.width} ${size.height};margin:0}body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({ ...size, printBackground: true, pageRanges: '1' });
  await page.context().close();
  return pdf;
}

/**
 * The map of a story at one progress.
 * @param html of the story's built page
 * @param progress 0–1 through the story
 */
export async function takeStill(
  browser: Browser,
  url: string,
  html: string,
  progress: number,
  options: StillOptions,
): Promise<Uint8Array> {
  const page = await openStill(browser, url, html, options);
  try {
    await page.evaluate(holdProgress, progress);
    if (options.format === 'png') return await page.screenshot();
    const composed = await page.evaluate<ComposedSvg>(COMPOSE_SVG);
    const svg = await embedFonts(page, composed);
    return options.format === 'svg' ? Buffer.from(svg) : await drawPdf(browser, svg, options);
  } finally {
    await page.context().close();
  }
}
