import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SIZES, type Size } from '../shots/shot-plan.ts';

export const HELP = `npm run bench: measures how a built story loads and scrolls, next to the least a page of it could be

  npm run bench -- [options]
  --quick              one story in one language on a phone by the light stage, two visits and no host: under two minutes
  --only <part,part>   of load, frames, scroll, script, jumps, interactions, memory and host; all by default
  --runs <n>           visits to each page; 5 by default
  --story <slug>       only this story
  --size <name>        ${Object.keys(SIZES).join(' or ')}; both by default
  --slowdown <times>   how much slower than this machine frames are measured; 4 by default, about a phone of the middle
                       sort. Loading always takes 4 on the phone and 1 on the desktop
  --site <folder>      a built site; dist/ by default, which is built first where needed
  --builds <n,n,…>     instead: how long sites of so many stories of twenty sections take to build, from nothing and again
                       with the pictures kept, such as 1,10,100
  --sections <n,n,…>   instead: how one story of so many sections builds, loads and scrolls, such as 20,200,1000
  --segments <n,n,…>   instead: how a story on a generated city of so many segments of streets scrolls, such as 2000,40000
  --data               instead: how a story with 3,000 areas, 5,000 circles and a series of 24 slices builds, loads and
                       scrolls, next to the same story without them
  --edits              instead: how soon the page shows what was written, while npm run dev runs
  --json <file>        write the figures there too
  --help               this text

Load: every visit is a cold one, by 1.6 Mbit/s and 150 ms on the phone; workers fetch by the machine's own connection.
The floor is the same story's words and first map, or the picture it opens with, on a page without program, fonts or
style. Bytes are those of the files, compressed with brotli at its best. MapLibre draws by software here, and the page
with it, much slower than on a graphics card: what tells is the ratio to the floor.
Host: an article of the story's words with the story embedded at its end, and without it.
Frames: a pass through a page that has just come, and the third, by the light stage at 1, 2 and 4 times slower; next to
them, in the same run, the story's words alone, and its words over its drawing, of which only the transform is set.
Interactions: from each press of the reader to the paint that answers it (Event Timing), by the light stage.
Scroll, script, jumps and memory are measured on the light stage and, without --quick, by MapLibre.
Scroll: main is the time a frame keeps the page's main thread, interval the time between two frames, which the drawing of
pixels takes part in: on the processor here, on the graphics card elsewhere.
Script: the reader's own in a frame, MapLibre's left out, at this machine's speed; where MapLibre draws by software, it
waits for processors.
Figures are a median with the least and the most, and a measurement rather than a test: compare them with those of the
same machine at rest.`;

export const PARTS = ['load', 'frames', 'scroll', 'script', 'jumps', 'interactions', 'memory', 'host'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchCommand {
  readonly story: string | null;
  readonly sizes: readonly Size[];
  readonly slowdown: number;
  readonly site: string | null;
  readonly parts: readonly Part[];
  readonly runs: number;
  /** Whether one language of one story is enough. */
  readonly quick: boolean;
  /** Numbers of stories to build sites of, from few to many; none to measure what is built. */
  readonly builds: readonly number[];
  /** Numbers of sections to build a story of, from few to many; none to measure what is built. */
  readonly sections: readonly number[];
  /** Numbers of segments to build cities of, from few to many; none to measure what is built. */
  readonly segments: readonly number[];
  /** Whether to measure a story with much data instead. */
  readonly data: boolean;
  /** Whether to measure edits instead. */
  readonly edits: boolean;
  /** The file to write the figures to. */
  readonly json: string | null;
}

function parseCounts(name: string, text: string | undefined): readonly number[] {
  if (text === undefined) return [];
  const counts = text.split(',').map(Number);
  const isGood = counts.every((count, index) => Number.isInteger(count) && count > (counts[index - 1] ?? 0));
  if (!isGood) throw new Error(`--${name} takes whole numbers, each larger than the one before; found "${text}".`);
  return counts;
}

function parseParts(text: string | undefined, usual: readonly Part[]): readonly Part[] {
  if (text === undefined) return usual;
  const wanted = text.split(',');
  const stray = wanted.find((name) => !PARTS.some((part) => part === name));
  if (stray !== undefined) throw new Error(`--only takes ${PARTS.join(', ')}; found "${stray}".`);
  return PARTS.filter((part) => wanted.includes(part));
}

function parseRuns(text: string | undefined, usual: number): number {
  const runs = Number(text ?? usual);
  if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs takes a whole number from 1; found "${text}".`);
  return runs;
}

/** Reads the command line; null asks for help. */
export function parseBench(args: readonly string[]): BenchCommand | null {
  const one = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const paths = { story: one, size: one, site: one, json: one };
  const counts = { slowdown: one, runs: one, builds: one, sections: one, segments: one };
  const { values } = parseArgs({
    args: [...args],
    options: { ...paths, ...counts, only: one, quick: flag, data: flag, edits: flag, help: flag },
  });
  if (values.help) return null;
  const { story = null, site, json, quick = false, data = false, edits = false } = values;
  const size = values.size ?? (quick ? 'phone' : undefined);
  const sizes = (Object.keys(SIZES) as Size[]).filter((name) => !size || size === name);
  if (sizes.length === 0) throw new Error(`--size takes ${Object.keys(SIZES).join(' or ')}; found "${size}".`);
  const slowdown = Number(values.slowdown ?? 4);
  if (!(slowdown >= 1)) throw new Error(`--slowdown takes a number from 1; found "${values.slowdown}".`);
  return {
    story,
    sizes,
    slowdown,
    site: site ? resolve(site) : null,
    parts: parseParts(values.only, quick ? PARTS.filter((part) => part !== 'host') : PARTS),
    runs: parseRuns(values.runs, quick ? 2 : 5),
    quick,
    builds: parseCounts('builds', values.builds),
    sections: parseCounts('sections', values.sections),
    segments: parseCounts('segments', values.segments),
    data,
    edits,
    json: json ? resolve(json) : null,
  };
}
