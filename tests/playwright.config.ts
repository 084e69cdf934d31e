import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { CHROMIUM_FLAGS, findBrowser, findBrowserEffects } from '../src/cli/find-browser.ts';
import { SITES } from './support/build-site.ts';
import type { ReaderOptions } from './support/reader-test.ts';

const ROOT = join(import.meta.dirname, '..');
const FIRST_PORT = 4391;
const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

/** What a story promises on every screen; the other specs hold the program, so one screen and story is enough. */
const ON_EVERY_SCREEN = /(anchors|events|jumps|resize|section-list|sections|stillness)\.spec\.ts$/;

const executablePath = await findBrowser(findBrowserEffects);

const portOf = (index: number): number => FIRST_PORT + index;

export default defineConfig<ReaderOptions>({
  testDir: join(import.meta.dirname, 'browser'),
  outputDir: join(import.meta.dirname, '.results', 'browser'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: 'list',
  use: {
    launchOptions: {
      args: [...CHROMIUM_FLAGS],
      ...(executablePath ? { executablePath } : {}),
    },
    locale: 'en-GB',
    trace: 'off',
  },
  projects: SITES.flatMap((siteName, index) =>
    (Object.keys(SIZES) as (keyof typeof SIZES)[]).map((size) => ({
      name: `${siteName}-${size}`,
      ...(siteName === 'main' && size === 'desktop' ? {} : { testMatch: ON_EVERY_SCREEN }),
      use: { ...SIZES[size], siteName, baseURL: `http://127.0.0.1:${portOf(index)}` },
    })),
  ),
  webServer: SITES.map((siteName, index) => ({
    command: `"${process.execPath}" tests/support/serve-site.ts ${siteName} ${portOf(index)}`,
    cwd: ROOT,
    url: `http://127.0.0.1:${portOf(index)}/`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  })),
});
