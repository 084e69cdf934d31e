import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PROJECT_ROOT } from '../../site/content/project-root.ts';
import { type ProcessResult, runProcess } from './run-process.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe'];
/** Chromium's engine without windows, menus and pages of its own, which nobody sees in a test. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export interface FindBrowserEffects {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Where Playwright keeps, or would keep, a browser of its own. */
  readonly playwrightPath: () => Promise<string>;
  readonly run: (file: string, args: readonly string[]) => Promise<ProcessResult>;
  readonly isRoot: boolean;
  readonly print: (line: string) => void;
}

/** How Chromium keeps quiet, on a machine without a graphics card too. */
const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The shell alone takes it: letters have the widths that they have in windows, not those of whole pixels.
  '--font-render-hinting=none',
];

/** Chromium that draws WebGL by software, and pages as without: by way of WebGL they take several times longer. */
export const WEBGL_FLAGS: readonly string[] = [
  ...QUIET_FLAGS,
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-rasterization',
];

/** Chromium that has no WebGL. */
export const NO_WEBGL_FLAGS: readonly string[] = [
  ...QUIET_FLAGS,
  '--disable-gpu',
  '--disable-webgl',
  '--disable-webgl2',
];

const ADVICE = `No Chromium or Chrome was found, and none could be installed. Do one of these, then try again:
  - install Chromium or Chrome (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask google-chrome)
  - set CHROME_PATH to the browser's program file
  - npx playwright install chromium (needs cdn.playwright.dev)`;

function findOnPath(
  names: readonly string[],
  { env, exists }: Pick<FindBrowserEffects, 'env' | 'exists'>,
): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(exists);
}

/** A browser that is already here, or null. CHROME_PATH that names no file is an error, not something to pass over. */
export async function findBrowser(effects: FindBrowserEffects): Promise<string | null> {
  const chosen = effects.env['CHROME_PATH'];
  if (chosen) {
    if (effects.exists(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, where there is no file.`);
  }
  const own = await effects.playwrightPath();
  const elsewhere = [...FIXED_PLACES, own].find((path) => path !== '' && effects.exists(path));
  return findOnPath(NAMES, effects) ?? elsewhere ?? null;
}

/** The browser for tests that is already here: the shell where there is one, which takes a fifth less work; or null. */
export async function findTestBrowser(effects: FindBrowserEffects): Promise<string | null> {
  const shell = effects.env['CHROME_PATH'] ? undefined : findOnPath(SHELL_NAMES, effects);
  return shell ?? (await findBrowser(effects));
}

const mayInstall = ({ isRoot, exists }: FindBrowserEffects): boolean => isRoot && exists('/usr/bin/apt-get');

async function installFromDebian(name: string, { run }: FindBrowserEffects): Promise<void> {
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

/**
 * Finds a browser, installing one where there is none.
 * @throws with what to install, when nothing helped
 */
export async function ensureBrowser(effects: FindBrowserEffects): Promise<string> {
  const found = await findBrowser(effects);
  if (found) return found;
  effects.print('No browser here yet; asking Playwright for one…');
  await effects.run(process.execPath, [
    join(PROJECT_ROOT, 'node_modules', 'playwright', 'cli.js'),
    'install',
    'chromium',
  ]);
  const downloaded = await findBrowser(effects);
  if (downloaded) return downloaded;
  if (mayInstall(effects)) {
    effects.print('Playwright could not; asking Debian…');
    await installFromDebian('chromium', effects);
  }
  const installed = await findBrowser(effects);
  if (installed) return installed;
  throw new Error(ADVICE);
}

/**
 * Finds the browser for tests, and gets the shell where that can be done without asking: as root on Debian.
 * @throws with what to install, when there is no Chromium at all and nothing helped
 */
export async function ensureTestBrowser(effects: FindBrowserEffects): Promise<string> {
  const isChosen = Boolean(effects.env['CHROME_PATH']);
  if (!isChosen && !findOnPath(SHELL_NAMES, effects) && mayInstall(effects)) {
    effects.print('No Chromium without windows here yet; asking Debian…');
    await installFromDebian('chromium-headless-shell', effects);
  }
  return (await findTestBrowser(effects)) ?? ensureBrowser(effects);
}

export const findBrowserEffects: FindBrowserEffects = {
  env: process.env,
  exists: existsSync,
  playwrightPath: async () => {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  },
  run: (file, args) => runProcess(file, args, { cwd: PROJECT_ROOT, env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  isRoot: process.getuid?.() === 0,
  print: (line) => console.log(line),
};

if (import.meta.main) console.log(await ensureBrowser(findBrowserEffects));
