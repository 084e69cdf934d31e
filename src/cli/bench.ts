import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderBuildTable } from './bench/build-table.ts';
import { type BuildRun, measureBuild } from './bench/measure-build.ts';
import { measureEdits } from './bench/measure-edits.ts';
import { measureScroll } from './bench/measure-scroll.ts';
import { quantile, renderScrollTable } from './bench/scroll-table.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { ensureBrowser, findBrowserEffects, NO_WEBGL_FLAGS } from './find-browser.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { serve } from './serve.ts';
import { SIZES, type Size } from './shots/shot-plan.ts';
import { readSitePages } from './shots/site-pages.ts';

const HELP = `npm run bench: measures what a frame costs while a story is scrolled through without WebGL, or how builds grow

  npm run bench -- [options]
  --story <slug>      only this story
  --size <name>       ${Object.keys(SIZES).join(' or ')}; both by default
  --slowdown <times>  how much slower than this machine; 4 by default, about a phone of the middle sort
  --site <folder>     a built site; dist/ by default, which is built first where needed
  --builds <n,n,…>    instead: how long sites of so many stories of twenty sections take to build, such as 10,50,100
  --edits             instead: how soon the page shows what was written, while npm run dev runs
  --help              this text

Main is the time a frame keeps the page's main thread, interval the time between two frames, which the drawing of pixels
takes part in: on the processor here, on the graphics card elsewhere. Figures are milliseconds, and a measurement rather
than a test: compare them with those of the same machine at rest.`;

const STEP_PX = 24;
const EDITS = 12;

export interface BenchCommand {
  readonly story: string | null;
  readonly sizes: readonly Size[];
  readonly slowdown: number;
  readonly site: string | null;
  /** Numbers of stories to build sites of, from few to many; none to measure frames. */
  readonly builds: readonly number[];
  /** Whether to measure edits instead. */
  readonly edits: boolean;
}

function parseBuilds(text: string): readonly number[] {
  const counts = text.split(',').map(Number);
  const isGood = counts.every((count, index) => Number.isInteger(count) && count > (counts[index - 1] ?? 0));
  if (!isGood) throw new Error(`--builds takes whole numbers, each larger than the one before; found "${text}".`);
  return counts;
}

/** Reads the command line; null asks for help. */
export function parseBench(args: readonly string[]): BenchCommand | null {
  const one = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { story: one, size: one, slowdown: one, site: one, builds: one, edits: flag, help: flag },
  });
  if (values.help) return null;
  const sizes = (Object.keys(SIZES) as Size[]).filter((size) => !values.size || size === values.size);
  if (sizes.length === 0) throw new Error(`--size takes ${Object.keys(SIZES).join(' or ')}; found "${values.size}".`);
  const slowdown = Number(values.slowdown ?? 4);
  if (!(slowdown >= 1)) throw new Error(`--slowdown takes a number from 1; found "${values.slowdown}".`);
  const builds = values.builds === undefined ? [] : parseBuilds(values.builds);
  const { story = null, site, edits = false } = values;
  return { story, sizes, slowdown, site: site ? resolve(site) : null, builds, edits };
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

async function benchBuilds(counts: readonly number[]): Promise<void> {
  const runs: BuildRun[] = [];
  for (const count of counts) {
    console.log(`Building a site of ${count} stories …`);
    runs.push(await measureBuild(count));
  }
  console.log(`\n${renderBuildTable(runs)}`);
}

async function benchEdits(): Promise<void> {
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser(findBrowserEffects);
  const browser = await chromium.launch({ executablePath, args: [...NO_WEBGL_FLAGS] });
  try {
    const took = await measureEdits(browser, EDITS);
    console.log(`Shown after ${quantile(took, 0.5).toFixed(0)} ms, at most ${Math.max(...took).toFixed(0)} ms.`);
  } finally {
    await browser.close();
  }
}

async function main(): Promise<number> {
  const command = parseBench(process.argv.slice(2));
  if (!command) {
    console.log(HELP);
    return 0;
  }
  if (command.builds.length > 0 || command.edits) {
    if (command.builds.length > 0) await benchBuilds(command.builds);
    if (command.edits) await benchEdits();
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
