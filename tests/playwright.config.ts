import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowserEffects, findTestBrowser } from '../src/cli/lib/find-browser.ts';
import { findPrograms, OTHER_BROWSERS } from '../src/cli/lib/other-browsers.ts';
import { freePorts } from './support/free-ports.ts';
import type { ReaderOptions } from './support/reader-test.ts';
import { SITES, type SiteName } from './support/sites.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

type Specs = { readonly testMatch: RegExp | RegExp[] } | { readonly testIgnore: RegExp };

const specs = (...names: readonly string[]): RegExp => new RegExp(`/(${names.join('|')})\\.spec\\.ts$`);

/** What MapLibre and the graphics card do: drawn without one, it takes ten times longer. */
const ABOUT_WEBGL = specs(
  ...['context-loss', 'embed-worker', 'pitched', 'projection', 'same-picture', 'single-file', 'stage-switch'],
  'stillness',
);
const ABOUT_OFFLINE = specs('offline');
const ABOUT_WRITING = specs('while-writing');
const ABOUT_NEW_STORIES = specs('new-story');
/** A story of the fixture's that no screen is wide enough for. */
const ABOUT_UNWIELDY = specs('unwieldy');

/**
 * What hangs on the story, the size of the screen and the direction of the text together is held in each combination.
 * What hangs on one of them is held in one project that has it, what hangs on none in the first.
 */
const ON_EVERY_SCREEN = specs('sections');
/** Streets, pictures of the ground and kinds of a story's own, which either stage shows on the same pixels. */
const ABOUT_THE_GROUND = specs('grounds', 'own-kinds-maplibre', 'town');
/** Directions of text: where lines break, what stands beside what, which typefaces come. */
const OF_ARABIC = specs('contrast', 'no-script', 'print', 'reflow', 'sections', 'typefaces');
/** A finger, a small screen, and in Arabic: words that are short in English, and forward is to the left. */
const OF_ARABIC_ON_A_PHONE = specs(
  ...['anchors', 'axe', 'explore', 'jumps', 'keyboard', 'language', 'reading-order', 'resize', 'section-list'],
  'sections',
);
const OF_ANY_STORY = specs('events', 'new-story', 'reading-order', 'sections');
/** Of stories that the main site does not have: with pictures in it, with data on the map, in ten languages. */
const ABOUT_FIXTURES = specs('data-picture', 'data-values', 'languages', 'media', 'media-editions', 'own-kinds');
/** Of a copy on the device with films in it. */
const ABOUT_KEPT_MEDIA = specs('media-offline');
const ABOUT_WEBKIT = specs('webkit');
/** Of each site the stories that it names. */
const OF_EITHER_SITE = specs('accessibility-tree');
/** What another publisher's typefaces, colours and logo may change. */
const ABOUT_BRANDS = specs('brand');
const OF_A_BRAND = [ABOUT_BRANDS, specs('axe', 'contrast', 'typefaces')];

const executablePath = await findTestBrowser(findBrowserEffects);
const hasWebKit = findPrograms(OTHER_BROWSERS.webkit, findBrowserEffects) !== null;
const [firefox] = findPrograms(OTHER_BROWSERS.firefox, findBrowserEffects) ?? [];

// Read again in each worker, which must find the ports the first reading chose.
process.env['TEST_PORTS'] ??= (await freePorts(SITES.length)).join(' ');
const ports = process.env['TEST_PORTS'].split(' ').map(Number);
const addressOf = (siteName: SiteName): string => `http://127.0.0.1:${ports[SITES.indexOf(siteName)]}`;

const project = (siteName: SiteName, name: string, size: keyof typeof SIZES, which: Specs) => ({
  name: `${siteName}-${name}`,
  ...which,
  use: { ...SIZES[size], siteName, baseURL: addressOf(siteName) },
});

const arabic = (size: keyof typeof SIZES, testMatch: RegExp) => {
  const { name, use } = project('main', `ar-${size}`, size, { testMatch });
  return { name, testMatch, use: { ...use, language: 'ar' } };
};

const ABOUT_OTHERS = new RegExp(
  [
    ABOUT_THE_GROUND,
    ABOUT_WEBGL,
    ABOUT_OFFLINE,
    ABOUT_WRITING,
    ABOUT_NEW_STORIES,
    ABOUT_UNWIELDY,
    ABOUT_FIXTURES,
    ABOUT_KEPT_MEDIA,
    ABOUT_WEBKIT,
    ABOUT_BRANDS,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const webGl = project('main', 'webgl', 'desktop', { testMatch: ABOUT_WEBGL });
const ground = project('volcano', 'webgl', 'desktop', { testMatch: ABOUT_THE_GROUND });
const offline = project('main', 'offline', 'desktop', { testMatch: ABOUT_OFFLINE });
const dataWebGl = project('volcano', 'webgl', 'desktop', { testMatch: specs('data-picture') });
const offlineMedia = project('volcano', 'offline', 'desktop', { testMatch: ABOUT_KEPT_MEDIA });

/** Safari's engine, which its own spec drives by WebDriver. */
const webKit = project('main', 'webkit', 'desktop', { testMatch: ABOUT_WEBKIT });

/**
 * What hangs on a browser's engine, in Firefox; WebDriver BiDi, by which Debian's is driven, has no phones and no WebGL.
 * Playwright stays at 1.64 until Debian's Firefox knows `emulation.setMediaFeaturesOverride`, which 1.65 sends for each page.
 */
const inFirefox = (siteName: SiteName, which: Specs) => ({
  name: `${siteName}-firefox`,
  grep: /@engine/,
  ...which,
  use: {
    viewport: SIZES.desktop.viewport,
    siteName,
    baseURL: addressOf(siteName),
    browserName: 'firefox' as const,
    channel: 'moz-firefox',
    launchOptions: firefox ? { executablePath: firefox } : {},
    missing: firefox ? '' : OTHER_BROWSERS.firefox.name,
    serviceWorkers: 'allow' as const,
    reuseContext: false,
  },
});

export default defineConfig<ReaderOptions>({
  testDir: join(import.meta.dirname, 'browser'),
  outputDir: join(import.meta.dirname, '.results', 'browser'),
  // One file for all browsers: what is told hangs on none.
  snapshotPathTemplate: join(import.meta.dirname, 'trees', '{arg}{ext}'),
  updateSnapshots: 'none',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Two browsers that draw without a graphics card share two cores.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    launchOptions: executablePath ? { executablePath } : {},
    locale: 'en-GB',
    // What a test takes away from the page must not come from a copy.
    serviceWorkers: 'block',
    trace: 'off',
    // A window for each test takes longer than most tests: what a page has kept is taken away instead.
    reuseContext: true,
  },
  projects: [
    // One test after the other, so it begins first.
    project('main', 'writing', 'desktop', { testMatch: ABOUT_WRITING }),
    { ...webGl, use: { ...webGl.use, viewport: { width: 800, height: 600 }, webGl: true } },
    { ...ground, use: { ...ground.use, viewport: { width: 800, height: 600 }, webGl: true } },
    { ...dataWebGl, use: { ...dataWebGl.use, viewport: { width: 800, height: 600 }, webGl: true } },
    // A copy on the device outlives the page: each test has a device of its own.
    { ...offline, use: { ...offline.use, serviceWorkers: 'allow', reuseContext: false } },
    { ...offlineMedia, use: { ...offlineMedia.use, serviceWorkers: 'allow', reuseContext: false } },
    project('main', 'desktop', 'desktop', { testIgnore: ABOUT_OTHERS }),
    { ...webKit, use: { ...webKit.use, missing: hasWebKit ? '' : OTHER_BROWSERS.webkit.name } },
    inFirefox('main', { testIgnore: ABOUT_FIXTURES }),
    inFirefox('volcano', { testMatch: [ABOUT_FIXTURES, OF_EITHER_SITE] }),
    project('main', 'phone', 'phone', { testMatch: ON_EVERY_SCREEN }),
    arabic('desktop', OF_ARABIC),
    arabic('phone', OF_ARABIC_ON_A_PHONE),
    project('volcano', 'desktop', 'desktop', {
      testMatch: [
        OF_ANY_STORY,
        OF_EITHER_SITE,
        ABOUT_UNWIELDY,
        specs('data-values', 'languages', 'media', 'media-editions', 'own-kinds'),
      ],
    }),
    project('harbour', 'desktop', 'desktop', { testMatch: OF_A_BRAND }),
    project('volcano', 'phone', 'phone', { testMatch: specs('data-values', 'languages', 'media', 'sections') }),
  ],
  webServer: SITES.map((siteName, index) => ({
    command: `"${process.execPath}" tests/support/serve-site.ts ${siteName} ${ports[index]}`,
    cwd: ROOT,
    url: `${addressOf(siteName)}/`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  })),
});
