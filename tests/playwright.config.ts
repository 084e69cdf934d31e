import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser, findBrowserEffects } from '../src/cli/find-browser.ts';
import { SITES } from './support/build-site.ts';
import { freePorts } from './support/free-ports.ts';
import type { ReaderOptions } from './support/reader-test.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

/** What a story promises on every screen. */
const ON_EVERY_SCREEN = /(events|sections)\.spec\.ts$/;
/** What the program promises, held on our own story. */
const ON_OUR_STORY =
  /(anchors|events|jumps|live-feedback|new-story|projection|resize|section-list|sections|stillness)\.spec\.ts$/;
/** `EDITIONS=1` adds the specs of the other editions: they are slow without a graphics card. */
const withEditions = process.env['EDITIONS'] === '1';

/** Sites of their own, seen once. */
const ON_ONE_SCREEN = /(live-feedback|new-story)\.spec\.ts$/;

const testMatchOf = (siteName: string, size: string): { readonly testMatch?: RegExp; readonly testIgnore?: RegExp } => {
  if (siteName !== 'main') return { testMatch: ON_EVERY_SCREEN };
  if (size === 'phone') return { testMatch: ON_OUR_STORY, testIgnore: ON_ONE_SCREEN };
  return withEditions ? {} : { testMatch: ON_OUR_STORY };
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
    trace: 'off',
  },
  projects: SITES.flatMap((siteName, index) =>
    (Object.keys(SIZES) as (keyof typeof SIZES)[]).map((size) => ({
      name: `${siteName}-${size}`,
      ...testMatchOf(siteName, size),
      use: { ...SIZES[size], siteName, baseURL: addressOf(index) },
    })),
  ),
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
