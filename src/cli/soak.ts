import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { findBrowserEffects, NO_WEBGL_FLAGS } from './lib/find-browser.ts';
import { findPrograms, OTHER_BROWSERS } from './lib/other-browsers.ts';
import { serve } from './lib/serve.ts';
import { withBrowser } from './lib/with-browser.ts';
import type { SitePage } from './shots/shot-plan.ts';
import { readSitePages } from './shots/site-pages.ts';
import { HELP, parseSoak, type SoakBrowser, type SoakCommand } from './soak/options.ts';
import { readOn, type SoakResult, type SoakRun, type SoakTarget } from './soak/read-on.ts';
import { renderResult } from './soak/render-result.ts';

export interface SoakEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** A line that the next one overwrites; dropped where nobody watches. */
  readonly progress: (line: string) => void;
  readonly now: () => number;
  /** The pages of a built site; null where there is none. */
  readonly readPages: (dist: string) => Promise<readonly (SitePage & { readonly bytes: number })[] | null>;
  /** Builds the project's own site where needed; whether it is there. */
  readonly build: () => Promise<boolean>;
  /** Serves a folder and reads a story of it. */
  readonly read: (dist: string, story: SoakStory, browser: SoakBrowser, run: SoakRun) => Promise<SoakResult>;
}

/** A story by its addresses below the site, one for each language. */
export interface SoakStory {
  readonly slug: string;
  readonly paths: readonly string[];
  readonly sections: readonly string[];
}

async function withFirefox<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const [executablePath] = findPrograms(OTHER_BROWSERS.firefox, findBrowserEffects) ?? [];
  if (!executablePath) throw new Error('No Firefox was found. On Debian: sudo apt-get install firefox-esr.');
  const { firefox } = await import('playwright');
  const browser = await firefox.launch({ executablePath, channel: 'moz-firefox' });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function readServed(dist: string, story: SoakStory, name: SoakBrowser, run: SoakRun): Promise<SoakResult> {
  const server = await serve({ root: dist, port: 4660, host: '127.0.0.1' });
  const target: SoakTarget = {
    urls: story.paths.map((path) => new URL(path.slice(1), server.url).href),
    sections: story.sections,
    isChromium: name === 'chromium',
  };
  const use = (browser: Browser): Promise<SoakResult> => readOn(browser, target, run);
  try {
    return await (name === 'chromium' ? withBrowser(NO_WEBGL_FLAGS, use) : withFirefox(use));
  } finally {
    await server.close();
  }
}

const EFFECTS: SoakEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  progress: (line) => void (process.stdout.isTTY && process.stdout.write(`\r\u001b[2K${line}`)),
  now: () => performance.now(),
  readPages: async (dist) => {
    if (!existsSync(join(dist, 'index.html'))) return null;
    const sized = async (page: SitePage) => {
      const bytes = (await readFile(join(dist, page.path, 'index.html'))).length;
      return { ...page, bytes };
    };
    return Promise.all((await readSitePages(dist)).map(sized));
  },
  build: () => buildIfNeeded(PROJECT_ROOT, buildEffects),
  read: readServed,
};

/**
 * The story asked for, or the one whose page has the most in it.
 * @throws with a sentence that says what is wrong
 */
async function chooseStory(dist: string, slug: string | null, { readPages }: SoakEffects): Promise<SoakStory> {
  const pages = await readPages(dist);
  if (!pages) throw new Error(`There is no built site in ${dist}.`);
  const told = pages.filter(({ sections }) => sections.length > 0).sort((a, b) => b.bytes - a.bytes);
  const chosen = slug ?? told[0]?.story ?? null;
  const editions = told.filter(({ story }) => story === chosen).sort((a, b) => (a.path < b.path ? -1 : 1));
  const [first] = editions;
  if (!first || chosen === null) {
    const names = [...new Set(told.map(({ story }) => story))].sort().join(', ');
    throw new Error(`No story "${slug ?? ''}" in ${dist}. There are: ${names}.`);
  }
  return { slug: chosen, paths: editions.map(({ path }) => path), sections: first.sections.map(({ id }) => id) };
}

async function soak({ minutes, seed, browser, story, site }: SoakCommand, effects: SoakEffects): Promise<number> {
  if (site === null && !(await effects.build())) return 1;
  const dist = site ?? join(PROJECT_ROOT, 'dist');
  const chosen = await chooseStory(dist, story, effects);
  effects.print(`${chosen.slug} in ${browser}, seed ${seed}, for ${minutes} minutes`);
  const end = effects.now() + minutes * 60_000;
  const left = (): number => (end - effects.now()) / 60_000;
  const result = await effects.read(dist, chosen, browser, {
    seed,
    hasTime: () => left() > 0,
    progress: (line) => effects.progress(`${line}, ${Math.max(0, left()).toFixed(1)} minutes left`),
  });
  effects.progress('');
  for (const line of renderResult(result)) effects.print(line);
  if (result.problems.length === 0) return 0;
  effects.printError(`The same again: npm run soak -- --seed ${seed} --story ${chosen.slug} --browser ${browser}`);
  return 1;
}

/** @returns the exit code */
export async function runSoak(args: readonly string[], effects: SoakEffects = EFFECTS): Promise<number> {
  try {
    const command = parseSoak(args);
    if (command) return await soak(command, effects);
    effects.print(HELP);
    return 0;
  } catch (error) {
    effects.printError(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runSoak(process.argv.slice(2));
