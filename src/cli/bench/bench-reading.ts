import type { Browser } from 'playwright';
import { SIZES, type Size } from '../shots/shot-plan.ts';
import { type JumpFigures, measureJumps } from './measure/measure-jumps.ts';
import { type MemoryFigures, measureMemory } from './measure/measure-memory.ts';
import { measureScript } from './measure/measure-script.ts';
import { measureScroll, type ScrollFrame } from './measure/measure-scroll.ts';
import type { BenchCommand } from './options.ts';
import { quantile, renderScrollTable } from './scroll-table.ts';

/** What draws the map below the marks. */
export const STAGES = ['light', 'maplibre'] as const;

/** A story's page at one size. */
export interface ReadingTarget {
  readonly path: string;
  readonly size: Size;
  readonly siteUrl: string;
}

interface StagedTarget extends ReadingTarget {
  readonly stage: (typeof STAGES)[number];
}

type Of<Measured> = Measured & Pick<StagedTarget, 'path' | 'size' | 'stage'>;

/** What is measured while a story is read. Times in milliseconds, sizes in bytes. */
export interface ReadingFigures {
  readonly scroll: Of<{ readonly frames: readonly ScrollFrame[] }>[];
  readonly script: Of<{ readonly framesMs: readonly number[] }>[];
  readonly jumps: Of<JumpFigures>[];
  readonly memory: Of<MemoryFigures>[];
}

/** Pixels scrolled with each frame. */
export const STEP_PX = 24;
const JUMPS = 20;
/** A reader in a hurry. */
const PASSING_PX_PER_S = 1200;
const PASSES = 10;

function describeJumps({ delays, onTime, passed }: JumpFigures): string {
  const [middle, most] = [quantile(delays, 0.5), Math.max(...delays)];
  const passing = `${onTime} of ${passed} sections on time at ${PASSING_PX_PER_S} px/s`;
  return `Scene after a jump: ${middle} frames, at most ${most}; ${passing}`;
}

const describeGrowth = (first: number, last: number): string =>
  `${(first / 1e6).toFixed(2)} to ${(last / 1e6).toFixed(2)} MB (${((last / first - 1) * 100).toFixed(1)} %)`;

function describeMemory({ firstBytes, lastBytes, firstDataBytes, lastDataBytes, passes }: MemoryFigures): string {
  const [heap, data] = [describeGrowth(firstBytes, lastBytes), describeGrowth(firstDataBytes, lastDataBytes)];
  return `Memory from the first pass to number ${passes}: ${heap}; without compiled code ${data}`;
}

function describeScript(framesMs: readonly number[]): string {
  const [median, p95] = [0.5, 0.95].map((share) => quantile(framesMs, share).toFixed(2));
  return `Own script in a frame, at this machine's speed: median ${median} ms, p95 ${p95} ms`;
}

/** Reads a story on one stage and tells how it went. */
export async function benchReading(
  browser: Browser,
  { path, size, siteUrl, stage }: StagedTarget,
  { parts, slowdown }: BenchCommand,
  figures: ReadingFigures,
): Promise<void> {
  const url = new URL(path.slice(1), siteUrl).href;
  const target = { path, size, stage };
  const name = `${path} ${size}, ${stage}`;
  const run = { viewport: SIZES[size], slowdown, stepPx: STEP_PX };
  if (parts.includes('scroll')) {
    const frames = await measureScroll(browser, url, run);
    figures.scroll.push({ ...target, frames });
    console.log(`\n${renderScrollTable(`${name}, ${slowdown}× slower`, frames)}\n`);
  }
  if (parts.includes('script')) {
    const framesMs = await measureScript(browser, url, { ...run, slowdown: 1 });
    figures.script.push({ ...target, framesMs });
    console.log(`${name}. ${describeScript(framesMs)}`);
  }
  if (parts.includes('jumps')) {
    const jumped = await measureJumps(browser, url, run, { jumps: JUMPS, pxPerS: PASSING_PX_PER_S });
    figures.jumps.push({ ...target, ...jumped });
    console.log(`${name}. ${describeJumps(jumped)}`);
  }
  if (parts.includes('memory')) {
    const kept = await measureMemory(browser, url, { ...run, slowdown: 1, stepPx: 10 * STEP_PX }, PASSES);
    figures.memory.push({ ...target, ...kept });
    console.log(`${name}. ${describeMemory(kept)}`);
  }
}
