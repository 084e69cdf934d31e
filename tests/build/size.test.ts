import assert from 'node:assert/strict';
import { test } from 'node:test';
import budgets from '../perf/budgets.json' with { type: 'json' };
import { type BuiltFile, brotliSize, textOf } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';

/** The library's own files: its class names stand in its code, its name in its worker's. */
const isMapLibre = (file: BuiltFile): boolean =>
  /maplibre-gl-worker/.test(file.path) || textOf(file).includes('maplibregl-canvas-container');

/**
 * D3, Scrollama and TopoJSON have a chunk of their own: see `codeSplitting` in astro.config.mjs. The bundler's runtime is
 * there for Scrollama, which is no module.
 */
const isLibraries = ({ path }: BuiltFile): boolean => /\/(libraries|rolldown-runtime)\.[\w-]+\.js$/.test(path);

/** The loader is no script of ours to a reader of the story: it has a test and a budget of its own. */
const isLoader = ({ path }: BuiltFile): boolean => path === 'embed.js';

/** What a frame on somebody else’s page needs besides the reader. */
const isForFrames = (file: BuiltFile): boolean => textOf(file).includes('pymxPYMx');

/** What a reader has to ask for: a page neither names it nor imports it at the start. */
function isOnRequest(
  file: BuiltFile,
  scripts: readonly BuiltFile[],
  pages: readonly { readonly html: string }[],
): boolean {
  const name = file.path.split('/').at(-1) ?? '';
  const named = new RegExp(`(from ?|import ?|src=)"[^"]*${name}"`);
  return ![...pages.map(({ html }) => html), ...scripts.map(textOf)].some((text) => named.test(text));
}

/** Fails with the files by size, so that the one that grew is the first to be seen. */
function assertWithin(budget: number, files: readonly BuiltFile[], sizeOf: (file: BuiltFile) => number): void {
  const sizes = files.map((file) => ({ path: file.path, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const list = sizes.map(({ path, bytes }) => `  ${String(bytes).padStart(8)} ${path}`).join('\n');
  assert.ok(total <= budget, `${total} bytes, ${total - budget} more than the ${budget} of the budget:\n${list}`);
}

forEachSite((site) => {
  const ending = (pattern: RegExp): readonly BuiltFile[] => site.files.filter(({ path }) => pattern.test(path));

  test('each page, its static maps included, is light', () => {
    for (const file of ending(/\.html$/)) assertWithin(budgets.htmlBrotliBytes, [file], brotliSize);
  });

  test('the styles are light', () => assertWithin(budgets.cssBrotliBytes, ending(/\.css$/), brotliSize));

  test('our own scripts, without MapLibre and the other libraries, are light', () => {
    const scripts = ending(/\.m?js$/);
    const own = scripts.filter((file) => ![isMapLibre, isLibraries, isLoader, isForFrames].some((is) => is(file)));
    const asked = own.filter((file) => isOnRequest(file, scripts, site.pages));
    const started = own.filter((file) => !asked.includes(file));
    assert.ok(started.length > 0 && own.length < scripts.length, 'own scripts and MapLibre were told apart');
    assert.ok(asked.length > 0, 'what is fetched on request was found');
    assertWithin(budgets.ownScriptBrotliBytes, started, brotliSize);
    assertWithin(budgets.scriptOnRequestBrotliBytes, asked, brotliSize);
  });

  test('what a frame adds to them is light', () => {
    const found = ending(/\.m?js$/).filter(isForFrames);
    assert.equal(found.length, 1, 'the script of the frame was found');
    assertWithin(budgets.frameScriptBrotliBytes, found, brotliSize);
  });

  test('each basemap is light', () => {
    const basemaps = ending(/\.topo\.json$/);
    assert.ok(basemaps.length > 0);
    for (const file of basemaps) assertWithin(budgets.basemapBrotliBytes, [file], brotliSize);
  });

  test('the typefaces of each page are light', () => {
    const fonts = ending(/\.(woff2?|ttf|otf)$/);
    for (const { html } of site.pages) {
      const named = fonts.filter(({ path }) => html.includes(path));
      assert.ok(named.length > 0, 'a page names its typefaces');
      const budget = /data-script="arab"/.test(html.slice(0, 200)) ? budgets.arabicFontBytes : budgets.fontBytes;
      assertWithin(budget, named, ({ content }) => content.length);
    }
  });
});
