import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { benchReading, type ReadingFigures, type ReadingTarget, STAGES, STEP_PX } from './bench/bench-reading.ts';
import { benchStory as benchText } from './bench/bench-story.ts';
import { renderBuildTable } from './bench/build-table.ts';
import { cityBasemap } from './bench/city-basemap.ts';
import { compressedCopy } from './bench/compressed-copy.ts';
import { DATA_SECTIONS, dataStory } from './bench/data-story.ts';
import { renderFramesTable } from './bench/frames-table.ts';
import { type LoadResult, renderLoadTable } from './bench/load-table.ts';
import { describeMachine } from './bench/machine.ts';
import { writeFloorPage } from './bench/measure/floor-page.ts';
import { writeFramePages } from './bench/measure/frame-pages.ts';
import { type BuildRun, buildSeconds, measureBuild } from './bench/measure/measure-build.ts';
import { measureEdits } from './bench/measure/measure-edits.ts';
import { type FramesRun, measureFrames } from './bench/measure/measure-frames.ts';
import { type HostFigures, measureHost, renderHostTable } from './bench/measure/measure-host.ts';
import {
  type InteractionFigures,
  measureInteractions,
  renderInteractionsTable,
} from './bench/measure/measure-interactions.ts';
import { LOAD_PROFILES, type LoadRun, measureLoad } from './bench/measure/measure-load.ts';
import { measureSections, renderSectionsTable, type SectionsRun } from './bench/measure/measure-sections.ts';
import { type BenchCommand, HELP, parseBench } from './bench/options.ts';
import { quantile } from './bench/scroll-table.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { NO_WEBGL_FLAGS, WEBGL_FLAGS } from './lib/find-browser.ts';
import { serve } from './lib/serve.ts';
import { withBrowser } from './lib/with-browser.ts';
import { SIZES, type Size } from './shots/shot-plan.ts';
import { readSitePages } from './shots/site-pages.ts';

const EDITS = 12;

/** Everything measured, in the order in which it was. Times in milliseconds, sizes in bytes. */
interface Figures extends ReadingFigures {
  readonly load: LoadResult[];
  readonly host: (HostFigures & { readonly path: string; readonly size: Size })[];
  readonly builds: BuildRun[];
  readonly sections: SectionsRun[];
  readonly frames: (FramesRun & { readonly path: string; readonly size: Size })[];
  readonly interactions: {
    readonly path: string;
    readonly size: Size;
    readonly figures: readonly InteractionFigures[];
  }[];
  readonly cities: (FramesRun & { readonly segments: number })[];
  readonly editsMs: number[];
}

interface Target extends ReadingTarget {
  readonly dist: string;
}

const cacheFolder = (name: string): string => join(PROJECT_ROOT, '.cache', `bench-${name}`);

/** Story and floor in turn, so that whatever else the machine does meets both alike. */
async function benchLoad(target: Target, runs: number): Promise<LoadResult> {
  const { path, size, dist, siteUrl } = target;
  const written = await writeFloorPage(dist, path, cacheFolder('floor'));
  const floorRoot = await compressedCopy(written, cacheFolder('floor-compressed'));
  const floorServer = await serve({ root: floorRoot, port: 4620, host: '127.0.0.1' });
  const [story, floor]: [LoadRun[], LoadRun[]] = [[], []];
  try {
    for (let run = 0; run < runs; run += 1) {
      console.log(`  ${path} ${size}: visit ${run + 1} of ${runs} …`);
      const profile = LOAD_PROFILES[size];
      // A browser of its own for each: one that has been here before keeps compiled scripts.
      await withBrowser(WEBGL_FLAGS, async (browser) => {
        floor.push(await measureLoad(browser, new URL(path.slice(1), floorServer.url), floorRoot, profile, 'none'));
        story.push(await measureLoad(browser, new URL(path.slice(1), siteUrl), dist, profile, 'maplibre'));
      });
    }
  } finally {
    await floorServer.close();
  }
  return { path, profile: size, story, floor };
}

/** At this machine's speed, and at that of slower and slower ones. */
const FRAME_SLOWDOWNS = [1, 2, 4];

async function benchFrames(
  url: string,
  pages: string,
  size: Size,
  slowdowns: readonly number[],
): Promise<readonly FramesRun[]> {
  const runs: FramesRun[] = [];
  for (const slowdown of slowdowns) {
    const view = { viewport: SIZES[size], slowdown };
    runs.push(await withBrowser(NO_WEBGL_FLAGS, (browser) => measureFrames(browser, url, pages, view)));
  }
  return runs;
}

/** A city of so many segments, in a story that is built for it. */
async function benchCity(segments: number, { slowdown }: BenchCommand, { cities }: Figures): Promise<void> {
  const visit = async (dist: string): Promise<void> => {
    const pages = await writeFramePages(dist, 'en/story-0', cacheFolder('frames'));
    const server = await serve({ root: dist, port: 4640, host: '127.0.0.1' });
    try {
      const runs = await benchFrames(new URL('en/story-0/', server.url).href, pages, 'phone', [slowdown]);
      cities.push(...runs.map((run) => ({ ...run, segments })));
      console.log(`\n${renderFramesTable(`${segments} segments`, runs)}`);
    } finally {
      await server.close();
    }
  };
  await measureBuild(1, undefined, visit, cityBasemap(segments));
}

async function benchStory(target: Target, command: BenchCommand, figures: Figures): Promise<void> {
  const { path, size } = target;
  const { parts, runs, quick } = command;
  if (parts.includes('load')) {
    const result = await benchLoad(target, runs);
    figures.load.push(result);
    console.log(`\n${renderLoadTable(result)}\n`);
  }
  if (parts.includes('host')) {
    const measured = await withBrowser(NO_WEBGL_FLAGS, (browser) =>
      measureHost(browser, target, LOAD_PROFILES[size], runs, cacheFolder('host')),
    );
    figures.host.push({ path, size, ...measured });
    console.log(`\n${renderHostTable(`${path} ${size}`, measured)}\n`);
  }
  if (parts.includes('frames')) {
    const pages = await writeFramePages(target.dist, path, cacheFolder('frames'));
    const measured = await benchFrames(new URL(path.slice(1), target.siteUrl).href, pages, size, FRAME_SLOWDOWNS);
    figures.frames.push(...measured.map((run) => ({ ...run, path, size })));
    console.log(`\n${renderFramesTable(`${path} ${size}`, measured)}\n`);
  }
  if (parts.includes('interactions')) {
    const url = new URL(path.slice(1), target.siteUrl).href;
    const view = { viewport: SIZES[size], slowdown: command.slowdown };
    const measured = await withBrowser(NO_WEBGL_FLAGS, (browser) => measureInteractions(browser, url, view, runs));
    figures.interactions.push({ path, size, figures: measured });
    console.log(`\n${renderInteractionsTable(`${path} ${size}`, measured)}\n`);
  }
  const stages = quick ? (['light'] as const) : STAGES;
  for (const stage of stages) {
    const flags = stage === 'light' ? NO_WEBGL_FLAGS : WEBGL_FLAGS;
    await withBrowser(flags, (browser) => benchReading(browser, { ...target, stage }, command, figures));
  }
}

async function benchSite(command: BenchCommand, dist: string, figures: Figures): Promise<void> {
  const pages = await readSitePages(dist);
  const { story, quick } = command;
  const storyPages = pages.filter((page) => page.sections.length > 0 && (story === null || page.story === story));
  if (storyPages.length === 0) throw new Error(`No story "${story}" in ${dist}.`);
  const root = await compressedCopy(dist, cacheFolder('site'));
  const server = await serve({ root, port: 4600, host: '127.0.0.1' });
  try {
    for (const { path } of quick ? storyPages.slice(0, 1) : storyPages) {
      for (const size of command.sizes) {
        await benchStory({ path, size, dist, siteUrl: server.url }, command, figures);
      }
    }
  } finally {
    await server.close();
  }
}

async function benchBuilds(counts: readonly number[], { builds }: Figures): Promise<void> {
  for (const count of counts) {
    console.log(`Building a site of ${count} stories …`);
    let againSeconds = 0;
    const run = await measureBuild(count, undefined, async (_dist, root) => {
      againSeconds = await buildSeconds(root);
    });
    builds.push({ ...run, againSeconds });
  }
  console.log(`\n${renderBuildTable(builds)}`);
}

async function benchSections(command: BenchCommand, { sections }: Figures): Promise<void> {
  const run = { viewport: SIZES.phone, slowdown: command.slowdown, stepPx: STEP_PX };
  for (const count of command.sections) {
    console.log(`Building and visiting a story of ${count} sections …`);
    sections.push(await withBrowser(NO_WEBGL_FLAGS, (browser) => measureSections(browser, count, command.runs, run)));
  }
  console.log(`\n${renderSectionsTable(sections)}`);
}

/** One story with much data, and the same without. */
async function benchData(command: BenchCommand, figures: Figures): Promise<void> {
  for (const write of [benchText, dataStory]) {
    console.log(`Building a story ${write === dataStory ? 'with' : 'without'} data …`);
    const visit = async (dist: string): Promise<void> => {
      const server = await serve({
        root: await compressedCopy(dist, cacheFolder('site')),
        port: 4660,
        host: '127.0.0.1',
      });
      try {
        for (const size of command.sizes) {
          await benchStory({ path: '/en/story-0/', size, dist, siteUrl: server.url }, command, figures);
        }
      } finally {
        await server.close();
      }
    };
    figures.builds.push(await measureBuild(1, DATA_SECTIONS, visit, undefined, write));
  }
  console.log(`\n${renderBuildTable(figures.builds)}`);
}

async function benchEdits({ editsMs }: Figures): Promise<void> {
  editsMs.push(...(await withBrowser(NO_WEBGL_FLAGS, (browser) => measureEdits(browser, EDITS))));
  console.log(`Shown after ${quantile(editsMs, 0.5).toFixed(0)} ms, at most ${Math.max(...editsMs).toFixed(0)} ms.`);
}

async function writeFigures(file: string, figures: Figures): Promise<void> {
  const machine = describeMachine(await withBrowser(NO_WEBGL_FLAGS, async (browser) => browser.version()));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ machine, ...figures }, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
}

async function main(): Promise<number> {
  const command = parseBench(process.argv.slice(2));
  if (!command) {
    console.log(HELP);
    return 0;
  }
  const figures: Figures = {
    load: [],
    scroll: [],
    script: [],
    jumps: [],
    memory: [],
    host: [],
    builds: [],
    sections: [],
    frames: [],
    interactions: [],
    cities: [],
    editsMs: [],
  };
  const { builds, sections, segments, data, edits } = command;
  if (builds.length > 0) await benchBuilds(builds, figures);
  if (sections.length > 0) await benchSections(command, figures);
  for (const count of segments) await benchCity(count, command, figures);
  if (data) await benchData(command, figures);
  if (edits) await benchEdits(figures);
  if ([...builds, ...sections, ...segments].length === 0 && !data && !edits) {
    if (!command.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return 1;
    await benchSite(command, command.site ?? join(PROJECT_ROOT, 'dist'), figures);
  }
  if (command.json) await writeFigures(command.json, figures);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
}
