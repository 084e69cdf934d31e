import assert from 'node:assert/strict';
import { test } from 'node:test';
import budgets from '../perf/budgets.json' with { type: 'json' };
import { type BuiltFile, type BuiltPage, brotliSize, fitsInBrotli, textOf } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';

/** The library's own files: its class names stand in its code, its name in its worker's. */
const isMapLibre = (file: BuiltFile): boolean =>
  /maplibre-gl-worker/.test(file.path) || textOf(file).includes('maplibregl-canvas-container');

/**
 * Scrollama and what D3 does for the camera have a chunk of their own, what D3 and TopoJSON do for marks comes with those:
 * see `CHUNKS` in src/site/vite-settings.ts. The bundler's runtime is there for Scrollama, which is no module.
 */
const isLibraries = ({ path }: BuiltFile): boolean => /\/(libraries|rolldown-runtime)\.[\w-]+\.js$/.test(path);

/** Nearly all of it is Workbox. It runs beside the page, once that has come to rest. */
const isWorker = ({ path }: BuiltFile): boolean => path.endsWith('/service-worker.js');

const STYLES = /<style>[\s\S]*?<\/style>/g;

/** A page's styles stand in the page and have a budget of their own. */
const withoutStyles = ({ path, html }: BuiltPage): BuiltFile => ({
  path,
  content: Buffer.from(html.replaceAll(STYLES, '')),
});

const stylesOf = ({ path, html }: BuiltPage): BuiltFile => ({
  path,
  content: Buffer.from((html.match(STYLES) ?? []).join('\n')),
});

/** The loader is no script of ours to a reader of the story: it has a test and a budget of its own. */
const isLoader = ({ path }: BuiltFile): boolean => path === 'embed.js';

/** What a frame on somebody else’s page needs besides the reader. */
const isForFrames = (file: BuiltFile): boolean => textOf(file).includes('pymxPYMx');

/** Fetched by pages of stories that have pictures, film or sound. */
const isForMedia = ({ path }: BuiltFile): boolean => /\/(story-media|picture-dialog)\.[\w-]+\.js$/.test(path);

/** Fetched by pages of stories that lay pictures or relief over their maps. */
const isForGrounds = ({ path }: BuiltFile): boolean => /\/ground-layer\.[\w-]+\.js$/.test(path);

/** Fetched by pages of stories that have charts from tables. */
const isForKinds = ({ path }: BuiltFile): boolean => /\/(drawn|placed)-kinds(-worker)?\.[\w-]+\.js$/.test(path);

/** Kinds of a story's own, and what they come with: as large as their authors make them. */
const isOfStories = ({ path }: BuiltFile): boolean => /\/own-(kinds|drawn|placed|worker)[.-]/.test(path);

/** Fetched for readers who ask for more contrast. */
const isForContrast = ({ path }: BuiltFile): boolean => /\/contrast\.[\w-]+\.js$/.test(path);

/** Fetched by pages of stories whose map shows more than the basemap. */
const isForMapSources = ({ path }: BuiltFile): boolean => /\/(map-sources|read-source)\.[\w-]+\.js$/.test(path);

/** Fetched with MapLibre where half circles or spikes stand on the map. */
const isForStanding = ({ path }: BuiltFile): boolean => /\/standing-layer\.[\w-]+\.js$/.test(path);

/** Fetched by pages of stories that show data on their maps. */
const isForValues = ({ path }: BuiltFile): boolean => /\/value-reader\.[\w-]+\.js$/.test(path);

/** Fetched where the tables of data stand in the text. */
const isForTables = ({ path }: BuiltFile): boolean => /\/sort-tables\.[\w-]+\.js$/.test(path);

/** Fetched by every page once its map follows the reader. */
const isForMarks = ({ path }: BuiltFile): boolean =>
  /\/(story-marks|placement|placement-worker)\.[\w-]+\.js$/.test(path);

/** What a reader has to ask for: a page neither names it nor imports it at the start, nor fetches it for its marks. */
function isOnRequest(
  file: BuiltFile,
  scripts: readonly BuiltFile[],
  pages: readonly { readonly html: string }[],
): boolean {
  if (isForMarks(file)) return false;
  const name = file.path.split('/').at(-1) ?? '';
  const named = new RegExp(`(from ?|import ?|src=)"[^"]*${name}"`);
  return ![...pages.map(({ html }) => html), ...scripts.map(textOf)].some((text) => named.test(text));
}

/** Files and all they import at their start, each once. */
function withImports(files: readonly BuiltFile[], scripts: readonly BuiltFile[]): readonly BuiltFile[] {
  const found = new Set(files);
  for (const file of found) {
    const names = [...textOf(file).matchAll(/(?:from|import) ?"\.\/([^"]+)"/g)].map(([, name]) => name);
    for (const script of scripts) if (names.includes(script.path.split('/').at(-1))) found.add(script);
  }
  return [...found];
}

/** Whether a page has pictures, film or sound in its text; a list of stories, and a card, show no more than a picture. */
const hasMedia = ({ html }: { readonly html: string }): boolean =>
  /_media\/[\w-]+\/(?!ground\/)/.test(html) && !html.includes('<main class="landing"');

/** Fails with the files by size, so that the one that grew is the first to be seen. */
function assertWithin(budget: number, files: readonly BuiltFile[], sizeOf: (file: BuiltFile) => number): void {
  if (sizeOf === brotliSize && fitsInBrotli(budget, files)) return;
  const sizes = files.map((file) => ({ path: file.path, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const list = sizes.map(({ path, bytes }) => `  ${String(bytes).padStart(8)} ${path}`).join('\n');
  assert.ok(total <= budget, `${total} bytes, ${total - budget} more than the ${budget} of the budget:\n${list}`);
}

forEachSite((site) => {
  const ending = (pattern: RegExp): readonly BuiltFile[] => site.files.filter(({ path }) => pattern.test(path));

  test('each page, its static maps included, is light', () => {
    for (const page of site.pages) assertWithin(budgets.htmlBrotliBytes, [withoutStyles(page)], brotliSize);
  });

  test('the styles of each page are light', () => {
    for (const page of site.pages) {
      const styles = stylesOf(page);
      assert.ok(styles.content.length > 1000, `${page.path} has styles`);
      const withMedia = page.html.includes('data-ground-credit')
        ? budgets.cssWithMediaAndGroundBrotliBytes
        : budgets.cssWithMediaBrotliBytes;
      const budget = hasMedia(page) ? withMedia : budgets.cssBrotliBytes;
      assertWithin(budget, [styles, ...ending(/\.css$/)], brotliSize);
    }
  });

  test('no page has more elements than a phone lays out at once', () => {
    for (const { path, document } of site.pages) {
      const count = document.querySelectorAll('*').length;
      assert.ok(count > 10, `${path} was read`);
      assert.ok(count <= budgets.domElements, `${path} has ${count} elements, ${budgets.domElements} is the budget`);
    }
  });

  test('a whole story is light, with MapLibre and without', () => {
    const scripts = ending(/^_astro\/.*\.m?js$/);
    const maplibre = scripts.filter(isMapLibre);
    assert.equal(maplibre.length, 2, 'MapLibre and its worker were found');
    const told = site.pages.filter(({ story }) => story !== null);
    assert.ok(told.length > 0);
    for (const { path, html, story } of told) {
      const page = { path, content: Buffer.from(html) };
      const started = scripts.filter((file) => html.includes(file.path.split('/').at(-1) ?? '–'));
      // What places and draws marks, in the page and in its worker.
      const marks = scripts.filter((file) => /\/(d3|marks|story-marks|placement)[.-]/.test(file.path));
      assert.ok(marks.length > 1, 'the scripts of the marks were found');
      const named = [...started, ...marks];
      const basemap = ending(/\.topo\.json$/).filter((file) => file.path.includes(`/${story?.basemap}.`));
      assert.ok(started.length > 1 && basemap.length === 1, `${path} names its scripts and its basemap`);
      assertWithin(budgets.scriptBeforeMapBrotliBytes, started, brotliSize);
      // Streets and houses are drawn into the pictures of the text.
      const pictures = story?.mapSources ? budgets.detailPicturesBrotliBytes : 0;
      assertWithin(budgets.storyBrotliBytes + pictures, [page, ...named, ...basemap], brotliSize);
      assertWithin(
        budgets.storyWithMapLibreBrotliBytes + pictures,
        [page, ...named, ...basemap, ...maplibre],
        brotliSize,
      );
    }
  });

  test('few files are asked for until the map follows its reader', () => {
    const told = site.pages.filter(({ story }) => story !== null);
    assert.ok(told.length > 0);
    for (const { path, html, document } of told) {
      const modules = document.querySelectorAll('script[src], link[rel="modulepreload"]');
      const addresses = new Set(
        [...modules].map((element) => element.getAttributeValue('src') ?? element.getAttributeValue('href')),
      );
      const fonts = ending(/\.woff2$/).filter((font) => html.includes(font.path));
      const files = [path, ...addresses, ...fonts.map((font) => font.path), 'the basemap', 'the icon'];
      assert.ok(addresses.size > 1, `${path} names its modules`);
      assert.ok(files.length <= budgets.requestsBeforeMap, `${files.length} requests:\n${files.join('\n')}`);
    }
  });

  test('our own scripts, without MapLibre and the other libraries, are light', () => {
    const scripts = ending(/\.m?js$/);
    const isExtra = [
      isForMedia,
      isForMapSources,
      isForStanding,
      isForKinds,
      isForGrounds,
      isForValues,
      isForTables,
      isForContrast,
      isOfStories,
    ];
    const isOther = [isMapLibre, isLibraries, isLoader, isForFrames, isWorker, ...isExtra];
    const own = scripts.filter((file) => !isOther.some((is) => is(file)));
    const asked = own.filter((file) => isOnRequest(file, scripts, site.pages));
    const started = own.filter((file) => !asked.includes(file));
    assert.ok(started.length > 0 && own.length < scripts.length, 'own scripts and MapLibre were told apart');
    assert.ok(asked.length > 0, 'what is fetched on request was found');
    assertWithin(budgets.ownScriptBrotliBytes, started, brotliSize);
    assertWithin(budgets.scriptOnRequestBrotliBytes, asked, brotliSize);
    assertWithin(budgets.contrastScriptBrotliBytes, scripts.filter(isForContrast), brotliSize);
  });

  test('the page reads no script that only its placement worker runs', () => {
    const scripts = ending(/^_astro\/.*\.js$/);
    const drawing = scripts.filter(({ path }) => /\/story-marks\./.test(path));
    const worker = scripts.filter(({ path }) => /\/placement-worker\./.test(path));
    assert.equal(drawing.length, 1, 'what draws marks was found');
    assert.equal(worker.length, 1, 'the worker was found');
    const [page, placing] = [drawing, worker].map((files) => new Set(withImports(files, scripts)));
    const both = [...(placing ?? [])].filter((file) => page?.has(file));
    assertWithin(budgets.pageThreadScriptBrotliBytes, [...(page ?? [])], brotliSize);
    const alone = [...(placing ?? [])].filter((file) => !both.includes(file));
    const weight = alone.reduce((sum, file) => sum + brotliSize(file), 0);
    assert.ok(
      both.length > 0 && weight > budgets.pageThreadScriptBrotliBytes / 5,
      `${weight} bytes are the worker's own`,
    );
  });

  test('what charts from tables take is light, most of it in the worker, and kept by stories that have them alone', () => {
    const scripts = ending(/\.m?js$/).filter(isForKinds);
    const drawn = scripts.filter(({ path }) => path.includes('/drawn-kinds'));
    assert.equal(drawn.length, 1, 'what draws them was found');
    assertWithin(budgets.kindsScriptBrotliBytes, scripts, brotliSize);
    assertWithin(budgets.drawnKindsScriptBrotliBytes, drawn, brotliSize);
    const workers = ending(/\/service-worker\.js$/);
    assert.ok(workers.length > 0);
    for (const worker of workers) {
      const page = site.pages.find(({ path }) => path === worker.path.replace('service-worker.js', 'index.html'));
      assert.equal(textOf(worker).includes('drawn-kinds'), page?.html.includes('data-kinds') ?? false, worker.path);
    }
  });

  test('what pictures, film and sound take is light, and only stories that have them carry their styles', () => {
    const scripts = ending(/\.m?js$/).filter(isForMedia);
    assert.equal(scripts.length, 2, 'the scripts of media were found');
    assertWithin(budgets.mediaScriptBrotliBytes, scripts, brotliSize);
    const storyOf = (path: string): string => path.split('/').slice(0, 2).join('/');
    const withMedia = new Set(site.pages.filter(hasMedia).map(({ path }) => storyOf(path)));
    for (const { path, html } of site.pages) {
      const isPlain = /\/(card|s)\//.test(path);
      assert.equal(/\.backdrop-credit|\.gallery/.test(html), withMedia.has(storyOf(path)) && !isPlain, path);
      assert.equal(html.includes('media-src'), /<(video|audio)\b/.test(html), path);
    }
  });

  test('what lays pictures over the map is light, and only pages that have them carry their styles', () => {
    const scripts = ending(/\.m?js$/).filter(isForGrounds);
    assert.equal(scripts.length, 1, 'the script of grounds was found');
    assertWithin(budgets.groundScriptBrotliBytes, scripts, brotliSize);
    for (const { path, html } of site.pages)
      assert.equal(html.includes('.ground-map'), html.includes('data-ground-credit'), path);
  });

  test('what shows more than the basemap is light', () => {
    const scripts = ending(/\.m?js$/).filter(isForMapSources);
    assert.equal(scripts.length, 2, 'the scripts of map sources were found');
    assertWithin(budgets.mapSourcesScriptBrotliBytes, scripts, brotliSize);
    const standing = ending(/\.m?js$/).filter(isForStanding);
    assert.equal(standing.length, 1, 'the script of half circles and spikes was found');
    assertWithin(budgets.standingScriptBrotliBytes, standing, brotliSize);
  });

  test('what sorts tables is light', () => {
    const scripts = ending(/\.m?js$/).filter(isForTables);
    assert.equal(scripts.length, 1, 'the script of tables was found');
    assertWithin(budgets.tablesScriptBrotliBytes, scripts, brotliSize);
  });

  test('what tells the values of data is light, and only pages of stories with data carry its styles', () => {
    const scripts = ending(/\.m?js$/).filter(isForValues);
    assert.equal(scripts.length, 1, 'the script of values was found');
    assertWithin(budgets.valuesScriptBrotliBytes, scripts, brotliSize);
    for (const { path, html, story } of site.pages) {
      const hasData = story?.mapSources?.some(({ type }) => type === 'data') ?? false;
      assert.equal(html.includes('.value-card'), hasData, path);
    }
  });

  test('a picture waits behind a few bytes, with its size known, and comes when it is near', () => {
    for (const { path, document } of site.pages) {
      for (const image of document.querySelectorAll('picture img')) {
        const value = (name: string): string => image.getAttributeValue(name) ?? '';
        assert.ok(Number(value('width')) > 0 && Number(value('height')) > 0, `${path}: ${value('src')} has a size`);
        const isFirst = value('fetchpriority') === 'high';
        assert.ok(isFirst || value('loading') === 'lazy', `${path}: ${value('src')} is lazy`);
        const [, placeholder = ''] = /url\((data:[^)]*)\)/.exec(value('style')) ?? [];
        assert.ok(placeholder.length <= budgets.mediaPlaceholderBytes, `${path}: ${placeholder.length} bytes`);
      }
    }
  });

  test('what keeps a story on the device is light', () => {
    const workers = ending(/\.js$/).filter(isWorker);
    assert.ok(workers.length > 0);
    for (const worker of workers) {
      // Each file that is kept is held to its digest, which nothing makes shorter: what a story shows it also lists.
      const media = textOf(worker).match(/_(media|map)\/|\/own-/g)?.length ?? 0;
      const budget = budgets.serviceWorkerBrotliBytes + media * budgets.serviceWorkerMediumBrotliBytes;
      assertWithin(budget, [worker], brotliSize);
    }
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
