import type { Browser, Page } from 'playwright';
import { holdProgress, openAtRest } from '../lib/story-at-rest.ts';
import { COMPOSE_SVG, type ComposedSvg } from './compose-svg.ts';
import { embedFonts, fetchFaces } from './embed-fonts.ts';
import type { StillOptions } from './options.ts';
import { outlineTexts } from './outline-svg.ts';

/** The map alone, without what a page has around it. */
const STYLE = `
main, .end-matter, .bar, .rail, .skip-link, .settings, .notice, .scrim, .stage-edge, .ground-divider b, story-map > dialog { visibility: hidden !important; }
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

/** Runs in the page: the map in the colours the page's style sheets have for paper, whatever the section's mood. */
function wearPrint(): void {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const ofPaper = rules.flatMap((rule) =>
    rule instanceof CSSMediaRule && rule.media.mediaText === 'print' ? [...rule.cssRules] : [],
  );
  const ofRoot = rules.filter((rule) => rule instanceof CSSStyleRule && rule.selectorText === ':root');
  const colors = [...ofRoot, ...ofPaper].flatMap((rule) => {
    if (!(rule instanceof CSSStyleRule)) return [];
    const names = [...rule.style].filter((name) => name.startsWith('--map-'));
    return names.map((name) => `${name}: ${rule.style.getPropertyValue(name)} !important;`);
  });
  const style = document.createElement('style');
  style.textContent = `.stage.stage { ${colors.join(' ')} }`;
  document.head.append(style);
}

/**
 * A story's page at rest, of which the map alone is seen.
 * @param built the page's HTML
 * @param isBitmap the map may be painted; else it stays shapes
 */
export async function openFigure(
  browser: Browser,
  url: string,
  built: string,
  { width, height, scale, theme }: Pick<StillOptions, 'width' | 'height' | 'scale' | 'theme'>,
  isBitmap: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: Math.round(width / scale), height: Math.round(height / scale) },
    deviceScaleFactor: isBitmap ? scale : 1,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    bypassCSP: true,
  });
  const page = await context.newPage();
  // What is painted has the colours of screens.
  if (!isBitmap || theme === 'print') await page.addInitScript(withoutBitmaps);
  const html = built.replace('<div class="stage', '<div data-figure class="stage');
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await openAtRest(page, url);
  await page.addStyleTag({ content: STYLE });
  if (theme === 'print') await page.evaluate(wearPrint);
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
  const page = await openFigure(browser, url, html, options, options.format === 'png');
  try {
    await page.evaluate(holdProgress, progress);
    if (options.format === 'png') return await page.screenshot();
    const composed = await page.evaluate<ComposedSvg>(COMPOSE_SVG);
    const faces = await fetchFaces(page, composed);
    const written = embedFonts(composed, faces);
    const svg = options.text === 'outlines' ? await outlineTexts(browser, written, faces) : written;
    return options.format === 'svg' ? Buffer.from(svg) : await drawPdf(browser, svg, options);
  } finally {
    await page.context().close();
  }
}
