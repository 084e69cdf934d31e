import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { serve } from '../../lib/serve.ts';
import { compressedCopy } from '../compressed-copy.ts';
import { renderTable } from '../render-table.ts';
import { quantile } from '../scroll-table.ts';
import { type BuildRun, measureBuild } from './measure-build.ts';
import { LOAD_PROFILES, measureLoad } from './measure-load.ts';
import { measureMemory } from './measure-memory.ts';
import { measureScript } from './measure-script.ts';
import { measureScroll, type ScrollFrame, type ScrollRun } from './measure-scroll.ts';

/** How one long story builds, loads and scrolls. */
export interface SectionsRun extends BuildRun {
  /** Of the story's page, compressed with brotli. */
  readonly htmlBytes: number;
  /** Largest contentful paint on the phone, of each visit. */
  readonly lcpMs: readonly number[];
  /** The first frames of a scroll through it. */
  readonly frames: readonly ScrollFrame[];
  /** The reader's own script in those frames, in milliseconds and at this machine's speed. */
  readonly scriptMs: readonly number[];
  /** After one pass through the whole story. */
  readonly heapBytes: number;
}

/** A pass shows every section, whatever their number: a screen's height at a time. */
const PASS_STEP_PX = 600;

/** Builds a story of so many sections and visits it, without WebGL. */
export async function measureSections(
  browser: Browser,
  sections: number,
  runs: number,
  run: ScrollRun,
): Promise<SectionsRun> {
  const visits = {
    htmlBytes: 0,
    lcpMs: [] as number[],
    frames: [] as readonly ScrollFrame[],
    scriptMs: [] as readonly number[],
    heapBytes: 0,
  };
  const built = await measureBuild(1, sections, async (dist) => {
    const path = 'en/story-0';
    const html = await readFile(join(dist, path, 'index.html'));
    const root = await compressedCopy(dist, `${dist}-compressed`);
    const server = await serve({ root, port: 4640, host: '127.0.0.1' });
    try {
      const url = new URL(`${path}/`, server.url);
      for (let visit = 0; visit < runs; visit += 1) {
        const { lcpMs } = await measureLoad(browser, url, dist, LOAD_PROFILES.phone, 'light');
        if (lcpMs !== null) visits.lcpMs.push(lcpMs);
      }
      visits.htmlBytes = brotliCompressSync(html).length;
      const first = { ...run, maxFrames: 1000 };
      visits.frames = await measureScroll(browser, url.href, first);
      visits.scriptMs = await measureScript(browser, url.href, { ...first, slowdown: 1 });
      const passed = await measureMemory(browser, url.href, { ...run, slowdown: 1, stepPx: PASS_STEP_PX }, 1);
      visits.heapBytes = passed.lastBytes;
    } finally {
      await server.close();
    }
  });
  return { ...built, ...visits };
}

const HEAD = [
  '',
  'build, s',
  'html, kB',
  'LCP phone, s',
  'frame median, ms',
  'frame p95, ms',
  'script median, ms',
  'script p95, ms',
  'heap, MB',
];

export function renderSectionsTable(runs: readonly SectionsRun[]): string {
  const rows = runs.map((run) => {
    const main = run.frames.map(({ mainMs }) => mainMs);
    return [
      `${run.sections} sections`,
      run.seconds.toFixed(1),
      (run.htmlBytes / 1000).toFixed(1),
      (quantile(run.lcpMs, 0.5) / 1000).toFixed(2),
      quantile(main, 0.5).toFixed(1),
      quantile(main, 0.95).toFixed(1),
      quantile(run.scriptMs, 0.5).toFixed(2),
      quantile(run.scriptMs, 0.95).toFixed(2),
      (run.heapBytes / 1e6).toFixed(1),
    ];
  });
  return renderTable([HEAD, ...rows]);
}
