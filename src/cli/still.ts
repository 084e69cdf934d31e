import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { suggestName } from '../content/files/nearest.ts';
import { readBuiltFiles } from '../site/built-site.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { findStories } from '../site/edition/edition.ts';
import { textOf } from '../site/links/site-files.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { chooseEdition } from './export/options.ts';
import { readFilmStory } from './film/film-story.ts';
import { ensureBrowser, findBrowserEffects, NO_WEBGL_FLAGS } from './lib/find-browser.ts';
import { serve } from './lib/serve.ts';
import { HELP, parseStill, type StillOptions } from './still/options.ts';
import { takeStill } from './still/still-page.ts';

/** @throws with the nearest name, where the story has no such section */
export function progressOf(sections: readonly string[], { section, at }: Pick<StillOptions, 'section' | 'at'>): number {
  const index = sections.indexOf(section);
  if (index < 0) throw new Error(`There is no section "${section}". ${suggestName(section, sections)}`);
  return (index + at) / sections.length;
}

async function run(options: StillOptions): Promise<number> {
  if (!options.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return 1;
  const dist = resolve(options.site ?? join(PROJECT_ROOT, 'dist'));
  const site = await readBuiltFiles(dist);
  const { locale, story } = chooseEdition(findStories(site), options);
  const path = `${locale}/${story}/`;
  const page = `${path}index.html`;
  const film = readFilmStory(textOf(site, page));
  const progress = progressOf(
    film.story.sections.map(({ id }) => id),
    options,
  );
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser(findBrowserEffects);
  const browser = await chromium.launch({ executablePath, args: [...NO_WEBGL_FLAGS] });
  const server = await serve({ root: dist, port: 4720, host: '127.0.0.1' });
  try {
    const bytes = await takeStill(browser, new URL(path, server.url).href, join(dist, page), progress, options);
    const out = resolve(options.out ?? `${story}-${options.section}.${options.format}`);
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, bytes);
    console.log(`Wrote ${out} (${(bytes.length / 1000).toFixed(0)} kB).`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

async function main(): Promise<number> {
  const options = parseStill(process.argv.slice(2));
  if (options) return await run(options);
  console.log(HELP);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
}
