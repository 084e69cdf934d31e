import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser, findBrowserEffects } from '../src/cli/lib/find-browser.ts';
import { SITES } from './support/build-site.ts';
import { freePorts } from './support/free-ports.ts';
import type { ReaderOptions } from './support/reader-test.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

const sizes = Object.keys(SIZES) as (keyof typeof SIZES)[];

/** What any story promises on every screen, and what besides on one. */
const ON_EVERY_SCREEN = /(events|sections)\.spec\.ts$/;
const OF_ANY_STORY = /(events|jumps|keyboard|pitched|resize|section-list|sections|stages)\.spec\.ts$/;
/** What hangs on the size of the screen, or on a finger. The rest is the same on a phone, or chooses its own screens. */
const ON_A_PHONE = /(anchors|axe|events|explore|jumps|keyboard|language|resize|section-list|sections)\.spec\.ts$/;
/**
 * What is about files, servers, MapLibre or the graphics card does not know the language; specs of embeds take every
 * language in turn; what is about writing has a story of its own.
 */
const OF_ANY_LANGUAGE = new RegExp(
  `(${[
    'context-loss|embed-\\w+|exports|fallback|faults|first-load|hosting|new-story|no-webgl|offline|pitched',
    'same-picture|single-file|stage-switch|stillness|while-writing',
  ].join('|')})\\.spec\\.ts$`,
);

const testMatchOf = (siteName: string, size: string): { readonly testMatch?: RegExp } => {
  if (siteName !== 'main') return { testMatch: size === 'phone' ? ON_EVERY_SCREEN : OF_ANY_STORY };
  return size === 'phone' ? { testMatch: ON_A_PHONE } : {};
};

const executablePath = await findBrowser(findBrowserEffects);

// Read again in each worker, which must find the ports the first reading chose.
process.env['TEST_PORTS'] ??= (await freePorts(SITES.length)).join(' ');
const ports = process.env['TEST_PORTS'].split(' ').map(Number);
const addressOf = (index: number): string => `http://127.0.0.1:${ports[index]}`;

export default defineConfig<ReaderOptions>({
  testDir: join(import.meta.dirname, 'browser'),
  outputDir: join(import.meta.dirname, '.results', 'browser'),
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
  },
  projects: [
    ...SITES.flatMap((siteName, index) =>
      sizes.map((size) => ({
        name: `${siteName}-${size}`,
        ...testMatchOf(siteName, size),
        use: { ...SIZES[size], siteName, baseURL: addressOf(index) },
      })),
    ),
    ...sizes.map((size) => ({
      name: `main-ar-${size}`,
      testIgnore: OF_ANY_LANGUAGE,
      ...testMatchOf('main', size),
      use: { ...SIZES[size], siteName: 'main' as const, language: 'ar', baseURL: addressOf(SITES.indexOf('main')) },
    })),
  ],
  webServer: SITES.map((siteName, index) => ({
    command: `"${process.execPath}" tests/support/serve-site.ts ${siteName} ${ports[index]}`,
    cwd: ROOT,
    url: `${addressOf(index)}/`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  })),
});
