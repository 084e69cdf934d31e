import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureScroll } from './bench/measure-scroll.ts';
import { renderScrollTable } from './bench/scroll-table.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { ensureBrowser, findBrowserEffects, NO_WEBGL_FLAGS } from './find-browser.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { serve } from './serve.ts';
import { SIZES, type Size } from './shots/shot-plan.ts';
import { readSitePages } from './shots/site-pages.ts';

const HELP = `npm run bench: measures what a frame costs while a story is scrolled through without WebGL

  npm run bench -- [options]
  --story <slug>      only this story
  --size <name>       ${Object.keys(SIZES).join(' or ')}; both by default
  --slowdown <times>  how much slower than this machine; 4 by default, about a phone of the middle sort
  --site <folder>     a built site; dist/ by default, which is built first where needed
  --help              this text

Main is the time a frame keeps the page's main thread, interval the time between two frames, which the drawing of pixels
takes part in: on the processor here, on the graphics card elsewhere. Figures are milliseconds, and a measurement rather
than a test: compare them with those of the same machine at rest.`;

const STEP_PX = 24;

export interface BenchCommand {
  readonly story: string | null;
  readonly sizes: readonly Size[];
  readonly slowdown: number;
  readonly site: string | null;
}

/** Reads the command line; null asks for help. */
export function parseBench(args: readonly string[]): BenchCommand | null {
  const one = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { story: one, size: one, slowdown: one, site: one, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  const sizes = (Object.keys(SIZES) as Size[]).filter((size) => !values.size || size === values.size);
  if (sizes.length === 0) throw new Error(`--size takes ${Object.keys(SIZES).join(' or ')}; found "${values.size}".`);
  const slowdown = Number(values.slowdown ?? 4);
  if (!(slowdown >= 1)) throw new Error(`--slowdown takes a number from 1; found "${values.slowdown}".`);
  return { story: values.story ?? null, sizes, slowdown, site: values.site ? resolve(values.site) : null };
}

async function bench({ story, sizes, slowdown }: BenchCommand, dist: string): Promise<void> {
  const pages = await readSitePages(dist);
  const told = pages.filter((page) => page.sections.length > 0 && (story === null || page.story === story));
  if (told.length === 0) throw new Error(`No story "${story}" in ${dist}.`);
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser(findBrowserEffects);
  const browser = await chromium.launch({ executablePath, args: [...NO_WEBGL_FLAGS] });
  const server = await serve({ root: dist, port: 4600, host: '127.0.0.1' });
  try {
    for (const { path } of told) {
      for (const size of sizes) {
        const run = { viewport: SIZES[size], slowdown, stepPx: STEP_PX };
        const frames = await measureScroll(browser, new URL(path.slice(1), server.url).href, run);
        console.log(`\n${renderScrollTable(`${path} ${size}, ${slowdown}× slower`, frames)}`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function main(): Promise<number> {
  const command = parseBench(process.argv.slice(2));
  if (!command) {
    console.log(HELP);
    return 0;
  }
  if (!command.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return 1;
  await bench(command, command.site ?? join(PROJECT_ROOT, 'dist'));
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
}
