import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { hashSources, SITE_SOURCES } from '../site/content/source-hash.ts';
import { type ProcessResult, type RunOptions, runProcess } from './lib/run-process.ts';

export interface BuildEffects {
  readonly run: (file: string, args: readonly string[], options: RunOptions) => Promise<ProcessResult>;
  readonly print: (line: string) => void;
  readonly now: () => number;
  /** Public address the pages name as theirs; empty where they name none. */
  readonly site: string;
}

const HELP = `npm run build: builds the site into dist/
  --if-needed   only when dist/ is missing or older than its sources
  --verbose     everything the builder says
  --help`;

export const buildEffects: BuildEffects = {
  run: runProcess,
  print: (line) => console.log(line),
  now: () => performance.now(),
  site: process.env['SITE'] ?? '',
};

/**
 * Leaves out the bundler's remark on "use client"-like directives, which compiled MDX triggers by mistake and which says nothing
 * about this site, together with the lines that quote the code.
 */
export function withoutDirectiveNoise(lines: readonly string[]): readonly string[] {
  let isNoise = false;
  return lines.filter((line) => {
    if (/MODULE_LEVEL_DIRECTIVE/.test(line)) isNoise = true;
    else if (/^\d\d:\d\d:\d\d /.test(line)) isNoise = false;
    return !isNoise;
  });
}

/** Of a good build the warnings, of a failed one all but the steps that went well. */
function isWorthReading(line: string, isGood: boolean): boolean {
  return isGood ? /\[WARN\]/.test(line) : !/^\d\d:\d\d:\d\d \[(?!WARN|ERROR)/.test(line);
}

/** How far a step has come that takes minutes: said while it goes on. */
const PROGRESS = /\[story-map\] (\S+: \d+ of \d+ media files)$/;

/**
 * Pictures are decoded in large pieces of memory by several threads. The C library of Linux keeps such pieces for each
 * thread and returns few: so it returns them, and a hundred photographs take no more than one.
 */
const LEAN_MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1000000', MALLOC_TRIM_THRESHOLD_: '1000000' };

/**
 * Runs the real `astro build` of the site in `root`.
 * @returns whether it succeeded; what went wrong has been printed
 */
export async function buildSite(root: string, effects: BuildEffects, isVerbose = false): Promise<boolean> {
  const started = effects.now();
  const astro = join(PROJECT_ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const result = await effects.run(process.execPath, [astro, 'build'], {
    cwd: root,
    onLine: (line) => {
      const [, progress] = PROGRESS.exec(stripVTControlCharacters(line)) ?? [];
      if (progress !== undefined && !isVerbose) effects.print(progress);
    },
    env: {
      ...LEAN_MEMORY,
      SITE: effects.site,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: '',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
  });
  const lines = withoutDirectiveNoise(stripVTControlCharacters(result.output).split('\n'));
  const isGood = result.code === 0;
  for (const line of isVerbose ? lines : lines.filter((text) => isWorthReading(text, isGood))) effects.print(line);
  const pages = lines.map((line) => /(\d+) page\(s\) built/.exec(line)?.[1]).find((count) => count !== undefined);
  const seconds = ((effects.now() - started) / 1000).toFixed(1);
  effects.print(isGood ? `Built ${pages ?? 'all'} pages in ${seconds} s.` : 'The site was not built.');
  return isGood;
}

/** Builds only when the sources, or the address of the site, differ from those of the last good build. */
export async function buildIfNeeded(root: string, effects: BuildEffects, isVerbose = false): Promise<boolean> {
  const stampFile = join(root, '.cache', 'dist.sha256');
  const stamp = `${await hashSources(root, SITE_SOURCES)} ${effects.site}`;
  const last = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : '';
  if (last === stamp && existsSync(join(root, 'dist', 'index.html'))) return true;
  effects.print('Building the site…');
  await rm(stampFile, { force: true });
  if (!(await buildSite(root, effects, isVerbose))) return false;
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return true;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { 'if-needed': { type: 'boolean' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (!values['if-needed']) await rm(join(PROJECT_ROOT, '.cache', 'dist.sha256'), { force: true });
  return (await buildIfNeeded(PROJECT_ROOT, buildEffects, values.verbose ?? false)) ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
